import {expect} from '@open-wc/testing';

import {
  compatSession,
  describeMembers,
  type CompatSession,
} from '@ls-annotation/testing';

import type {ResultView} from '../views/result-view.js';

/** Label Studio's results: reference §6. */
describeMembers<ResultView, CompatSession>('annotation.results[i]', {
  setup: () => compatSession(),
  reach: ({region}) => region('r1').results[0]!,
  close: ({session}) => {
    session.close();
  },
  rows: [
    [
      'id',
      'string',
      (result, {session}) => {
        expect(result.id).not.to.equal('');
        expect(session.serialize().map(({id}) => id)).not.to.include(result.id);
      },
    ],
    [
      'pid',
      'string',
      ({pid, id}) => {
        expect(pid).to.equal(id);
      },
    ],
    [
      'score',
      ['number', 'undefined'],
      ({score}, {annotation}) => {
        expect(score).to.equal(undefined);
        annotation.deserializeResults([
          {...annotation.serialized[0], id: 's', score: 0.7},
        ]);
        expect(annotation.areas.get('s')?.results[0]?.score).to.equal(0.7);
      },
    ],
    [
      'readonly',
      'boolean',
      ({readonly}, {annotation}) => {
        expect(readonly).to.equal(false);
        annotation.deserializeResults([
          {...annotation.serialized[0], id: 's', readonly: true},
        ]);
        const loaded = annotation.areas.get('s')?.results[0];
        expect(loaded).to.include({readonly: true});
        expect(loaded?.isSelfReadOnly()).to.equal(true);
      },
    ],
    [
      'meta',
      ['object', 'undefined'],
      (result) => {
        expect(result.meta).to.equal(undefined);
        result.area.setMetaText('look');
        expect(result.meta).to.deep.equal({text: ['look']});
      },
    ],
    [
      'type',
      'string',
      ({type}) => {
        expect(type).to.equal('labels');
      },
    ],
    [
      'from_name',
      'object',
      ({from_name: control}, {tag}) => {
        expect(control).to.equal(tag('label'));
        expect(control.name).to.equal('label');
      },
    ],
    [
      'to_name',
      'object',
      ({to_name: object}, {tag}) => {
        expect(object).to.equal(tag('text'));
      },
    ],
    [
      'area',
      'object',
      ({area}, {region}) => {
        expect(area).to.equal(region('r1'));
      },
    ],
    [
      'value',
      'object',
      ({value}, {annotation}) => {
        expect(value).to.deep.equal({labels: ['LOC']});
        expect(value.choices).to.equal(undefined);
        const texts = annotation.results.find(({type}) => type === 'textarea');
        expect(Array.isArray(texts?.value.text)).to.equal(true);
      },
    ],
    [
      'mainValue',
      'array',
      ({mainValue}) => {
        expect(mainValue).to.deep.equal(['LOC']);
      },
    ],
    [
      'hasValue',
      'boolean',
      (result) => {
        expect(result.hasValue).to.equal(true);
        result.setValue([]);
        expect(result.area.labelings).to.deep.equal([]);
      },
    ],
    [
      'selectedLabels',
      'array',
      ({selectedLabels: [label]}) => {
        expect(label).to.include({value: 'Location', alias: 'LOC'});
        expect(label?.background).to.be.a('string');
      },
    ],
    [
      'getSelectedString',
      'function',
      (result, {tag}) => {
        result.setValue(['LOC', 'PER']);
        expect(result.getSelectedString()).to.equal('LOC PER');
        expect(result.getSelectedString('|')).to.equal('LOC|PER');
        expect(tag('label').name).to.equal('label');
      },
    ],
    [
      'tag',
      ['object', 'undefined'],
      (result) => {
        expect(result.tag).to.equal(result.selectedLabels[0]);
      },
    ],
    [
      'style',
      'object',
      (_result, {region}) => {
        const {style} = region('b1').results[0]!;
        expect(style).to.include({
          fillcolor: 'blue',
          strokecolor: 'blue',
          strokewidth: 3,
        });
      },
    ],
    [
      'emptyStyle',
      ['object', 'null'],
      ({emptyStyle}) => {
        expect(emptyStyle).to.equal(null);
      },
    ],
    [
      'controlStyle',
      'object',
      (_result, {region}) => {
        expect(region('b1').results[0]?.controlStyle).to.include({
          strokewidth: 3,
        });
      },
    ],
    [
      'canBeSubmitted',
      'boolean',
      ({canBeSubmitted}) => {
        expect(canBeSubmitted).to.equal(true);
      },
    ],
    [
      'isReadOnly',
      'function',
      (result) => {
        expect(result.isReadOnly()).to.equal(false);
        result.area.setLocked(true);
        expect(result.isReadOnly()).to.equal(true);
      },
    ],
    [
      'isSelfReadOnly',
      'function',
      (result) => {
        result.area.setLocked(true);
        expect(result.isSelfReadOnly()).to.equal(false);
      },
    ],
    [
      'mergeMainValue',
      'function',
      (result) => {
        expect(result.mergeMainValue(['LOC', 'PER'])).to.deep.equal(['LOC']);
        expect(result.mergeMainValue('LOC')).to.equal(null);
      },
    ],
    [
      'setValue',
      'function',
      (result, {session}) => {
        result.setValue(['PER']);
        expect(result.area.labels).to.deep.equal(['PER']);
        expect(session.serialize()[0]?.value?.labels).to.deep.equal(['PER']);
      },
    ],
    [
      'setMetaValue',
      'function',
      (result) => {
        result.setMetaValue('text', ['look']);
        expect(result.meta).to.deep.equal({text: ['look']});
      },
    ],
    [
      'setParentID',
      'function',
      (result, {region}) => {
        result.setParentID('b1');
        expect(region('r1').parentID).to.equal(region('b1').id);
      },
    ],
    [
      'serialize',
      'function',
      (result) => {
        expect(result.serialize()).to.deep.include({
          id: 'r1',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
        });
      },
    ],
  ],
  absent: ['then', 'parent_id', 'labels', 'text', 'start', 'hidden'],
});
