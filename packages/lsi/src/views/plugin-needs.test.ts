import {expect} from '@open-wc/testing';

import {labelingSession, type SessionParts} from '@ls-annotation/testing';

import {ControlView} from './control-view.js';
import type {RegionView} from './region-view.js';

/** What the official plugins do with the live views, in our own words. */
function setup(parts: SessionParts) {
  const shown = labelingSession(parts);
  const {session} = shown;
  const {htx: Htx, lsi: LSI} = session;
  const named = (name: string): ControlView => {
    const tag = LSI.annotation?.names.get(name);
    if (tag instanceof ControlView) return tag;
    throw new Error(`No control "${name}".`);
  };
  return {...shown, Htx, LSI, named};
}

const SPANS = `<View>
  <Labels name="label" toName="text">
    <Label value="PER"/><Label value="LOC"/>
  </Labels>
  <Text name="text" value="$text"/>
</View>`;

const WORDS = `<View>
  <Text name="text" value="$text"/>
  <TextArea name="textarea" toName="text"/>
</View>`;

describe('what bulk-labeling needs', () => {
  function bulk() {
    const shown = setup({
      xml: SPANS,
      task: {id: 1, data: {text: ['😀 cat and dog', 'cat, cat']}},
    });
    const {session, LSI, Htx} = shown;
    let isBusy = false;
    const pending: (() => void)[] = [];
    LSI.on('entityCreate', (region) => {
      if (isBusy) return;
      isBusy = true;
      pending.push(() => {
        const {object, labeling, text = ''} = region;
        const shownText = String(object?._value);
        for (const {index} of shownText.matchAll(new RegExp(text, 'gi'))) {
          if (index === region.startOffset || !labeling || !object) continue;
          Htx.annotationStore.selected?.createResult(
            {
              text,
              start: '/span[1]/text()[1]',
              startOffset: index,
              end: '/span[1]/text()[1]',
              endOffset: index + text.length,
            },
            {labels: [...(labeling.value.labels as string[])]},
            labeling.from_name,
            object,
          );
        }
        Htx.annotationStore.selected?.updateObjects();
        isBusy = false;
      });
    });
    LSI.on('entityDelete', (region) => {
      if (isBusy) return;
      isBusy = true;
      const {selected} = Htx.annotationStore;
      const same = selected?.regions.filter(({text}) => text === region.text);
      for (const each of same ?? []) selected?.deleteRegion(each);
      selected?.updateObjects();
      isBusy = false;
    });
    const region = session.actions.createResult(
      {start: 2, end: 5, text: 'cat'},
      {labels: ['LOC']},
      'label',
      'text',
    );
    for (const work of pending) work();
    return {...shown, region};
  }

  it('labels every occurrence where it is in the text', () => {
    const {session, Htx, errors} = bulk();
    const regions = Htx.annotationStore.selected?.regions ?? [];
    const offsets = regions.map(({globalOffsets}) => globalOffsets?.start);
    // The smile is two UTF-16 units: the plugin finds the first word at 3.
    expect(offsets).to.deep.equal([2, 2, 14, 19]);
    expect(regions.map(({labels}) => labels.join())).to.deep.equal([
      'LOC',
      'LOC',
      'LOC',
      'LOC',
    ]);
    expect(errors).to.deep.equal([]);
    session.close();
  });

  it('deletes every occurrence from the handler of the first', () => {
    const {session, Htx, errors, region} = bulk();
    session.actions.deleteRegion(region?.id ?? '');
    expect(Htx.annotationStore.selected?.regions).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    session.close();
  });
});

describe('what validating text areas needs', () => {
  const rows: readonly (readonly [string, boolean])[] = [
    ['{bad', false],
    ['{"a":1}', true],
    ['', true],
  ];
  for (const [typed, isSaved] of rows) {
    it(`finds what was typed before the save: ${typed || 'nothing'}`, async () => {
      const {session, LSI, Htx, modals} = setup({xml: WORDS});
      LSI.on('beforeSaveAnnotation', (_store, annotation) => {
        const result = annotation.results.find(
          ({type, from_name}) =>
            type === 'textarea' && from_name.name === 'textarea',
        );
        if (!result) return true;
        const [text = ''] = result.value.text as string[];
        try {
          JSON.parse(text);
          return true;
        } catch {
          Htx.showModal('Invalid JSON format');
          return false;
        }
      });
      session.actions.setTyped('textarea', typed);
      expect(await session.submit()).to.equal(isSaved);
      expect(modals).to.deep.equal(
        isSaved ? [] : [{message: 'Invalid JSON format', type: 'warning'}],
      );
      session.close();
    });
  }
});

