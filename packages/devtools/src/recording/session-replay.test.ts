import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';

import type {AnnotationHostElement} from '@ls-annotation/elements';

import {makeHost} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

import {play} from './play.js';
import {readRecording} from './read-recording.js';
import type {SessionRecording} from './session-recording.js';
import {SessionReplay} from './session-replay.js';
import {SessionTape} from './session-tape.js';

const TEXT = 'Ada met Charles in London.';

/** Marks regions that people make, and puts a region of its own beside. */
const PLUGIN = `LSI.on('entityCreate', (region) => {
  region.setMetaText?.('seen');
  const at = region.text === 'Charles' ? 4 : null;
  if (at === null) return;
  const {annotation} = LSI;
  annotation.createResult({start: at, end: at + 3, text: 'met'},
    {labels: ['Place']}, annotation.names.get('label'),
    annotation.names.get('text'));
});`;

async function shownHost(script = '') {
  const host = makeHost(script);
  document.body.append(host);
  await host.displayed;
  return host;
}

function label(
  host: AnnotationHostElement,
  word: string,
  value = 'Person',
): string {
  const start = TEXT.indexOf(word);
  const region = host.session.actions.createResult(
    {start, end: start + word.length, text: word},
    {labels: [value]},
    'label',
    'text',
  );
  return region?.cleanId ?? '';
}

/** Records what `work` does, and returns it as it comes back from JSON. */
async function record(
  host: AnnotationHostElement,
  work: () => unknown,
): Promise<SessionRecording> {
  const tape = new SessionTape(host, {
    onNews: () => undefined,
    onEnd: () => undefined,
  });
  await work();
  const read = readRecording(JSON.stringify(tape.stop()));
  if (!read.ok) throw new Error(JSON.stringify(read.issues));
  return read.value;
}

