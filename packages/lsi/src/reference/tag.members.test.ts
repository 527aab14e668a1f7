import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {ControlView} from '../views/control-view.js';
import type {ImageTagView} from '../views/image-tag-view.js';
import type {ItemView} from '../views/item-view.js';
import type {ObjectView} from '../views/object-view.js';
import type {VideoTagView} from '../views/video-tag-view.js';

const setup = (): CompatSession => compatSession();
const close = ({session}: CompatSession): void => {
  session.close();
};

/** What plugins use of tags: reference §7.2. */
describeMembers<ControlView, CompatSession>('a control tag', {
  setup,
  close,
  reach: ({tag}) => tag<ControlView>('c'),
  rows: [
    [
      'id',
      'string',
      ({id}, {tag}) => {
        expect(id).not.to.equal(tag('label').id);
      },
    ],
    [
      'name',
      'string',
      ({name}) => {
        expect(name).to.equal('c');
      },
    ],
    [
      'type',
      'string',
      ({type}) => {
        expect(type).to.equal('choices');
      },
    ],
    [
      'toname',
      'string',
      ({toname}) => {
        expect(toname).to.equal('text');
      },
    ],
    [
      'value',
      ['string', 'undefined'],
      (_control, {tag}) => {
        expect(tag('text').value).to.equal('$text');
      },
    ],
    [
      'children',
      'array',
      ({children}) => {
        expect(children?.map(({value}) => value)).to.deep.equal(['x', 'Why']);
      },
    ],
    [
      'annotation',
      'object',
      (control, {annotation}) => {
        expect(control.annotation).to.equal(annotation);
      },
    ],
    [
      'isControlTag',
      'boolean',
      ({isControlTag}, {tag}) => {
        expect([isControlTag, tag('text').isControlTag]).to.deep.equal([
          true,
          false,
        ]);
      },
    ],
    [
      'isObjectTag',
      'boolean',
      ({isObjectTag}, {tag}) => {
        expect([isObjectTag, tag('text').isObjectTag]).to.deep.equal([
          false,
          true,
        ]);
      },
    ],
    [
      'isClassificationTag',
      'boolean',
      ({isClassificationTag}, {tag}) => {
        expect([
          isClassificationTag,
          tag('label').isClassificationTag,
        ]).to.deep.equal([true, false]);
      },
    ],
    [
      'isLabeling',
      'boolean',
      ({isLabeling}, {tag}) => {
        expect([isLabeling, tag('label').isLabeling]).to.deep.equal([
          false,
          true,
        ]);
      },
    ],
    [
      'result',
      ['object', 'undefined'],
      (control, {annotation}) => {
        const said = annotation.results.find(({type}) => type === 'choices');
        expect(control.result).to.equal(said);
      },
    ],
    [
      'toNameTag',
      'object',
      ({toNameTag}, {tag}) => {
        expect(toNameTag).to.equal(tag('text'));
      },
    ],
    [
      'resultType',
      'string',
      (_control, {tag}) => {
        expect(tag<ControlView>('ta')).to.include({
          resultType: 'textarea',
          valueType: 'text',
        });
      },
    ],
    [
      'valueType',
      'string',
      ({valueType}) => {
        expect(valueType).to.equal('choices');
      },
    ],
    [
      'selectedValues',
      'function',
      (control) => {
        expect(control.selectedValues()).to.deep.equal(['x']);
      },
    ],
    [
      'selectedLabels',
      'array',
      (control) => {
        expect(control.selectedLabels).to.deep.equal([control.children?.[0]]);
      },
    ],
    [
      'isSelected',
      'boolean',
      (control) => {
        expect(control.isSelected).to.equal(true);
        control.unselectAll();
        expect(control.isSelected).to.equal(false);
      },
    ],
    [
      'holdsState',
      'boolean',
      ({holdsState}) => {
        expect(holdsState).to.equal(true);
      },
    ],
    [
      'tiedChildren',
      'array',
      ({tiedChildren, children}) => {
        expect(tiedChildren).to.deep.equal(children);
      },
    ],
    [
      'findLabel',
      'function',
      (control) => {
        expect(control.findLabel('y')).to.equal(control.tiedChildren[1]);
        expect(control.findLabel('Why')).to.equal(control.tiedChildren[1]);
        expect(control.findLabel('nothing')).to.equal(undefined);
      },
    ],
    [
      'unselectAll',
      'function',
      (control) => {
        control.unselectAll();
        expect(control.result).to.equal(undefined);
      },
    ],
    [
      'updateFromResult',
      'function',
      (control, {session}) => {
        control.updateFromResult(['y']);
        expect(control.selectedLabels).to.deep.equal([control.tiedChildren[1]]);
        const said = session.serialize().find(({type}) => type === 'choices');
        expect(said?.value).to.deep.equal({choices: ['y']});
        control.updateFromResult(undefined);
        expect(control.selectedValues()).to.deep.equal(['y']);
        control.updateFromResult([]);
        expect(control.result).to.equal(undefined);
      },
    ],
    [
      'updateResult',
      'function',
      (control) => {
        expect(control.updateResult()).to.equal(undefined);
        expect(control.selectedValues()).to.deep.equal(['x']);
      },
    ],
    [
      'needsUpdate',
      'function',
      (control) => {
        expect(control.needsUpdate()).to.equal(undefined);
        expect(control.selectedValues()).to.deep.equal(['x']);
      },
    ],
    [
      'beforeSend',
      'function',
      (_control, {session, tag}) => {
        session.actions.setTyped('ta', 'typed');
        tag<ControlView>('ta').beforeSend();
        expect(tag<ControlView>('ta').result?.value.text).to.deep.equal([
          'typed',
        ]);
      },
    ],
    [
      'validate',
      'function',
      (control) => {
        expect(control.validate()).to.equal(true);
      },
    ],
    [
      'validateValue',
      'function',
      (control) => {
        expect(control.validateValue(['x'])).to.equal(true);
      },
    ],
    [
      'requiredModal',
      'function',
      (control, {modals}) => {
        control.requiredModal();
        expect(modals).to.deep.equal([
          {message: 'Checkbox "c" is required.', type: 'warning'},
        ]);
      },
    ],
    [
      'isVisible',
      'boolean',
      ({isVisible}) => {
        expect(isVisible).to.equal(true);
        const {session, tag} = compatSession({
          xml: `<View><Text name="text" value="$text"/><Choices name="c" toName="text"><Choice value="x"/></Choices><View visibleWhen="choice-selected" whenTagName="c"><Choices name="d" toName="text"><Choice value="z"/></Choices></View></View>`,
          task: {id: 1, data: {text: 'a'}},
        });
        expect(tag('d').isVisible).to.equal(false);
        session.actions.toggleChoice('c', 'x');
        expect(tag('d').isVisible).to.equal(true);
        session.close();
      },
    ],
    [
      'perRegionVisible',
      'function',
      (control, {tag, annotation, region}) => {
        expect(control.perRegionVisible()).to.equal(true);
        expect(tag<ControlView>('note').perRegionVisible()).to.equal(false);
        annotation.selectArea(region('r1'));
        expect(tag<ControlView>('note').perRegionVisible()).to.equal(true);
      },
    ],
    [
      'perregion',
      'boolean',
      (control, {tag}) => {
        expect(control.perregion).to.equal(false);
        expect(tag<ControlView>('note').perregion).to.equal(true);
      },
    ],
    [
      'required',
      'boolean',
      ({required}) => {
        expect(required).to.equal(false);
      },
    ],
    [
      'isReadOnly',
      'function',
      (control, {annotation}) => {
        annotation.setReadonly(true);
        expect(control.isReadOnly()).to.equal(true);
      },
    ],
    [
      'smartEnabled',
      'boolean',
      ({smartEnabled}) => {
        expect(smartEnabled).to.equal(false);
      },
    ],
  ],
  absent: ['then', 'regs', 'setRemoteValue', 'currentImage', 'noSuchMember'],
});

