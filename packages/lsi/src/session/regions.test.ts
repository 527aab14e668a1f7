import {expect} from '@open-wc/testing';
import {VirtualTimeScheduler} from 'rxjs';

import {labelingSession, type SessionParts} from '@ls-annotation/testing';

import type {RegionView} from '../views/region-view.js';

const LINE = '/span[1]/text()[1]';

const BOXES = `<View>
  <Image name="img" value="$img"/>
  <Labels name="label" toName="img"><Label value="A"/>
    <Label value="B" maxUsages="1"/></Labels>
  <Rectangle name="rect" toName="img"/>
  <RectangleLabels name="box" toName="img"><Label value="Car"/>
  </RectangleLabels>
  <Polygon name="poly" toName="img"/>
</View>`;

const SHAPE = {x: 1, y: 2, width: 3, height: 4, rotation: 0};

function setup(parts: SessionParts = {}) {
  const shown = labelingSession(parts);
  const {session} = shown;
  const {annotation, actions} = session;
  if (!annotation) throw new Error('Nothing is on display.');
  const events: string[] = [];
  session.events.all$.subscribe(({name}) => events.push(name));
  const draw = (start: number, end: number, text: string): RegionView => {
    const region = actions.createResult(
      {start, end, text},
      {labels: ['PER']},
      'label',
      'text',
    );
    if (!region) throw new Error('The region was refused.');
    return region;
  };
  return {...shown, annotation, actions, events, draw};
}

describe('what a person does', () => {
  it('is ascribed to nobody else, with all that goes with it', () => {
    const {session, annotation, actions, draw} = setup();
    const origins: string[] = [];
    session.store.changes$.subscribe(({origin, label}) => {
      origins.push(`${label} by ${origin}`);
    });
    actions.toggleLabel('label', 'PER');
    const region = draw(6, 11, 'world');
    actions.selectRegion(region.cleanId);
    actions.toggleRegionSelection(region.cleanId);
    actions.toggleLabel('label', 'PER');
    actions.unselectAll();
    actions.selectRegion(region.cleanId);
    actions.deleteRegion(region.cleanId);
    expect(annotation.regions).to.deep.equal([]);
    expect(origins.length).to.be.above(7);
    expect(origins.filter((words) => !words.endsWith('by user'))).to.be.empty;
  });
});

