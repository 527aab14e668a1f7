import {expect} from '@open-wc/testing';

import {labelingSession, type SessionParts} from '@ls-annotation/testing';

import type {AnnotationView} from './annotation-view.js';
import {ControlView} from './control-view.js';
import {ItemView} from './item-view.js';
import {ObjectView} from './object-view.js';
import type {RegionView} from './region-view.js';

const MIXED = `<View>
  <Header value="Read this"/>
  <Text name="text" value="$text" saveTextResult="yes"/>
  <Labels name="label" toName="text">
    <Label value="PER" background="red"/><Label value="Location" alias="LOC"/>
  </Labels>
  <Choices name="c" toName="text" choice="single">
    <Choice value="x"/><Choice value="Why" alias="y"/>
  </Choices>
  <TextArea name="ta" toName="text"/>
  <TextArea name="note" toName="text" perRegion="true"/>
  <Video name="video" value="$video" frameRate="29.97" sync="lag"/>
</View>`;

const TASK = {
  id: 3,
  data: {text: ['one', 'two'], video: 'a.mp4'},
  annotations: [
    {
      id: 5,
      result: [
        {
          id: 'r1',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: {start: 0, end: 3, text: 'one', labels: ['LOC']},
          origin: 'manual',
        },
        {
          id: 'r1',
          from_name: 'note',
          to_name: 'text',
          type: 'textarea',
          value: {start: 0, end: 3, text: ['a note']},
          origin: 'manual',
        },
        {
          id: 'c1',
          from_name: 'c',
          to_name: 'text',
          type: 'choices',
          value: {choices: ['x']},
          origin: 'manual',
        },
        {
          id: 'z',
          from_name: 'gone',
          to_name: 'text',
          type: 'choices',
          value: {choices: ['x']},
          origin: 'manual',
        },
      ],
    },
  ],
};

function setup(parts: SessionParts = {}) {
  const shown = labelingSession({xml: MIXED, task: TASK, ...parts});
  const {annotation} = shown.session;
  if (!annotation) throw new Error('Nothing is on display.');
  return {...shown, annotation};
}

function tag(annotation: AnnotationView, name: string) {
  const found = annotation.names.get(name);
  if (!found) throw new Error(`No tag "${name}".`);
  return found;
}

function control(annotation: AnnotationView, name: string): ControlView {
  const found = tag(annotation, name);
  if (found instanceof ControlView) return found;
  throw new Error(`"${name}" is no control.`);
}

function object(annotation: AnnotationView, name: string): ObjectView {
  const found = tag(annotation, name);
  if (found instanceof ObjectView) return found;
  throw new Error(`"${name}" is no object.`);
}