describe('updateFromResult()', () => {
  it('chooses labels for what comes next, or for the selected region', () => {
    const {session, annotation, tag, region} = setup();
    const labels = tag<ControlView>('label');
    labels.updateFromResult(['PER']);
    expect(labels.selectedValues()).to.deep.equal(['PER']);
    expect(annotation.regions).to.have.length(11);
    annotation.selectArea(region('r1'));
    labels.updateFromResult(['PER']);
    expect(region('r1').labels).to.deep.equal(['PER']);
    session.close();
  });

  const rows = [
    ['stars', 3, {rating: 3}],
    ['ta', ['a', 'b'], {text: ['a', 'b']}],
  ] as const;
  for (const [name, value, json] of rows) {
    it(`has ${name} show what is saved`, () => {
      const {session, tag} = setup();
      const control = tag<ControlView>(name);
      control.updateFromResult(value);
      expect(control.result?.mainValue).to.deep.equal(value);
      const said = session.serialize().find((one) => one.from_name === name);
      expect(said?.value).to.deep.equal(json);
      session.close();
    });
  }
});

describeMembers<ObjectView, CompatSession>('an object tag', {
  setup,
  close,
  reach: ({tag}) => tag<ObjectView>('text'),
  rows: [
    [
      'name',
      'string',
      ({name}) => {
        expect(name).to.equal('text');
      },
    ],
    [
      'type',
      'string',
      ({type}, {tag}) => {
        expect([type, tag('img').type, tag('para').type]).to.deep.equal([
          'text',
          'image',
          'paragraphs',
        ]);
      },
    ],
    [
      'value',
      'string',
      ({value, _value}) => {
        expect([value, _value]).to.deep.equal(['$text', 'one two']);
      },
    ],
    [
      '_value',
      'string',
      ({_value}) => {
        expect(_value).to.equal('one two');
      },
    ],
    [
      'annotation',
      'object',
      (object, {annotation}) => {
        expect(object.annotation).to.equal(annotation);
      },
    ],
    [
      'isObjectTag',
      'boolean',
      ({isObjectTag}) => {
        expect(isObjectTag).to.equal(true);
      },
    ],
    [
      'regs',
      'array',
      ({regs}, {region}) => {
        expect(regs).to.deep.equal([region('r1')]);
      },
    ],
    [
      'allRegs',
      'array',
      ({allRegs}) => {
        expect(allRegs).to.have.length(2);
      },
    ],
    [
      'states',
      'function',
      (object) => {
        const names = object.states().map(({name}) => name);
        expect(names).to.include.members(['label', 'c', 'note']);
      },
    ],
    [
      'activeStates',
      'function',
      (object, {session, tag}) => {
        expect(object.activeStates()).to.deep.equal([]);
        session.actions.toggleLabel('label', 'PER');
        expect(object.activeStates()).to.deep.equal([tag('label')]);
      },
    ],
    [
      'getAvailableStates',
      'function',
      (object, {session, tag}) => {
        expect(object.getAvailableStates()).to.deep.equal([]);
        session.actions.toggleLabel('label', 'PER');
        expect(object.getAvailableStates()).to.deep.equal([tag('label')]);
      },
    ],
    [
      'findRegion',
      'function',
      (object, {region}) => {
        expect(object.findRegion({text: 'one'})).to.equal(region('r1'));
      },
    ],
    [
      'addProp',
      'function',
      (object) => {
        object.addProp('mine', 4);
        expect(object.getProps()).to.deep.equal({mine: 4});
      },
    ],
    [
      'getProps',
      'function',
      (object, {tag}) => {
        expect(object.getProps()).to.deep.equal({});
        object.addProp('mine', 4);
        object.addProp('mine', 5);
        expect(object.getProps()).to.deep.equal({mine: 5});
        expect(tag<ObjectView>('img').getProps()).to.deep.equal({});
      },
    ],
    [
      'setRemoteValue',
      'function',
      (object) => {
        object.setRemoteValue('other');
        expect(object._value).to.equal('other');
      },
    ],
    [
      'supportSuggestions',
      'boolean',
      ({supportSuggestions}, {tag}) => {
        expect(supportSuggestions).to.equal(false);
        expect(tag<ObjectView>('img').supportSuggestions).to.equal(true);
      },
    ],
  ],
  absent: ['then', 'result', 'currentImage', 'noSuchMember'],
});