/** Replays all of a recording at once. */
async function replayAll(
  host: AnnotationHostElement,
  recording: SessionRecording,
  arePluginsAnew = false,
) {
  const {signal} = new AbortController();
  const replay = new SessionReplay(host, recording, {arePluginsAnew, signal});
  await replay.begin();
  await play(replay, {speed: Infinity, signal, onProgress: () => undefined});
  return replay.finish();
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('SessionReplay', () => {
  it('ends with what was drawn, labelled, linked, undone and written by plugins', async () => {
    const host = await shownHost(PLUGIN);
    const recording = await record(host, () => {
      const {actions} = host.session;
      const london = label(host, 'London', 'Place');
      const charles = label(host, 'Charles');
      actions.setLabels(charles, 'label', ['Person', 'Place']);
      actions.addRelation(charles, london);
      actions.setClassification('note', ['Three names']);
      label(host, 'in');
      host.undo();
      host.undo();
      host.redo();
      actions.deleteRegion('ada');
    });
    const expected = asJson(host.serialize());
    host.remove();
    expect(expected).to.have.length.above(4);
    expect(JSON.stringify(expected)).to.contain('"seen"');

    const other = await shownHost(PLUGIN);
    const outcome = await replayAll(other, recording);
    expect(outcome.isSame).to.equal(true);
    expect(asJson(other.serialize())).to.deep.equal(expected);
    other.remove();
  });

  it('ends with what a person did with hand and keyboard', async () => {
    const host = await shownHost();
    const recording = await record(host, async () => {
      const line = host.querySelector('.lsf-richtext__line')!;
      const range = document.createRange();
      range.setStart(line.firstChild!, TEXT.indexOf('London'));
      range.setEnd(line.firstChild!, TEXT.indexOf('London') + 6);
      const {left, right, top, height} = range.getBoundingClientRect();
      const y = Math.round(top + height / 2);
      await sendKeys({press: '2'});
      await sendMouse({type: 'move', position: [Math.ceil(left), y]});
      await sendMouse({type: 'down'});
      await sendMouse({type: 'move', position: [Math.floor(right), y]});
      await sendMouse({type: 'up'});
      await whenShown(host, () => host.serialize().length === 2);
      const note = host.querySelector<HTMLElement>('[name="note"]')!;
      note.focus();
      await sendKeys({type: 'A city'});
      await sendKeys({press: 'Shift+Enter'});
    });
    const expected = asJson(host.serialize());
    await resetMouse();
    const outcome = await replayAll(host, recording);
    expect(outcome.isSame).to.equal(true);
    expect(asJson(host.serialize())).to.deep.equal(expected);
    host.remove();
  });

  it('goes from annotation to annotation as it was recorded', async () => {
    const host = await shownHost();
    const first = host.store.state.selectedId!;
    const recording = await record(host, async () => {
      host.createAnnotation();
      await host.displayed;
      label(host, 'London');
      host.selectAnnotation(first);
      await host.displayed;
      label(host, 'Charles');
    });
    const outcome = await replayAll(host, recording);
    expect(outcome.isSame).to.equal(true);
    expect(host.session.scope?.annotationId).to.equal(first);
    expect(
      Object.values(outcome.results).map(({length}) => length),
    ).to.have.members([1, 2]);
    host.remove();
  });

  it('leaves the steps that undo takes back as they were', async () => {
    const host = await shownHost();
    const recording = await record(host, () => {
      label(host, 'London');
      label(host, 'Charles');
      host.undo();
      label(host, 'met');
    });
    const other = await shownHost();
    await replayAll(other, recording);
    const history = other.store.history(other.store.state.selectedId!);
    expect([history.index, history.length]).to.deep.equal([2, 2]);
    other.undo();
    other.undo();
    expect(other.serialize()).to.have.length(1);
    host.remove();
    other.remove();
  });

  it('makes one step of what was drawn in several', async () => {
    const host = await shownHost();
    const recording = await record(host, () => {
      const history = host.store.history(host.store.state.selectedId!);
      history.freeze('drawing');
      const id = label(host, 'London');
      host.session.actions.setMetaText(id, 'a city');
      history.unfreeze('drawing');
      label(host, 'met');
    });
    await replayAll(host, recording);
    const history = host.store.history(host.store.state.selectedId!);
    expect([history.isFrozen, history.length]).to.deep.equal([false, 2]);
    host.remove();
  });

  it('has handlers hear the events, with what is there now', async () => {
    const host = await shownHost();
    const recording = await record(host, () => {
      label(host, 'London');
      host.events.dispatch('lsMadeUp', {of: [host.session.annotation]});
    });
    const heard: unknown[] = [];
    host.events.addHandler('entityCreate', (region) => {
      heard.push(region.text, region.annotation === host.session.annotation);
    });
    host.events.addHandler('lsMadeUp', (...args: readonly unknown[]) => {
      heard.push(args);
    });
    await replayAll(host, recording);
    const {annotation} = host.session;
    expect(heard).to.deep.equal(['London', true, [{of: [annotation]}]]);
    host.remove();
  });

  it('asks the page to save nothing, not even a draft', async () => {
    const host = await shownHost();
    const recording = await record(host, async () => {
      label(host, 'London');
      await host.submit();
    });
    const names = recording.entries.flatMap((entry) =>
      entry.kind === 'event' ? [entry.name] : [],
    );
    expect(names).to.include('updateAnnotation');
    const asked: string[] = [];
    for (const name of ['updateAnnotation', 'submitAnnotation']) {
      host.events.addHandler(name, () => asked.push(name));
    }
    let wasOn: boolean | null = null;
    host.events.addHandler('entityCreate', () => {
      wasOn = host.settings.enableAutoSave;
    });
    await replayAll(host, recording);
    expect(asked).to.deep.equal([]);
    expect(wasOn).to.equal(false);
    expect(host.settings.enableAutoSave).to.equal(true);
    host.remove();
  });

  it('takes back what plugins change meanwhile', async () => {
    const host = await shownHost();
    const recording = await record(host, () => {
      label(host, 'London');
      label(host, 'met');
    });
    const expected = asJson(host.serialize());
    const other = await shownHost(PLUGIN.replace("'Charles'", "'London'"));
    const outcome = await replayAll(other, recording);
    expect(outcome.isSame).to.equal(true);
    expect(asJson(other.serialize())).to.deep.equal(expected);
    const history = other.store.history(other.store.state.selectedId!);
    expect(history.index).to.equal(2);
    host.remove();
    other.remove();
  });

  it('tells whether plugins do what they had done', async () => {
    const host = await shownHost(PLUGIN);
    const recording = await record(host, () => {
      label(host, 'Charles');
      label(host, 'London');
    });
    const same = await shownHost(PLUGIN);
    const asBefore = await replayAll(same, recording, true);
    expect(asBefore.isSame).to.equal(true);
    const changed = await shownHost(PLUGIN.replace("'seen'", "'read'"));
    const other = await replayAll(changed, recording, true);
    expect(other.isSame).to.equal(false);
    expect(JSON.stringify(changed.serialize())).to.contain('"read"');
    for (const each of [host, same, changed]) each.remove();
  });

  it('stops when it is told to, and puts back what was there', async () => {
    const host = await shownHost();
    const recording = await record(host, () => {
      label(host, 'London');
      label(host, 'met');
    });
    label(host, 'Charles');
    const before = asJson(host.serialize());
    const abort = new AbortController();
    const {signal} = abort;
    const replay = new SessionReplay(host, recording, {
      arePluginsAnew: false,
      signal,
    });
    await replay.begin();
    expect(host.serialize()).to.have.length(1);
    let error: unknown = null;
    try {
      await play(replay, {
        speed: Infinity,
        signal,
        onProgress: () => {
          if (host.serialize().length === 2) abort.abort();
        },
      });
    } catch (cause) {
      error = cause;
    }
    expect(error).to.equal(signal.reason);
    expect(host.serialize()).to.have.length(2);
    await replay.putBack();
    expect(asJson(host.serialize())).to.deep.equal(before);
    host.remove();
  });
});