describe('createResult()', () => {
  it('emits entityCreate when the region is there', () => {
    const {session, annotation, draw} = setup();
    const seen: unknown[] = [];
    session.events.addHandler('entityCreate', (region) => {
      seen.push(
        annotation.areas.get(region.id) === region,
        region.origin,
        region.annotation === annotation,
        region.object?.name,
        region.results.length,
        region.labels,
      );
    });
    draw(6, 11, 'world');
    expect(seen).to.deep.equal([true, 'manual', true, 'text', 1, ['PER']]);
    session.close();
  });

  it('shows a handler offsets inside text nodes, and global ones after', () => {
    const {session, draw} = setup({
      task: {id: 1, data: {text: 'one\ntwo three'}},
    });
    const read = ({
      text,
      start,
      end,
      startOffset,
      endOffset,
      globalOffsets,
      isText,
    }: RegionView) => ({
      text,
      start,
      end,
      startOffset,
      endOffset,
      globalOffsets,
      isText,
    });
    const seen: unknown[] = [];
    session.events.addHandler('entityCreate', (region) =>
      seen.push(read(region)),
    );
    const region = draw(2, 7, 'e\ntwo');
    expect(seen).to.deep.equal([
      {
        text: 'e\\ntwo',
        start: LINE,
        end: '/span[2]/text()[1]',
        startOffset: 2,
        endOffset: 3,
        globalOffsets: null,
        isText: true,
      },
    ]);
    expect(read(region)).to.deep.equal({
      text: 'e\\ntwo',
      start: '',
      end: '',
      startOffset: 2,
      endOffset: 7,
      globalOffsets: {start: 2, end: 7, calculated: true},
      isText: true,
    });
    expect(region.serialize()[0]?.value).to.deep.equal({
      start: 2,
      end: 7,
      text: 'e\\ntwo',
      labels: ['PER'],
    });
    session.close();
  });

  it('makes a text region of paths into the text', () => {
    const {session, annotation} = setup();
    const object = annotation.names.get('text');
    const control = annotation.names.get('label');
    if (!object || !control) throw new Error('The config is another.');
    const region = annotation.createResult(
      {text: 'world', start: LINE, startOffset: 6, end: LINE, endOffset: 11},
      {labels: ['LOC']},
      control,
      object,
    );
    annotation.updateObjects();
    expect(region.type).to.equal('richtextregion');
    expect(region.isText).to.equal(false);
    expect([region.startOffset, region.endOffset]).to.deep.equal([6, 11]);
    expect(region.globalOffsets).to.deep.equal({
      start: 6,
      end: 11,
      calculated: true,
    });
    expect(session.serialize()).to.deep.equal([
      {
        id: region.cleanId,
        from_name: 'label',
        to_name: 'text',
        type: 'labels',
        value: {
          text: 'world',
          start: LINE,
          startOffset: 6,
          end: LINE,
          endOffset: 11,
          globalOffsets: {start: 6, end: 11},
          labels: ['LOC'],
        },
        origin: 'manual',
      },
    ]);
    session.close();
  });

  it('makes a classification without an event, one per control', () => {
    const {session, annotation, events} = setup({
      xml: `<View><Text name="text" value="$text"/>
        <Choices name="c" toName="text"><Choice value="x"/><Choice value="y"/>
        </Choices></View>`,
    });
    annotation.createResult({}, {choices: ['x']}, 'c', 'text');
    const area = annotation.createResult({}, {choices: ['y']}, 'c', 'text');
    expect(area.classification).to.equal(true);
    expect(area.type).to.equal('');
    expect(annotation.results.map(({value}) => value)).to.deep.equal([
      {choices: ['y']},
    ]);
    expect(events).to.deep.equal([]);
    session.close();
  });

  it('lets go of the chosen labels, unless the person keeps them', () => {
    for (const continuousLabeling of [false, true]) {
      const {session, annotation, actions, draw} = setup({
        settings: {continuousLabeling},
      });
      actions.toggleLabel('label', 'PER');
      draw(0, 5, 'Hello');
      expect(annotation.state.session.activeLabels).to.deep.equal(
        continuousLabeling ? {label: ['PER']} : {},
      );
      session.close();
    }
  });

  it('selects the region afterwards when the person wants so', () => {
    const scheduler = new VirtualTimeScheduler();
    const {session, draw} = setup({
      scheduler,
      settings: {selectAfterCreate: true},
    });
    const region = draw(0, 5, 'Hello');
    expect(region.selected).to.equal(false);
    scheduler.flush();
    expect(region.selected).to.equal(true);
    session.close();
  });

  const labelsAtEvent = [
    ['rect', {}, []],
    ['box', {rectanglelabels: ['Car']}, ['Car']],
    ['poly', {}, ['A']],
  ] as const;
  for (const [control, value, labels] of labelsAtEvent) {
    it(`has the labels ${labels.join() || 'of nobody'} on a new ${control}`, () => {
      const {session, actions} = setup({
        xml: BOXES,
        task: {id: 1, data: {img: 'a.png'}},
      });
      const seen: unknown[] = [];
      session.events.addHandler('entityCreate', (region) =>
        seen.push(region.labels),
      );
      actions.toggleLabel('label', 'A');
      const region = actions.createResult(SHAPE, value, control, 'img');
      expect(seen).to.deep.equal([labels]);
      expect(region?.hasLabel('A')).to.equal(true);
      expect(session.annotation?.history.undoIdx).to.equal(1);
      session.undo();
      expect(region?.isAlive).to.equal(false);
      session.close();
    });
  }

  it('refuses a label that is used up', () => {
    const {session, actions, modals} = setup({
      xml: BOXES,
      task: {id: 1, data: {img: 'a.png'}},
    });
    actions.toggleLabel('label', 'B');
    expect(actions.createResult(SHAPE, {}, 'rect', 'img')).not.to.equal(null);
    expect(actions.toggleLabel('label', 'B')).to.equal(false);
    expect(modals).to.deep.equal([
      {message: "You can't use B more than 1 time(s)", type: 'warning'},
    ]);
    session.close();
  });

  it('goes on when a handler deletes the region', () => {
    const {session, annotation, draw} = setup();
    session.events.addHandler('entityCreate', (region) => {
      annotation.deleteRegion(region);
    });
    const region = draw(0, 5, 'Hello');
    expect(region.isAlive).to.equal(false);
    expect(region.text).to.equal('Hello');
    session.close();
  });
});

