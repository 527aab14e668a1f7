import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

import type {SessionRecorderElement} from './session-recorder.js';

const TEXT = 'Ada met Charles in London.';

async function setup() {
  const parts = await panelFixture({script: ''});
  const {host, panel, button} = parts;
  button('Session').click();
  await panel.updateComplete;
  const recorder = parts.root.querySelector('ls-session-recorder')!;
  await recorder.updateComplete;
  return {...parts, ...handlesOf(recorder), recorder, label: labelIn(host)};
}

function labelIn(host: HTMLElementTagNameMap['ls-annotation-host']) {
  return (word: string): void => {
    const start = TEXT.indexOf(word);
    host.session.actions.createResult(
      {start, end: start + word.length, text: word},
      {labels: ['Person']},
      'label',
      'text',
    );
  };
}

function handlesOf(recorder: SessionRecorderElement) {
  const root = recorder.shadowRoot!;
  const find = (name: string): HTMLButtonElement =>
    [...root.querySelectorAll('button')].find(
      ({textContent}) => textContent.trim() === name,
    )!;
  const said = (): string =>
    root.querySelector('[role="status"]')!.textContent.trim();
  return {
    recorderRoot: root,
    find,
    said,
    says: (words: string): Promise<void> =>
      whenShown(root, () => said().includes(words)),
    press: async (name: string): Promise<void> => {
      find(name).focus();
      await sendKeys({press: 'Enter'});
      await recorder.updateComplete;
    },
    /** Chooses a speed by keyboard. */
    choose: async (speed: string): Promise<void> => {
      const select = root.querySelector('select')!;
      select.focus();
      await sendKeys({type: speed});
      await recorder.updateComplete;
      expect(select.selectedOptions[0]?.textContent.trim()).to.equal(speed);
    },
    /** Gives a file to the field for it, as its dialog does. */
    give: (text: string): void => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'session.json'));
      const input = root.querySelector<HTMLInputElement>('[type="file"]')!;
      input.files = data.files;
      input.dispatchEvent(new Event('change'));
    },
  };
}

/** Returns the text of the file that is downloaded meanwhile. */
async function downloaded(work: () => Promise<void>): Promise<string> {
  const {createObjectURL} = URL;
  const blobs: Blob[] = [];
  URL.createObjectURL = (blob) => {
    blobs.push(blob as Blob);
    return createObjectURL(blob);
  };
  try {
    await work();
  } finally {
    URL.createObjectURL = createObjectURL;
  }
  return blobs[0]!.text();
}

