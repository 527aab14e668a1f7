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
    ['id', 'string'],
    ['name', 'string'],
    ['type', 'string'],
    ['toname', 'string'],
    ['value', ['string', 'undefined']],
    ['children', 'array'],
    ['annotation', 'object'],
    ['isControlTag', 'boolean'],
    ['isObjectTag', 'boolean'],
    ['isClassificationTag', 'boolean'],
    ['isLabeling', 'boolean'],
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
    ['valueType', 'string'],
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
    ['isSelected', 'boolean'],
    ['holdsState', 'boolean'],
    ['tiedChildren', 'array'],
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
    ['updateResult', 'function'],
    ['needsUpdate', 'function'],
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
    ['isVisible', 'boolean'],
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
    ['required', 'boolean'],
    [
      'isReadOnly',
      'function',
      (control, {annotation}) => {
        annotation.setReadonly(true);
        expect(control.isReadOnly()).to.equal(true);
      },
    ],
    ['smartEnabled', 'boolean'],
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
    ['name', 'string'],
    ['type', 'string'],
    [
      'value',
      'string',
      ({value, _value}) => {
        expect([value, _value]).to.deep.equal(['$text', 'one two']);
      },
    ],
    ['_value', 'string'],
    ['annotation', 'object'],
    ['isObjectTag', 'boolean'],
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
    ['getAvailableStates', 'function'],
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
    ['getProps', 'function'],
    [
      'setRemoteValue',
      'function',
      (object) => {
        object.setRemoteValue('other');
        expect(object._value).to.equal('other');
      },
    ],
    ['supportSuggestions', 'boolean'],
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
    ['multiImage', 'boolean'],
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
    ['supportSuggestions', 'boolean'],
  ],
});

describeMembers<ItemView, CompatSession>('a Label tag', {
  setup,
  close,
  reach: ({tag}) => tag<ControlView>('label').tiedChildren[1]!,
  rows: [
    ['value', 'string'],
    ['_value', 'string'],
    [
      'alias',
      ['string', 'undefined'],
      ({alias}) => {
        expect(alias).to.equal('LOC');
      },
    ],
    ['background', ['string', 'undefined']],
    [
      'selected',
      'boolean',
      (label, {annotation, region}) => {
        expect(label.selected).to.equal(false);
        annotation.selectArea(region('r1'));
        expect(label.selected).to.equal(true);
      },
    ],
    ['parent', 'object'],
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
    ['setSelected', 'function'],
  ],
});