describeMembers<ImageTagView, CompatSession>('an Image tag', {
  setup,
  close,
  reach: ({tag}) => tag<ImageTagView>('img'),
  rows: [
    [
      'currentImage',
      'number',
      ({currentImage}) => {
        expect(currentImage).to.equal(0);
      },
    ],
    [
      'currentImageEntity',
      'object',
      (image) => {
        expect(image.currentImageEntity.naturalWidth).to.equal(1);
        image.surface = {
          naturalSize: () => ({width: 200, height: 100}),
          stageSize: () => ({width: 100, height: 50}),
          rotation: () => 90,
        };
        expect(image.currentImageEntity).to.deep.equal({
          naturalWidth: 200,
          naturalHeight: 100,
          rotation: 90,
          stageWidth: 100,
          stageHeight: 50,
        });
      },
    ],
    [
      'multiImage',
      'boolean',
      ({multiImage}) => {
        expect(multiImage).to.equal(false);
      },
    ],
    [
      'setCurrentImage',
      'function',
      (image) => {
        const shown: number[] = [];
        image.surface = {showItem: (index) => shown.push(index)};
        image.setCurrentImage(2);
        expect(shown).to.deep.equal([2]);
      },
    ],
    [
      'supportSuggestions',
      'boolean',
      (image, {annotation}) => {
        expect(image.supportSuggestions).to.equal(true);
        expect(annotation.hasSuggestionsSupport).to.equal(true);
      },
    ],
  ],
});