describe('AnnotationView', () => {
  it('is the same object wherever it is found', () => {
    const {session, annotation} = setup();
    const {annotationStore} = session.htx;
    expect(annotationStore.selected).to.equal(annotation);
    expect(annotationStore.annotations[0]).to.equal(annotation);
    expect(session.scope?.annotation).to.equal(annotation);
    expect(session.lsi.annotation).to.equal(annotation);
    session.close();
  });

  it('has areas and regions with classifications, without unknown tags', () => {
    const {session, annotation} = setup();
    expect(annotation.regions.map(({cleanId}) => cleanId)).to.deep.equal([
      'r1',
      'c1',
    ]);
    expect(annotation.regionStore.regions).to.have.length(1);
    expect(annotation.areas.size).to.equal(2);
    expect([...annotation.areas.values()]).to.deep.equal(annotation.regions);
    expect(annotation.areas.get('r1')).to.equal(annotation.regions[0]);
    expect(annotation.areas.get(annotation.regions[0]?.id ?? '')).to.equal(
      annotation.regions[0],
    );
    expect(annotation.areas.has('z')).to.equal(false);
    session.close();
  });

  it('hands out lists that may be sorted and spliced', () => {
    const {session, annotation} = setup();
    annotation.regions.splice(0);
    annotation.results.reverse();
    expect(annotation.regions).to.have.length(2);
    expect(annotation.results[0]?.type).to.equal('labels');
    session.close();
  });

  it('serializes what it does not know as it came', () => {
    const {session, annotation} = setup();
    expect(annotation.serializeAnnotation()).to.deep.equal(
      TASK.annotations[0]?.result,
    );
    expect(annotation.serialized).to.deep.equal(session.serialize());
    session.close();
  });

  it('knows what the server knows', () => {
    const {session, annotation} = setup();
    expect(annotation.exists).to.equal(true);
    expect(annotation.pk).to.equal('5');
    const made = session.createAnnotation();
    expect(made.exists).to.equal(false);
    made.updatePersonalKey(8);
    expect(made.exists).to.equal(false);
    made.sendUserGenerate();
    expect(made.exists).to.equal(true);
    session.close();
  });

  it('marks one annotation alone as the reference answer', () => {
    const {session, annotation} = setup();
    const seen: unknown[] = [];
    session.events.on('groundTruth').subscribe((args) => seen.push(args));
    const other = session.createAnnotation();
    annotation.setGroundTruth(true);
    other.setGroundTruth(true);
    expect([annotation.ground_truth, other.ground_truth]).to.deep.equal([
      false,
      true,
    ]);
    expect(seen[1]).to.deep.equal([session.htx, other, true]);
    session.close();
  });

  it('takes no change when it is read-only', () => {
    const {session, annotation} = setup();
    annotation.setReadonly(true);
    annotation.deleteRegion(annotation.regions[0] as RegionView);
    session.actions.toggleChoice('c', 'y');
    expect(annotation.regions).to.have.length(2);
    expect(annotation.results.at(-1)?.value).to.deep.equal({choices: ['x']});
    session.close();
  });
});

describe('deserializeResults()', () => {
  const CHOICE = {from_name: 'c', to_name: 'text', type: 'choices'};

  it('adds results without ids and events; the last choice counts', () => {
    const {session, annotation, errors} = setup();
    const names: string[] = [];
    session.events.all$.subscribe(({name}) => names.push(name));
    annotation.deserializeResults([
      {...CHOICE, value: {choices: ['y']}},
      {
        from_name: 'ta',
        to_name: 'text',
        type: 'textarea',
        value: {text: ['r']},
      },
    ]);
    annotation.deserializeResults(
      JSON.stringify([{...CHOICE, value: {choices: ['x']}}]),
    );
    expect(control(annotation, 'c').result?.mainValue).to.deep.equal(['x']);
    expect(control(annotation, 'ta').result?.value).to.deep.equal({
      text: ['r'],
    });
    expect(
      annotation.results.filter(({type}) => type === 'choices'),
    ).to.have.length(1);
    expect(names).to.deep.equal([]);
    expect(errors).to.deep.equal([]);
    session.close();
  });

  it('is one step to undo', () => {
    const {session, annotation} = setup();
    const before = session.serialize();
    annotation.deserializeResults([{...CHOICE, value: {choices: ['y']}}]);
    session.undo();
    expect(session.serialize()).to.deep.equal(before);
    session.close();
  });

  it('drops results of tags that the config does not have', () => {
    const {session, annotation, errors} = setup();
    annotation.deserializeResults([
      {...CHOICE, from_name: 'nobody', value: {choices: ['y']}},
      null,
    ]);
    expect(annotation.regions).to.have.length(2);
    expect(errors).to.deep.equal([]);
    session.close();
  });

  it('sends labels of a control that is gone to another one', () => {
    const {session, annotation} = setup();
    annotation.deserializeResults([
      {
        id: 'new',
        from_name: 'old-labels',
        to_name: 'text',
        type: 'labels',
        value: {start: 4, end: 7, text: 'two', labels: ['PER']},
      },
    ]);
    const region = annotation.areas.get('new');
    expect(region?.labels).to.deep.equal(['PER']);
    expect(region?.labeling?.from_name.name).to.equal('label');
    session.close();
  });

  for (const wrong of ['{not json', '{}', 7, undefined]) {
    it(`never throws: reports ${String(wrong)}`, () => {
      const {session, annotation, errors} = setup();
      annotation.deserializeResults(wrong);
      expect(errors).to.deep.equal(['lsi/results-unreadable']);
      session.close();
    });
  }
});