describe('what checking spans for overlap needs', () => {
  const rows = [
    ['overlapping', 4, false],
    ['adjacent', 5, true],
  ] as const;
  for (const [word, start, isSaved] of rows) {
    it(`tells ${word} spans by numeric offsets`, async () => {
      const {session, LSI, Htx} = setup({xml: SPANS});
      LSI.on('beforeSaveAnnotation', () => {
        const spans = (Htx.annotationStore.selected?.regions ?? [])
          .filter(
            (region) =>
              region.type === 'richtextregion' &&
              typeof region.startOffset === 'number',
          )
          .sort((a, b) => Number(a.startOffset) - Number(b.startOffset));
        return !spans.some(
          ({endOffset = 0}, index) =>
            endOffset > (spans[index + 1]?.startOffset ?? Infinity),
        );
      });
      for (const [from, to] of [
        [start, 8],
        [0, 5],
      ] as const) {
        session.actions.createResult(
          {start: from, end: to, text: 'x'},
          {labels: ['PER']},
          'label',
          'text',
        );
      }
      expect(await session.submit()).to.equal(isSaved);
      session.close();
    });
  }
});

describe('what moderation needs', () => {
  it('finds the text of a region and selects the region', async () => {
    const {session, LSI} = setup({
      xml: SPANS.replace(
        '</View>',
        '<TextArea name="note" toName="text" perRegion="true"/></View>',
      ),
    });
    let isDismissed = false;
    LSI.on('beforeSaveAnnotation', (_store, annotation) => {
      const found = annotation.results.find(
        (result) =>
          result.type === 'textarea' &&
          (result.value.text as string[]).some((text) => text.includes('hate')),
      );
      if (!found || isDismissed) return true;
      if (!found.area.classification) annotation.selectArea(found.area);
      isDismissed = true;
      return false;
    });
    const region = session.actions.createResult(
      {start: 0, end: 5, text: 'Hello'},
      {labels: ['PER']},
      'label',
      'text',
    ) as RegionView;
    const regionId = region.cleanId;
    session.actions.selectRegion(regionId);
    session.actions.setTyped('note', 'I hate it', {regionId});
    expect(await session.submit()).to.equal(false);
    expect(region.selected).to.equal(true);
    session.close();
  });
});

describe('what asking a model needs', () => {
  it('reads the typed prompt and takes the answer over', () => {
    const {session, LSI, named} = setup({
      xml: `<View><Text name="text" value="placeholder"/>
        <TextArea name="prompt" toName="text" maxSubmissions="1"/>
        <TextArea name="reason" toName="text"/>
        <Choices name="category" toName="text"><Choice value="cat1"/>
        <Choice value="cat2"/></Choices></View>`,
    });
    session.actions.setTyped('prompt', 'What is it?');
    named('prompt').submitChanges();
    expect(named('prompt').result?.value.text).to.deep.equal(['What is it?']);
    const answer = (choice: string) => [
      {
        from_name: 'category',
        to_name: 'text',
        type: 'choices',
        value: {choices: [choice]},
      },
      {
        from_name: 'reason',
        to_name: 'text',
        type: 'textarea',
        value: {text: ['r']},
      },
    ];
    LSI.annotation?.deserializeResults(answer('cat1'));
    LSI.annotation?.deserializeResults(answer('cat2'));
    expect(
      session.serialize().map(({type, value}) => [type, value]),
    ).to.deep.equal([
      ['textarea', {text: ['What is it?']}],
      ['choices', {choices: ['cat2']}],
      ['textarea', {text: ['r']}],
    ]);
    session.close();
  });
});

describe('what mirroring a text needs', () => {
  it('is told when another annotation is on display', () => {
    const {session, LSI} = setup({xml: SPANS});
    const id = LSI.annotation?.id;
    session.createAnnotation();
    expect(LSI.annotation?.id).not.to.equal(id);
    session.close();
  });
});

describe('what plotting needs', () => {
  it('gets data of the task that a library may write to', () => {
    const {session, LSI} = setup({
      xml: SPANS,
      task: {id: 1, data: {text: 'a', plotly: {x: [1]}}},
    });
    const {plotly} = LSI.task?.data as {plotly: Record<string, unknown>};
    plotly.uid = 'set by the library';
    expect(LSI.dataObj).to.have.nested.property('plotly.uid');
    session.close();
  });
});