describeMembers<ItemView, CompatSession>('a Label tag', {
  setup,
  close,
  reach: ({tag}) => tag<ControlView>('label').tiedChildren[1]!,
  rows: [
    [
      'value',
      'string',
      ({value}) => {
        expect(value).to.equal('Location');
      },
    ],
    [
      '_value',
      'string',
      ({_value}) => {
        expect(_value).to.equal('Location');
      },
    ],
    [
      'alias',
      ['string', 'undefined'],
      ({alias}) => {
        expect(alias).to.equal('LOC');
      },
    ],
    [
      'background',
      ['string', 'undefined'],
      (_label, {tag}) => {
        expect(tag<ControlView>('box').tiedChildren[0]?.background).to.equal(
          'blue',
        );
      },
    ],
    [
      'selected',
      'boolean',
      (label, {annotation, region}) => {
        expect(label.selected).to.equal(false);
        annotation.selectArea(region('r1'));
        expect(label.selected).to.equal(true);
      },
    ],
    [
      'parent',
      'object',
      ({parent}, {tag}) => {
        expect(parent).to.equal(tag('label'));
      },
    ],
    [
      'toggleSelected',
      'function',
      (label, {tag}) => {
        label.toggleSelected();
        expect(tag<ControlView>('label').selectedValues()).to.deep.equal([
          'LOC',
        ]);
      },
    ],
    [
      'setSelected',
      'function',
      (label) => {
        label.setSelected(true);
        label.setSelected(true);
        expect(label.selected).to.equal(true);
        label.setSelected(false);
        expect(label.selected).to.equal(false);
      },
    ],
  ],
});