describe('appendResults()', () => {
  it('adds copies under new ids and returns their regions', () => {
    const {session, annotation} = setup();
    const [first] = annotation.regions;
    const [copy] = annotation.appendResults(first?.serialize() ?? []);
    expect(copy?.cleanId).not.to.equal('r1');
    expect(copy?.labels).to.deep.equal(['LOC']);
    expect(annotation.regionStore.regions).to.have.length(2);
    session.close();
  });
});

describe('ResultView', () => {
  it('refers to tags and the area by reference', () => {
    const {session, annotation} = setup();
    const [labels, note, choice] = annotation.results;
    expect(labels?.from_name).to.equal(annotation.names.get('label'));
    expect(labels?.to_name).to.equal(annotation.names.get('text'));
    expect(labels?.area).to.equal(annotation.regions[0]);
    expect(note?.area.classification).to.equal(undefined);
    expect(choice?.area.classification).to.equal(true);
    expect(annotation.results[0]).to.equal(labels);
    session.close();
  });

  it('has values that are real lists and copies', () => {
    const {session, annotation} = setup();
    const [, note] = annotation.results;
    expect(note?.type).to.equal('textarea');
    const text = note?.value.text as string[];
    expect(Array.isArray(text)).to.equal(true);
    text.push('changed');
    expect(note?.value).to.deep.equal({text: ['a note']});
    expect(note?.value.labels).to.equal(undefined);
    session.close();
  });

  it('finds the options it stands for by alias', () => {
    const {session, annotation} = setup();
    const [labels] = annotation.results;
    expect(labels?.selectedLabels.map(({value}) => value)).to.deep.equal([
      'Location',
    ]);
    expect(labels?.getSelectedString()).to.equal('LOC');
    session.close();
  });
});

describe('RegionView', () => {
  it('has the id of Label Studio and the id in JSON', () => {
    const {session, annotation} = setup();
    const [loaded] = annotation.regions;
    expect(loaded?.id).to.equal(`r1#${annotation.id}`);
    expect(loaded?.cleanId).to.equal('r1');
    session.close();
  });

  it('says its labels and its text on one line', () => {
    const {session, annotation} = setup();
    const [region] = annotation.regions;
    expect(region?.labels).to.deep.equal(['LOC']);
    expect(region?.hasLabel('LOC')).to.equal(true);
    expect(region?.getLabelText()).to.equal('1: LOC: a note');
    session.close();
  });

  it('has offsets of a loaded text region', () => {
    const {session, annotation} = setup();
    const [region] = annotation.regions;
    expect(region?.isText).to.equal(true);
    expect([region?.startOffset, region?.endOffset]).to.deep.equal([0, 3]);
    expect(region?.start).to.equal('');
    session.close();
  });

  it('keeps what a plugin puts on it', () => {
    const {session, annotation} = setup();
    Object.assign(annotation.regions[0] as RegionView, {mine: 1});
    expect(annotation.regions[0]).to.have.property('mine', 1);
    session.close();
  });

  it('keeps a note, and removes it', () => {
    const {session, annotation} = setup();
    const region = annotation.regions[0] as RegionView;
    region.setMetaText('look');
    expect(region.meta).to.deep.equal({text: ['look']});
    region.deleteMetaText();
    expect(region.meta).to.equal(undefined);
    session.close();
  });

  it('cannot be put into itself', () => {
    const {session, annotation} = setup();
    const region = annotation.regions[0] as RegionView;
    region.setParentID(region.id);
    expect(region.parentID).to.equal('');
    session.close();
  });
});