describe('a region that a person goes on drawing', () => {
  const CORNERS = [
    [1, 1],
    [5, 1],
    [5, 5],
  ];

  function drawing(corners: number) {
    const shown = setup({
      xml: BOXES,
      task: {id: 1, data: {img: 'x.png'}, annotations: [{result: []}, {}]},
    });
    const region = shown.actions.createResult(
      {points: CORNERS.slice(0, corners), closed: false},
      {},
      'poly',
      'img',
      {isDrawing: true},
    );
    if (!region) throw new Error('The region was refused.');
    const {history} = shown.annotation;
    return {...shown, region, history};
  }

  it('is one undo step, which waits for its end', () => {
    const {session, annotation, actions, region, history} = drawing(2);
    expect(annotation.isDrawing).to.equal(true);
    expect(history.canUndo).to.equal(false);
    actions.setGeometry(region.id, {points: CORNERS, closed: true});
    actions.finishDrawing(region.id);
    expect(annotation.isDrawing).to.equal(false);
    expect(region.isDrawing).to.equal(false);
    history.undo();
    expect(annotation.regions).to.deep.equal([]);
    expect(history.canUndo).to.equal(false);
    session.close();
  });

  it('leaves no undo step when it is given up', () => {
    const {session, region, history} = drawing(2);
    region.deleteRegion();
    expect(history.canUndo).to.equal(false);
    expect(history.isFrozen).to.equal(false);
    session.close();
  });

  for (const [corners, closed] of [
    [2, []],
    [3, [true]],
  ] as const) {
    const what = corners === 2 ? 'goes' : 'is closed';
    it(`${what} with ${String(corners)} corners when another is shown`, () => {
      const {session, annotation, history} = drawing(corners);
      const other = session.store.state.order.find(
        (id) => id !== annotation.id,
      );
      session.selectAnnotation(other!);
      const {regions} = annotation;
      expect(regions.map((region) => region.closed)).to.deep.equal(closed);
      expect(history.isFrozen).to.equal(false);
      session.close();
    });
  }

  it('keeps the chosen labels until its end', () => {
    const {session, annotation, actions} = setup({
      xml: BOXES,
      task: {id: 1, data: {img: 'x.png'}},
    });
    actions.toggleLabel('label', 'A');
    const region = actions.createResult(
      {points: CORNERS, closed: false},
      {},
      'poly',
      'img',
      {isDrawing: true},
    );
    const chosen = () => annotation.state.session.activeLabels.label;
    expect(region?.labels).to.deep.equal(['A']);
    expect(chosen()).to.deep.equal(['A']);
    actions.finishDrawing(region!.id);
    expect(chosen() ?? []).to.deep.equal([]);
    session.close();
  });
});

describe('deleteRegion()', () => {
  it('emits entityDelete while the region is still there', () => {
    const {session, annotation, actions, draw} = setup();
    const region = draw(0, 5, 'Hello');
    const seen: unknown[] = [];
    session.events.addHandler('entityDelete', (leaving) => {
      seen.push(
        leaving === region,
        annotation.areas.get(leaving.id) === region,
      );
    });
    expect(actions.deleteRegion(region.id)).to.equal(true);
    expect(seen).to.deep.equal([true, true]);
    expect(annotation.regions).to.deep.equal([]);
    expect(annotation.history.undoIdx).to.equal(2);
    session.close();
  });

  it('may be called again, on it and on others, from its own handler', () => {
    const {session, annotation, draw, errors} = setup();
    const regions = [draw(0, 1, 'a'), draw(2, 3, 'b'), draw(4, 5, 'c')];
    let count = 0;
    session.events.addHandler('entityDelete', () => {
      count += 1;
      for (const region of regions) annotation.deleteRegion(region);
    });
    annotation.deleteRegion(regions[1] as RegionView);
    expect(annotation.regions).to.deep.equal([]);
    expect(count).to.equal(3);
    expect(errors).to.deep.equal([]);
    session.close();
  });

  it('does nothing for a region that is gone, locked or read-only', () => {
    const {session, annotation, actions, draw, events} = setup();
    const region = draw(0, 5, 'Hello');
    actions.setLocked(region.id, true);
    events.length = 0;
    annotation.deleteRegion(region);
    expect(region.isAlive).to.equal(true);
    actions.setLocked(region.id, false);
    annotation.deleteRegion(region);
    annotation.deleteRegion(region);
    expect(events).to.deep.equal(['entityDelete']);
    session.close();
  });

  it('gives children to the parent before the event, in one step', () => {
    const {session, annotation, actions, draw} = setup();
    const [outer, middle, inner] = [
      draw(0, 9, 'a'),
      draw(1, 8, 'b'),
      draw(2, 7, 'c'),
    ];
    actions.setParent(middle.id, outer.id);
    actions.setParent(inner.id, middle.id);
    const before = annotation.history.undoIdx;
    let parentAtEvent = '';
    session.events.addHandler('entityDelete', () => {
      parentAtEvent = inner.parentID;
    });
    actions.deleteRegion(middle.id);
    expect(parentAtEvent).to.equal(outer.id);
    expect(annotation.history.undoIdx).to.equal(before + 1);
    session.undo();
    expect(inner.parentID).to.equal(middle.id);
    session.close();
  });

  it('is not announced for classifications, undo and redo', () => {
    const {session, events, draw} = setup();
    draw(0, 5, 'Hello');
    events.length = 0;
    session.undo();
    session.redo();
    expect(events).to.deep.equal([]);
    session.close();
  });

  it('is announced once a region by deleteAllRegions', () => {
    const {session, annotation, events, draw} = setup();
    draw(0, 1, 'a');
    draw(2, 3, 'b');
    events.length = 0;
    annotation.deleteAllRegions();
    expect(events).to.deep.equal(['entityDelete', 'entityDelete']);
    session.undo();
    session.undo();
    events.length = 0;
    annotation.deleteAllRegions({deleteReadOnly: true});
    expect(annotation.regions).to.deep.equal([]);
    expect(events).to.deep.equal([]);
    session.close();
  });
});

