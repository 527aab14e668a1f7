import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import type {ReactiveElement} from 'lit';

import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

const LEVELS = ['debug', 'log', 'info', 'warn', 'error'] as const;
const output = globalThis.console;

const SCRIPT = `
  LSI.on('say', (level, ...args) => console[level](...args));
  LSI.on('fail', () => { throw new TypeError('no such thing'); });
  LSI.on('later', (text) => setTimeout(() => console.warn(text)));
  LSI.on('awaits', async (text) => { await null; console.log(text); });
`;

/** Collects what would be written, as it is no part of the test's report. */
function quiet() {
  const natives = {...output};
  const written: unknown[][] = [];
  for (const level of LEVELS) {
    output[level] = (...args: unknown[]) => {
      written.push([level, ...args]);
    };
  }
  const replaced = {...output};
  return {
    written,
    isReplaced: () => LEVELS.some((level) => output[level] !== replaced[level]),
    restore: () => {
      for (const level of LEVELS) output[level] = natives[level];
    },
  };
}

async function setup({script = SCRIPT, sandbox = false} = {}) {
  const {written, isReplaced, restore} = quiet();
  const {end, ...parts} = await panelFixture({script, sandbox});
  const {panel, host, root, button} = parts;
  button('Console').click();
  await panel.updateComplete;
  const element = root.querySelector('ls-plugin-console')!;
  await element.updateComplete;
  const consoleRoot = element.shadowRoot!;
  const options = (): HTMLElement[] => {
    const list = consoleRoot.querySelector('ls-record-list');
    const found =
      list?.shadowRoot?.querySelectorAll<HTMLElement>('[role="option"]');
    return [...(found ?? [])];
  };
  const lines = (): string[] =>
    options().map((line) => line.textContent.replace(/\s+/g, ' ').trim());
  const whenLines = async (isShown: () => boolean): Promise<void> => {
    await whenShown(
      consoleRoot,
      () => consoleRoot.querySelector('ls-record-list') !== null,
    );
    const list = consoleRoot.querySelector('ls-record-list')!;
    await list.updateComplete;
    await whenShown(list.shadowRoot!, isShown);
  };
  return {
    ...parts,
    element,
    written,
    isReplaced,
    consoleRoot,
    options,
    lines,
    whenLines,
    say: (...args: unknown[]): void => {
      host.events.dispatch('say', ...args);
    },
    shows: (words: string): Promise<void> =>
      whenLines(() => lines().some((line) => line.includes(words))),
    find: (name: string): HTMLButtonElement =>
      [...consoleRoot.querySelectorAll('button')].find(({textContent}) =>
        textContent.trim().startsWith(name),
      )!,
    focusList: (): void => {
      consoleRoot
        .querySelector('ls-record-list')!
        .shadowRoot!.querySelector<HTMLElement>('.list')!
        .focus();
    },
    end: (): void => {
      end();
      restore();
    },
  };
}

/** Settles when an element has been updated, and is as wanted. */
async function whenUpdated(
  element: ReactiveElement,
  isDone: () => boolean,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const controller = {
      hostUpdated: () => {
        if (!isDone()) return;
        element.removeController(controller);
        resolve();
      },
    };
    element.addController(controller);
  });
}