describe('<ls-session-recorder>', () => {
  it('is accessible', async () => {
    const {recorderRoot, press, label, choose, says, end} = await setup();
    // The root, as axe takes every element with a `host` for one.
    await expect(recorderRoot).to.be.accessible();
    await press('Record');
    label('London');
    await expect(recorderRoot).to.be.accessible();
    await press('Stop recording');
    await choose('Step by step');
    await press('Replay');
    await says('As it was');
    await press('Next');
    await expect(recorderRoot).to.be.accessible();
    end();
  });

  it('records what is done, and replays it at once', async () => {
    const {host, press, label, said, says, end} = await setup();
    await press('Record');
    label('London');
    label('Charles');
    await press('Stop recording');
    expect(said()).to.match(/^Recorded \d+ changes and 2 events in \d/);
    const expected = JSON.stringify(host.serialize());
    label('met');
    await press('Replay');
    await says('the result is as recorded');
    expect(JSON.stringify(host.serialize())).to.equal(expected);
    await press('Put back what was there before');
    await says('is there again');
    expect(host.serialize()).to.have.length(4);
    end();
  });

  it('replays step by step, and says each', async () => {
    const {host, press, choose, find, label, says, end} = await setup();
    await press('Record');
    label('London');
    await press('Stop recording');
    await choose('Step by step');
    await press('Replay');
    await says('As it was when recording began');
    expect(host.serialize()).to.have.length(1);
    await press('Next');
    await says('create region');
    expect(host.serialize()).to.have.length(2);
    expect(find('Stop replay').disabled).to.equal(false);
    await press('To the end');
    await says('as recorded');
    end();
  });

  it('replays as fast as it was recorded, and can be stopped', async () => {
    const {host, recorder, press, choose, find, label, said, end} =
      await setup();
    await press('Record');
    label('London');
    await press('Stop recording');
    // As if the next thing had come an hour later.
    const {recording} = recorder as unknown as {recording: unknown};
    const json = JSON.parse(JSON.stringify(recording)) as {
      entries: {atMs: number}[];
    };
    json.entries.at(-1)!.atMs = 3_600_000;
    const handles = handlesOf(recorder);
    handles.give(JSON.stringify(json));
    await handles.says('Imported');
    await choose('As fast as recorded');
    await press('Replay');
    const progress = () => recorder.shadowRoot!.querySelector('progress');
    await whenShown(
      recorder.shadowRoot!,
      () => (progress()?.value ?? 0) === json.entries.length - 1,
    );
    await press('Stop replay');
    expect(said()).to.equal('Stopped.');
    expect(host.serialize()).to.have.length(2);
    expect(find('Replay').disabled).to.equal(false);
    end();
  });

  it('says when plugins do something else than they had done', async () => {
    const {host, recorderRoot, press, label, says, end} = await setup();
    const dispose = host.events.addHandler('entityCreate', (region) => {
      region.setMetaText('seen');
    });
    await press('Record');
    label('London');
    await press('Stop recording');
    dispose();
    recorderRoot.querySelector<HTMLInputElement>('[type="checkbox"]')!.focus();
    await sendKeys({press: 'Space'});
    await press('Replay');
    await says('the result is not as recorded');
    end();
  });

  it('exports what it recorded, for another page to replay', async () => {
    const first = await setup();
    await first.press('Record');
    first.label('London');
    await first.press('Stop recording');
    const text = await downloaded(() => first.press('Export'));
    const expected = JSON.stringify(first.host.serialize());
    first.end();

    const {host, press, give, says, end} = await setup();
    give(text);
    await says('Imported');
    await press('Replay');
    await says('as recorded');
    expect(JSON.stringify(host.serialize())).to.equal(expected);
    end();
  });

  it('says what is wrong with a file, and keeps what it has', async () => {
    const {press, label, give, says, find, end} = await setup();
    await press('Record');
    label('London');
    await press('Stop recording');
    give('{"data": 1}');
    await says('This is not a recorded session');
    expect(find('Replay').disabled).to.equal(false);
    end();
  });

  it('shows the task of a recording first where another is on display', async () => {
    const {host, press, label, said, says, end} = await setup();
    await press('Record');
    label('London');
    await press('Stop recording');
    host.task = {id: 2, data: {text: 'Something else.'}};
    await host.displayed;
    await press('Replay');
    expect(said()).to.contain('another task');
    expect(host.serialize()).to.deep.equal([]);
    await press('Show its task and config');
    await says('on display');
    await press('Replay');
    await says('as recorded');
    expect(host.serialize()).to.have.length(2);
    end();
  });

  it('ends a recording when another task comes', async () => {
    const {host, press, label, says, find, end} = await setup();
    await press('Record');
    label('London');
    host.task = {id: 2, data: {text: 'Something else.'}};
    await says('Another task or config came');
    expect(find('Record').ariaPressed).to.equal('false');
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const {host, recorder, press, label, end} = await setup();
    await press('Record');
    recorder.remove();
    label('London');
    document.body.append(recorder);
    await recorder.updateComplete;
    const words = recorder.shadowRoot!.textContent;
    expect(words).to.contain('Recorded 0 changes');
    expect(host.settings.enableAutoSave).to.equal(true);
    recorder.remove();
    end();
  });
});