describe('TagView', () => {
  it('is the same object for the same annotation, another for another', () => {
    const {session, annotation} = setup();
    const text = annotation.names.get('text');
    expect(annotation.names.get('text')).to.equal(text);
    const other = session.createAnnotation();
    expect(other.names.get('text')).not.to.equal(text);
    session.selectAnnotation(annotation.id);
    expect(annotation.names.get('text')).to.equal(text);
    session.close();
  });

  it('has its attributes under lower-case names, with defaults', () => {
    const {session, annotation} = setup();
    const video = tag(annotation, 'video');
    expect(video).to.include({framerate: '29.97', sync: 'lag', muted: false});
    expect(tag(annotation, 'note')).to.have.property('perregion', true);
    expect(tag(annotation, 'note')).to.have.property('required', false);
    expect(tag(annotation, 'text')).not.to.have.property('framerate');
    session.close();
  });

  it('has children in document order', () => {
    const {session, annotation} = setup();
    const labels = tag(annotation, 'label');
    expect(labels.children?.map(({value}) => value)).to.deep.equal([
      'PER',
      'Location',
    ]);
    expect(labels.children?.[1]).to.be.instanceOf(ItemView);
    expect(labels.children?.[1]?.parent).to.equal(labels);
    expect(annotation.root?.children?.[0]?.type).to.equal('header');
    session.close();
  });

  it('resolves its value with the task, a list of texts with commas', () => {
    const {session, annotation} = setup();
    expect(tag(annotation, 'text').value).to.equal('$text');
    expect(tag(annotation, 'text')._value).to.equal('one,two');
    session.close();
  });

  it('lists controls by object', () => {
    const {session, annotation} = setup();
    const names = annotation.toNames.get('text')?.map(({name}) => name);
    expect(names).to.deep.equal(['label', 'c', 'ta', 'note']);
    session.close();
  });
});

describe('ObjectView', () => {
  it('shows what setRemoteValue() says, in this annotation', () => {
    const {session, annotation} = setup();
    object(annotation, 'text').setRemoteValue('other words');
    expect(tag(annotation, 'text')._value).to.equal('other words');
    const other = session.createAnnotation();
    expect(tag(other, 'text')._value).to.equal('one,two');
    session.close();
  });

  it('decodes what setRemoteValue() says', () => {
    const {session, annotation} = setup({
      xml: `<View><Text name="text" value="$text" encoding="base64unicode"/>
        </View>`,
      task: {id: 1, data: {text: 'w6Q='}},
    });
    expect(tag(annotation, 'text')._value).to.equal('ä');
    object(annotation, 'text').setRemoteValue('w7Y=');
    expect(tag(annotation, 'text')._value).to.equal('ö');
    session.close();
  });

  it('has what video plugins synchronize with', () => {
    const {session, annotation} = setup();
    const video = object(annotation, 'video');
    expect(video.ref).to.deep.equal({current: null});
    expect(video.syncHandlers).to.be.instanceOf(Map);
    Object.assign(video, {isSyncing: true, speed: 2});
    expect(tag(annotation, 'video')).to.include({speed: 2, isSyncing: true});
    expect(object(annotation, 'text').syncHandlers).to.equal(undefined);
    session.close();
  });

  it('lists its regions', () => {
    const {session, annotation} = setup();
    const text = object(annotation, 'text');
    expect(text.regs).to.deep.equal(annotation.regionStore.regions);
    expect(text.allRegs).to.have.length(2);
    expect(text.findRegion({text: 'one'})).to.equal(text.regs[0]);
    session.close();
  });
});

