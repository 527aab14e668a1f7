import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import '../define/annotation-host.js';

import {HOST_HOTKEYS, type HostHotkeyName} from './host-hotkeys.js';
import {hostFixture, span} from './testing/host-fixture.js';

const XML = `<View>
  <Labels name="label" toName="text"><Label value="Person"/></Labels>
  <Text name="text" value="$text"/>
  <TextArea name="note" toName="text" perRegion="true"/>
  <TextArea name="more" toName="text" perRegion="true" maxSubmissions="1"/>
</View>`;

async function setup() {
  const result = [span('a', 0, 3), span('b', 8, 15)];
  const parts = await hostFixture({
    config: XML,
    task: {
      id: 1,
      data: {text: 'Ada met Charles.'},
      annotations: [{id: 10, result}],
    },
  });
  const {session} = parts.host;
  const seen: string[] = [];
  session.events.all$.subscribe(({name}) => seen.push(name));
  const labels = () =>
    session
      .serialize()
      .filter(({type}) => type === 'labels')
      .map(({value}) => [value?.start, value?.end]);
  return {...parts, session, actions: session.actions, seen, labels};
}

type Handles = Awaited<ReturnType<typeof setup>>;

/** What each hotkey does (reference §9.3). */
const ROWS: readonly (readonly [
  name: HostHotkeyName,
  press: string,
  before: (handles: Handles) => unknown,
  check: (handles: Handles) => unknown,
])[] = [
  [
    'submit',
    'Control+Enter',
    () => undefined,
    async ({seen, session}) => {
      await session.htx.waitForDraftSubmission();
      expect(seen).to.deep.equal(['beforeSaveAnnotation', 'updateAnnotation']);
    },
  ],
  [
    'skip',
    'Control+Space',
    () => undefined,
    ({seen}) => {
      expect(seen).to.deep.equal(['skipTask']);
    },
  ],
  [
    'undo',
    'Control+z',
    ({actions}) => actions.deleteRegion('a'),
    ({labels}) => {
      expect(labels()).to.have.length(2);
    },
  ],
  [
    'redo',
    'Control+Shift+Z',
    ({actions, session}) => {
      actions.deleteRegion('a');
      session.undo();
    },
    ({labels}) => {
      expect(labels()).to.have.length(1);
    },
  ],
  [
    'deleteSelected',
    'Backspace',
    ({actions}) => {
      actions.selectRegion('a');
    },
    ({labels, seen}) => {
      expect(labels()).to.deep.equal([[8, 15]]);
      expect(seen).to.deep.equal(['entityDelete']);
    },
  ],
  [
    'deleteAll',
    'Control+Backspace',
    () => undefined,
    ({labels, seen}) => {
      expect(labels()).to.deep.equal([]);
      expect(seen).to.deep.equal(['entityDelete', 'entityDelete']);
    },
  ],
  [
    'unselect',
    'u',
    ({actions}) => {
      actions.selectRegion('a');
    },
    ({session}) => {
      expect(session.annotation?.selectionSize).to.equal(0);
    },
  ],
  [
    'unselect',
    'Escape',
    ({actions}) => actions.toggleLabel('label', 'Person'),
    ({host}) => {
      const chosen = host.querySelectorAll('.lsf-label_selected');
      expect(chosen).to.have.length(0);
    },
  ],
  [
    'selectNext',
    'Alt+.',
    ({actions}) => {
      actions.selectRegion('a');
    },
    ({session}) => {
      expect(session.annotation?.highlightedNode?.cleanId).to.equal('b');
    },
  ],
  [
    'toggleHidden',
    'Alt+h',
    ({actions}) => {
      actions.selectRegion('a');
    },
    ({session}) => {
      expect(session.annotation?.areas.get('a')?.hidden).to.equal(true);
      expect(session.annotation?.areas.get('b')?.hidden).to.equal(false);
    },
  ],
  [
    'toggleLocked',
    'Alt+l',
    ({actions}) => {
      actions.selectRegion('a');
    },
    ({session}) => {
      expect(session.annotation?.areas.get('a')?.locked).to.equal(true);
    },
  ],
  [
    'duplicate',
    'Control+d',
    ({actions}) => {
      actions.selectRegion('b');
    },
    ({session, labels, seen}) => {
      expect(labels()).to.deep.equal([
        [0, 3],
        [8, 15],
        [8, 15],
      ]);
      const {highlightedNode, regions} = session.annotation!;
      expect(highlightedNode).to.equal(regions[2]);
      expect(seen).to.deep.equal([]);
    },
  ],
  [
    'focusFields',
    'Enter',
    ({actions}) => {
      actions.selectRegion('b');
    },
    ({host}) => {
      const note = host.querySelector('[name="note"]');
      expect(document.activeElement === note).to.equal(true);
    },
  ],
];

describe('hotkeys of the host (§9.3)', () => {
  for (const [name, press, before, check] of ROWS) {
    it(`has ${press}: ${HOST_HOTKEYS[name].description}`, async () => {
      const handles = await setup();
      before(handles);
      handles.seen.length = 0;
      await sendKeys({press});
      await check(handles);
      handles.host.remove();
    });
  }

  it('has alt+shift and a number select a region', async () => {
    const {host, session} = await setup();
    await sendKeys({press: 'Alt+Shift+2'});
    expect(session.annotation?.highlightedNode?.cleanId).to.equal('b');
    host.remove();
  });

  it('tests every hotkey that there is', () => {
    const tested = new Set(ROWS.map(([name]) => name));
    expect([...tested]).to.have.members(Object.keys(HOST_HOTKEYS));
  });

  it('leaves submit alone in a field, where it is text that is submitted', async () => {
    const {host, session, seen} = await setup();
    session.actions.selectRegion('a');
    host.querySelector<HTMLElement>('[name="note"]')?.focus();
    await sendKeys({press: 'Control+Enter'});
    expect(seen).to.deep.equal([]);
    host.remove();
  });

  it('leaves Enter to the button that has the focus', async () => {
    const {host, find, session} = await setup();
    session.actions.selectRegion('a');
    find('[aria-label="New annotation"]').focus();
    await sendKeys({press: 'Enter'});
    expect(session.store.state.order).to.have.length(2);
    host.remove();
  });

  it('has a plugin ask for the fields of a region', async () => {
    const {host, session} = await setup();
    session.annotation?.areas.get('a')?.requestPerRegionFocus();
    expect(document.activeElement?.getAttribute('name')).to.equal('note');
    host.remove();
  });

  it('follows a keymap that the page has changed', async () => {
    const host = document.createElement('ls-annotation-host');
    host.htx.Hotkey.setKeymap({
      'annotation:undo': {key: 'ctrl+b', description: 'Back'},
    });
    const result = [span('a', 0, 3)];
    host.config = XML;
    host.task = {id: 1, data: {text: 'Ada'}, annotations: [{id: 1, result}]};
    document.body.append(host);
    await host.displayed;
    host.session.actions.deleteRegion('a');
    await sendKeys({press: 'Control+z'});
    expect(host.serialize()).to.have.length(0);
    await sendKeys({press: 'Control+b'});
    expect(host.serialize()).to.have.length(1);
    host.remove();
  });
});