/** What plugins use of text areas: reference §7.6. */
describeMembers<ControlView, CompatSession>('a TextArea tag', {
  setup,
  close,
  reach: ({tag}) => tag<ControlView>('ta'),
  rows: [
    [
      '_value',
      'string',
      (area, {session}) => {
        session.actions.setTyped('ta', 'typed');
        expect(area._value).to.equal('typed');
        area._value = 'put in';
        expect(area._value).to.equal('put in');
        expect(area.result).to.equal(undefined);
      },
    ],
    [
      'regions',
      'array',
      (area) => {
        area.addText('one');
        area.addText('two');
        const [first, second] = area.regions!;
        expect(first).to.include({type: 'textarearegion', _value: 'one'});
        expect(second?.id).not.to.equal(first?.id);
      },
    ],
    [
      'result',
      ['object', 'undefined'],
      (area) => {
        area.addText('one');
        expect(area.result?.type).to.equal('textarea');
        expect(area.result?.value.text).to.deep.equal(['one']);
        expect(area.result?.area.classification).to.equal(true);
      },
    ],
    [
      'submitChanges',
      'function',
      (area, {session}) => {
        area.submitChanges();
        expect(area.result).to.equal(undefined);
        session.actions.setTyped('ta', 'typed');
        area.submitChanges();
        expect(area.result?.value.text).to.deep.equal(['typed']);
        expect(area._value).to.equal('');
      },
    ],
    [
      'setValue',
      'function',
      (area) => {
        area.setValue('typed');
        expect(area._value).to.equal('typed');
      },
    ],
    [
      'addText',
      'function',
      (area, {annotation}) => {
        area.addText('one');
        annotation.undo();
        expect(area.result).to.equal(undefined);
      },
    ],
    [
      'showSubmit',
      'boolean',
      (area) => {
        expect(area.showSubmit).to.equal(true);
      },
    ],
  ],
  absent: ['then', 'regs', 'setRemoteValue'],
});

/** What plugins use of videos: reference §7.3 and §8.7. */
describeMembers<VideoTagView, CompatSession>('a Video tag', {
  setup,
  close,
  reach: ({tag}) => tag<VideoTagView>('video'),
  rows: [
    [
      'framerate',
      'string',
      ({framerate}) => {
        expect(framerate).to.equal('10');
      },
    ],
    [
      'ref',
      'object',
      ({ref}) => {
        expect(ref).to.deep.equal({current: null});
      },
    ],
    [
      'syncHandlers',
      'map',
      ({syncHandlers}) => {
        const handler = (): void => undefined;
        syncHandlers?.set('play', handler);
        expect(syncHandlers?.get('play')).to.equal(handler);
      },
    ],
    [
      'speed',
      'number',
      (video) => {
        expect(video.speed).to.equal(1);
        video.speed = 2;
        expect(video.speed).to.equal(2);
      },
    ],
    [
      'frame',
      'number',
      (video) => {
        const frames: number[] = [];
        video.player = {
          ...{frame: 7, length: 90, duration: 9, rate: 1},
          setRate: () => undefined,
          goToFrame: (frame) => frames.push(frame),
        };
        expect(video).to.include({frame: 7, currentFrame: 7, length: 90});
        video.setFrame(12);
        expect(frames).to.deep.equal([12]);
      },
    ],
    [
      'currentFrame',
      'number',
      ({currentFrame}) => {
        expect(currentFrame).to.equal(1);
      },
    ],
    [
      'length',
      'number',
      ({length}) => {
        expect(length).to.equal(1);
      },
    ],
    [
      'setFrame',
      'function',
      (video) => {
        video.setFrame(12);
        expect(video.frame).to.equal(1);
        const player = {
          ...{frame: 1, length: 90, duration: 9, rate: 1},
          setRate: () => undefined,
          goToFrame: (frame: number) => (player.frame = frame),
        };
        video.player = player;
        video.setFrame(12);
        expect(video).to.include({frame: 12, currentFrame: 12});
      },
    ],
    [
      'mergeLabelsAndResults',
      'boolean',
      ({mergeLabelsAndResults}) => {
        expect(mergeLabelsAndResults).to.equal(true);
      },
    ],
  ],
  absent: ['then', 'result', 'currentImage', 'isSyncing'],
});

describe('a tag', () => {
  it('keeps what a plugin puts on it, for as long as it is loaded', () => {
    const {session, tag} = setup();
    Object.assign(tag('video'), {isSyncing: true});
    session.selectAnnotation('4');
    session.selectAnnotation('5');
    expect(Reflect.get(tag('video'), 'isSyncing')).to.equal(true);
    expect(session.annotation?.names.get('video')).to.equal(tag('video'));
    session.close();
  });
});