describe('regionFinishedDrawing', () => {
  const XML = (attribute: string) => `<View><Image name="img" value="$img"/>
    <RectangleLabels name="box" toName="img" ${attribute}>
    <Label value="Car"/></RectangleLabels></View>`;
  const rows = [
    ['smartOnly="true"', false, 1],
    ['smart="true"', true, 1],
    ['smart="true"', false, 0],
    ['', true, 0],
  ] as const;
  for (const [attribute, autoAnnotation, times] of rows) {
    const when = autoAnnotation ? 'with' : 'without';
    it(`comes ${times} time(s) ${when} models, ${attribute || 'plain'}`, () => {
      const scheduler = new VirtualTimeScheduler();
      const {session, actions, events} = setup({
        scheduler,
        xml: XML(attribute),
        task: {id: 1, data: {img: 'a.png'}},
      });
      session.htx.setAutoAnnotation(autoAnnotation);
      const value = {rectanglelabels: ['Car']};
      const region = actions.createResult(SHAPE, value, 'box', 'img');
      actions.finishDrawing(region?.id ?? '');
      actions.finishDrawing(region?.id ?? '');
      expect(events).to.deep.equal(['entityCreate']);
      scheduler.flush();
      expect(
        events.filter((name) => name === 'regionFinishedDrawing'),
      ).to.have.length(times);
      session.close();
    });
  }
});

describe('undo()', () => {
  it('brings the same region object back', () => {
    const {session, annotation, actions, draw} = setup();
    const region = draw(0, 5, 'Hello');
    actions.deleteRegion(region.id);
    expect(region.isAlive).to.equal(false);
    session.undo();
    expect(annotation.areas.get(region.id)).to.equal(region);
    session.undo();
    session.redo();
    expect(annotation.regions[0]).to.equal(region);
    session.close();
  });

  it('leaves nothing selected', () => {
    const {session, annotation, actions, draw} = setup();
    const region = draw(0, 5, 'Hello');
    actions.selectRegion(region.id);
    session.undo();
    expect(annotation.state.selection).to.deep.equal([]);
    session.close();
  });
});

describe('toggleLabel()', () => {
  it('puts a label on the selected regions, or takes it off', () => {
    const {session, actions, draw} = setup();
    const regions = [draw(0, 1, 'a'), draw(2, 3, 'b')];
    actions.selectRegions(regions.map(({id}) => id));
    actions.toggleLabel('label', 'LOC');
    expect(regions.map(({labels}) => labels)).to.deep.equal([['LOC'], ['LOC']]);
    session.undo();
    expect(regions.map(({labels}) => labels)).to.deep.equal([['PER'], ['PER']]);
    session.close();
  });

  it('does not take the last label off, as the region would go', () => {
    const {session, actions, draw} = setup();
    const region = draw(0, 1, 'a');
    actions.selectRegion(region.id);
    actions.toggleLabel('label', 'PER');
    expect(region.labels).to.deep.equal(['PER']);
    session.close();
  });

  it('chooses one label of a single control, several of a multiple one', () => {
    const rows = [
      ['single', ['B']],
      ['multiple', ['A', 'B']],
    ] as const;
    for (const [choice, chosen] of rows) {
      const {session, annotation, actions} = setup({
        xml: `<View><Text name="text" value="$text"/>
          <Labels name="label" toName="text" choice="${choice}">
          <Label value="A"/><Label value="B"/></Labels></View>`,
      });
      actions.toggleLabel('label', 'A');
      actions.toggleLabel('label', 'B');
      const {activeLabels} = annotation.state.session;
      expect(activeLabels.label).to.deep.equal(chosen);
      session.close();
    }
  });
});