describe('<ls-plugin-console>', () => {
  it('says that nothing fits when there is something', async () => {
    const {consoleRoot, say, shows, end} = await setup();
    const empty = (): string =>
      consoleRoot.querySelector('.empty')?.textContent.trim() ?? '';
    expect(empty()).to.contain('has not logged anything');
    say('log', 'a line');
    await shows('a line');
    consoleRoot.querySelector<HTMLInputElement>('[type="search"]')!.focus();
    await sendKeys({type: 'another'});
    await whenShown(consoleRoot, () => empty().startsWith('No line fits'));
    await expect(consoleRoot).to.be.accessible();
    end();
  });

  it('is accessible', async () => {
    const {consoleRoot, say, shows, focusList, element, end} = await setup();
    await expect(consoleRoot).to.be.accessible();
    say('log', 'a line', {id: 1});
    say('warn', 'a warning');
    say('error', new Error('a failure'));
    await shows('a failure');
    focusList();
    await sendKeys({press: 'End'});
    await element.updateComplete;
    await expect(consoleRoot).to.be.accessible();
    end();
  });

  it('shows what the plugin logs, which the page gets as before', async () => {
    const {say, shows, lines, written, end} = await setup();
    const region = {id: 'ada'};
    say('log', 'made %s', 'Ada', region);
    say('warn', 'twice');
    await shows('twice');
    expect(lines()).to.deep.equal([
      'made Ada Object "ada" 1:49',
      'Warning twice 1:49',
    ]);
    expect(written).to.deep.equal([
      ['log', 'made %s', 'Ada', region],
      ['warn', 'twice'],
    ]);
    end();
  });

  it('shows what the plugin logs in a timer, and after an await', async () => {
    const {host, shows, end} = await setup();
    host.events.dispatch('later', 'by and by');
    await shows('by and by');
    host.events.dispatch('awaits', 'awaited');
    await shows('awaited');
    end();
  });

  it('leaves out what others log', async () => {
    const {host, say, shows, lines, end} = await setup();
    const other = document.createElement('ls-plugin');
    other.pluginId = 'other';
    other.innerHTML =
      '<script type="text/plain">LSI.on("say", () => console.log("else"));' +
      '</script>';
    host.append(other);
    await other.updateComplete;
    await host.displayed;
    output.log('of the page');
    say('log', 'mine');
    await shows('mine');
    expect(lines()).to.have.length(1);
    end();
  });

  it('counts equal lines that follow each other', async () => {
    const {say, shows, lines, whenLines, end} = await setup();
    for (let at = 0; at < 3; at += 1) say('log', 'again');
    await shows('3×');
    say('log', 'other');
    say('log', 'again');
    await whenLines(() => lines().length === 3);
    expect(lines()[0]).to.equal('again 3× 1:49');
    expect(lines()[2]).to.equal('again 1:49');
    end();
  });

  it('shows what is reported of the plugin, and counts it', async () => {
    const {host, root, panel, shows, lines, end} = await setup();
    host.events.dispatch('fail');
    await shows('no such thing');
    expect(lines()[0]).to.match(
      /^Error Plugin "mine" failed in an event handler: no such thing 2:\d+$/,
    );
    await panel.updateComplete;
    expect(root.querySelector('#tab-console')?.textContent).to.contain('1');
    end();
  });

  it('shows once what was reported before it was there', async () => {
    const {host, panel, element, lines, whenLines, shows, end} = await setup({
      script: `
        LSI.on('fail', () => { throw new TypeError('again'); });
        missing.thing();
      `,
    });
    await shows('missing is not defined 2:1');
    panel.style.display = 'none';
    await whenUpdated(element, () => !element.recording);
    host.events.dispatch('fail');
    panel.style.display = '';
    await whenLines(() => lines().length === 2);
    expect(lines()[0]).to.contain('missing is not defined');
    expect(lines()[1]).to.contain('again');
    end();
  });

  it('goes from a line to its place in the script', async () => {
    const {say, shows, focusList, editor, panel, element, find, end} =
      await setup();
    say('log', 'here');
    await shows('here');
    focusList();
    await sendKeys({press: 'End'});
    await element.updateComplete;
    find('Line 1, column 49').focus();
    await sendKeys({press: 'Enter'});
    await panel.updateComplete;
    await whenShown(editor('script').shadowRoot!, () =>
      editor('script').matches(':focus'),
    );
    await sendKeys({type: 'x'});
    const [line] = editor('script').value.split('\n');
    expect(line?.slice(48)).to.match(/^x/);
    end();
  });

  it('goes there with Enter, and when the place is pressed', async () => {
    const {say, shows, focusList, element, options, end} = await setup();
    const places: unknown[] = [];
    element.addEventListener('ls-place-choose', ({position}) => {
      places.push(position);
    });
    say('log', 'here');
    await shows('here');
    focusList();
    await sendKeys({press: 'End'});
    await sendKeys({press: 'Enter'});
    const place = options()[0]!.querySelector('.to-place')!;
    place.scrollIntoView({block: 'center'});
    const {left, top} = place.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left) + 4, Math.round(top) + 4],
    });
    const here = {line: 1, column: 49};
    expect(places).to.deep.equal([here, here]);
    end();
  });

  it('shows values to look into', async () => {
    const {say, shows, focusList, consoleRoot, element, end} = await setup();
    say('log', 'value', {deep: {text: 'inside'}});
    await shows('value');
    focusList();
    await sendKeys({press: 'End'});
    await element.updateComplete;
    const tree = consoleRoot.querySelector('ls-value-tree')!;
    await tree.updateComplete;
    tree.shadowRoot!.querySelector('summary')!.focus();
    await sendKeys({press: 'Enter'});
    await whenShown(tree.shadowRoot!, () =>
      [...tree.shadowRoot!.querySelectorAll('ls-value-tree')].some(
        ({name}) => name === 'deep',
      ),
    );
    end();
  });

  it('hides levels, and keeps to what is filtered for', async () => {
    const {say, shows, lines, whenLines, find, consoleRoot, end} =
      await setup();
    say('debug', 'a detail');
    say('info', 'a fact');
    say('warn', 'a warning');
    await shows('a warning');
    find('Debug').focus();
    await sendKeys({press: 'Space'});
    await whenLines(() => lines().length === 2);
    expect(find('Debug').ariaPressed).to.equal('false');
    consoleRoot.querySelector<HTMLInputElement>('[type="search"]')!.focus();
    await sendKeys({type: 'FACT'});
    await whenLines(() => lines().length === 1);
    expect(lines()[0]).to.contain('a fact');
    end();
  });

  it('forgets what it showed when it is cleared', async () => {
    const {say, shows, find, consoleRoot, end} = await setup();
    say('log', 'old');
    await shows('old');
    find('Clear').focus();
    await sendKeys({press: 'Enter'});
    await whenShown(
      consoleRoot,
      () => consoleRoot.querySelector('.empty') !== null,
    );
    end();
  });

  it('shows what a sandboxed plugin logs', async () => {
    const {shows, lines, button, end} = await setup({
      script: "\n  console.info('inside', [1, 2], LSI.regions[0]);",
      sandbox: true,
    });
    button('Run').click();
    await shows('inside');
    expect(lines().at(-1)).to.match(
      /^inside Array\(2\) \w*RegionView ".+" 1:9$/,
    );
    end();
  });

  it('listens to nothing while nobody can see the panel', async () => {
    const {panel, isReplaced, element, end} = await setup();
    expect(isReplaced()).to.equal(true);
    panel.style.display = 'none';
    await whenUpdated(element, () => !element.recording);
    expect(isReplaced()).to.equal(false);
    panel.keepRecording = true;
    await whenUpdated(element, () => element.recording);
    expect(isReplaced()).to.equal(true);
    end();
  });

  it('leaves the console as it was when it goes', async () => {
    const {panel, isReplaced, end} = await setup();
    panel.remove();
    expect(isReplaced()).to.equal(false);
    end();
  });
});