describe('ControlView', () => {
  it('says what it says of the whole object', () => {
    const {session, annotation} = setup();
    const choices = control(annotation, 'c');
    expect(choices.result?.mainValue).to.deep.equal(['x']);
    expect(choices.selectedValues()).to.deep.equal(['x']);
    expect(choices.selectedLabels[0]).to.equal(choices.children?.[0]);
    choices.unselectAll();
    expect(choices.result).to.equal(undefined);
    session.close();
  });

  it('says of the selected region when it is per region', () => {
    const {session, annotation} = setup();
    const note = control(annotation, 'note');
    expect(note.result).to.equal(undefined);
    expect(note.perRegionVisible()).to.equal(false);
    annotation.selectArea(annotation.regions[0] as RegionView);
    expect(note.result?.value.text).to.deep.equal(['a note']);
    expect(note.perRegionVisible()).to.equal(true);
    session.close();
  });

  it('makes a line of what is typed with submitChanges()', () => {
    const {session, annotation} = setup();
    const area = control(annotation, 'ta');
    session.actions.setTyped('ta', 'the prompt');
    expect(area._value).to.equal('the prompt');
    area.submitChanges();
    expect(area.result?.value).to.deep.equal({text: ['the prompt']});
    expect(area._value).to.equal('');
    area.submitChanges();
    expect(area.result?.value).to.deep.equal({text: ['the prompt']});
    session.close();
  });

  it('lists the lines of a text area', () => {
    const {session, annotation} = setup();
    const area = control(annotation, 'ta');
    area.addText('one');
    area.addText('two');
    expect(area.regions?.map(({_value}) => _value)).to.deep.equal([
      'one',
      'two',
    ]);
    expect(area.showSubmit).to.equal(true);
    expect(control(annotation, 'c').regions).to.equal(undefined);
    session.close();
  });

  it('has the colours of its labels', () => {
    const {session, annotation} = setup();
    const [person] = control(annotation, 'label').tiedChildren;
    expect(person?.background).to.equal('red');
    session.close();
  });

  it('chooses through its options as a click does', () => {
    const {session, annotation} = setup();
    const choices = control(annotation, 'c');
    const [, second] = choices.tiedChildren;
    second?.toggleSelected();
    expect(second?.selected).to.equal(true);
    expect(choices.result?.mainValue).to.deep.equal(['y']);
    const [person] = control(annotation, 'label').tiedChildren;
    person?.setSelected(true);
    expect(control(annotation, 'label').isSelected).to.equal(true);
    session.close();
  });

  it('writes its chosen labels on a region with region.setValue()', () => {
    const {session, annotation} = setup();
    const labels = control(annotation, 'label');
    labels.tiedChildren[0]?.toggleSelected();
    annotation.regions[0]?.setValue(labels);
    expect(annotation.regions[0]?.labels).to.deep.equal(['PER']);
    session.close();
  });
});

describe('RegionStoreView', () => {
  it('tells what is selected', () => {
    const {session, annotation} = setup();
    const region = annotation.regions[0] as RegionView;
    annotation.selectArea(region);
    const {selection, selectedIds} = annotation.regionStore;
    expect(selection.highlighted).to.equal(region);
    expect(selection.size).to.equal(1);
    expect(selection.isSelected(region)).to.equal(true);
    expect(selectedIds).to.deep.equal([region.id]);
    annotation.regionStore.unselectAll();
    expect(annotation.hasSelection).to.equal(false);
    session.close();
  });

  it('hides regions by label, or all of them', () => {
    const {session, annotation} = setup();
    const region = annotation.regions[0] as RegionView;
    annotation.regionStore.setHiddenByLabel(true, {value: 'LOC'});
    expect(region.hidden).to.equal(true);
    annotation.regionStore.toggleVisibility();
    expect(region.hidden).to.equal(false);
    session.close();
  });
});

describe('RelationStoreView', () => {
  it('links regions and lets the link go with a region', () => {
    const {session, annotation} = setup();
    const [from] = annotation.regions;
    const [to] = annotation.appendResults(from?.serialize() ?? []);
    if (!from || !to) throw new Error('No regions.');
    annotation.addRelation(from, to);
    annotation.addRelation(from, to);
    const {relations} = annotation.relationStore;
    expect(relations).to.have.length(1);
    expect(relations[0]?.node1).to.equal(from);
    expect(relations[0]?.node2).to.equal(to);
    annotation.deleteRegion(to);
    expect(annotation.relationStore.size).to.equal(0);
    session.close();
  });
});

describe('RootStore', () => {
  it('keeps what it leads to, whatever a plugin assigns', () => {
    const {session} = setup();
    const {htx} = session;
    const {annotationStore, commentStore, events} = htx;
    for (const name of ['annotationStore', 'commentStore', 'events']) {
      expect(Reflect.set(htx, name, null)).to.equal(false);
    }
    expect(htx.annotationStore).to.equal(annotationStore);
    expect(htx.commentStore).to.equal(commentStore);
    expect(htx.events).to.equal(events);
  });

  it('has the task as text and as data that may be written to', () => {
    const {session} = setup();
    const {task} = session.htx;
    expect(task?.data).to.equal(JSON.stringify(TASK.data));
    expect(task?.dataObj).to.deep.equal(TASK.data);
    Object.assign(task?.dataObj ?? {}, {mine: 1});
    expect(session.lsi.dataObj).to.have.property('mine', 1);
    expect(session.store.state.task?.data).not.to.have.property('mine');
    expect(session.lsi.task?.data).to.equal(task?.dataObj);
    session.close();
  });

  it('has the user with keys in camel case', () => {
    const {session} = setup({user: {id: 4, first_name: 'Ada', lastName: 'L'}});
    expect(session.htx.user).to.include({
      id: 4,
      firstName: 'Ada',
      displayName: 'Ada L',
      initials: 'AL',
    });
    expect(setup().session.htx.user).to.equal(null);
    session.close();
  });

  it('shows messages of four kinds as warnings unless told', () => {
    const {session, modals} = setup();
    expect(session.htx.showModal('a')).to.equal(undefined);
    for (const type of ['error', 'warning', 'success', 'info']) {
      session.htx.showModal('b', type);
    }
    expect(modals.map(({type}) => type)).to.deep.equal([
      'warning',
      'error',
      'warning',
      'success',
      'info',
    ]);
    expect(() => session.htx.showModal('c', 'loud')).to.throw(TypeError);
    session.close();
  });

  it('turns parts of the frontend on and off', () => {
    const {session} = setup({interfaces: ['submit']});
    const {htx} = session;
    htx.addInterface('skip');
    expect(htx.hasInterface('nothing', 'skip')).to.equal(true);
    htx.toggleInterface('submit');
    expect(htx.interfaces).to.deep.equal(['skip']);
    expect(session.interfaces).to.deep.equal(['skip']);
    session.close();
  });

  it('sets only flags that it knows', () => {
    const {session} = setup();
    const unknown: unknown = {noAccess: true, mine: 1};
    session.htx.setFlags(unknown as {noAccess: boolean});
    expect(session.flags.noAccess).to.equal(true);
    expect(session.flags).not.to.have.property('mine');
    session.close();
  });

  it('reads suggestions when they come, and says that it waits', async () => {
    const {session, annotation} = setup();
    const answer = {from_name: 'c', to_name: 'text', type: 'choices'};
    const waiting = session.htx.loadSuggestions(Promise.resolve('y'), (y) => [
      {...answer, value: {choices: [y]}},
    ]);
    expect(session.htx.awaitingSuggestions).to.equal(true);
    await waiting;
    expect(session.htx.awaitingSuggestions).to.equal(false);
    expect(control(annotation, 'c').result?.mainValue).to.deep.equal(['y']);
    session.close();
  });

  it('leaves undefined what Label Studio does not have', () => {
    const {session, annotation} = setup();
    for (const thing of [
      session.htx,
      session.htx.annotationStore,
      annotation,
      annotation.regions[0],
      annotation.results[0],
      annotation.names.get('text'),
      session.lsi,
    ]) {
      expect(thing).not.to.have.property('noSuchMember');
      expect(thing).not.to.have.property('then');
    }
    session.close();
  });
});

describe('DataManager', () => {
  it('has the project with the config as Label Studio parses it', () => {
    const {session} = setup({project: {id: 9, title: 'P'}});
    const {project} = session.dm;
    expect(project).to.include({id: 9, title: 'P', label_config: MIXED});
    expect(project?.parsed_label_config).to.have.nested.property(
      'c.labels[1]',
      'y',
    );
    session.close();
  });

  it('has no project when the page does not say', () => {
    const {session} = setup();
    expect(session.dm.project).to.equal(undefined);
    session.close();
  });
});
