import {expect} from '@open-wc/testing';

import type {ResultJson} from '@ls-annotation/core';
import {labelingSession} from '@ls-annotation/testing';

import {DateTimeView} from './date-time-view.js';
import {PairwiseView} from './pairwise-view.js';
import {TaxonomyView} from './taxonomy-view.js';

const XML = `<View>
  <Text name="text" value="$text"/><Text name="other" value="$text"/>
  <Taxonomy name="tax" toName="text" maxUsages="2">
    <Choice value="One"/>
    <Choice value="Three"><Choice value="Tuna" alias="tuna"/></Choice>
  </Taxonomy>
  <Choices name="nested" toName="text" choice="multiple" allowNested="true">
    <Choice value="Animal"><Choice value="Cat"/></Choice>
  </Choices>
  <DateTime name="when" toName="text" format="%d.%m.%Y %H:%M"/>
  <Number name="num" toName="text"/>
  <Pairwise name="pair" toName="text,other"/>
</View>`;

function setup(result: readonly ResultJson[] = []) {
  const {session} = labelingSession({
    xml: XML,
    task: {id: 1, data: {text: 'Ada'}, annotations: [{id: 1, result}]},
  });
  const {annotation} = session;
  if (!annotation) throw new Error('Nothing is on display.');
  const tag = <T>(name: string, type: new (...args: never[]) => T): T => {
    const found = annotation.names.get(name);
    if (found instanceof type) return found;
    throw new Error(`No such tag "${name}".`);
  };
  return {
    session,
    annotation,
    taxonomy: tag('tax', TaxonomyView),
    date: tag('when', DateTimeView),
    pair: tag('pair', PairwiseView),
  };
}

function said(
  name: string,
  type: string,
  value: Readonly<Record<string, unknown>>,
): ResultJson {
  return {id: name, from_name: name, to_name: 'text', type, value};
}

describe('TaxonomyView', () => {
  it('has the chosen paths, and the choices they lead to', () => {
    const {taxonomy} = setup([
      said('tax', 'taxonomy', {taxonomy: [['Three', 'tuna'], ['Gone']]}),
    ]);
    expect(taxonomy.selected).to.deep.equal([['Three', 'tuna'], ['Gone']]);
    expect(taxonomy.selectedValues()).to.deep.equal(taxonomy.selected);
    expect(taxonomy.selectedLabels.map(({value}) => value)).to.deep.equal([
      'Tuna',
    ]);
    expect(taxonomy.result!.selectedLabels).to.deep.equal(
      taxonomy.selectedLabels,
    );
    expect(taxonomy.maxUsagesReached).to.equal(true);
    expect(taxonomy.isSelected).to.equal(true);
  });

  it('says what updateFromResult() is given, and keeps it without', () => {
    const {taxonomy, session} = setup();
    taxonomy.updateFromResult([['One']]);
    expect(session.serialize()[0]!.value).to.deep.equal({taxonomy: [['One']]});
    taxonomy.updateFromResult();
    taxonomy.needsUpdate();
    expect(taxonomy.selected).to.deep.equal([['One']]);
  });

  it('takes what a tree reports', () => {
    const {taxonomy} = setup();
    taxonomy.onChange(null, [{path: ['One']}, ['Three', 'tuna']]);
    expect(taxonomy.selected).to.deep.equal([['One'], ['Three', 'tuna']]);
    taxonomy.onChange(null, []);
    expect(taxonomy.result).to.equal(undefined);
  });

  it('is told of what is loaded while it is on display', () => {
    const {taxonomy, annotation} = setup();
    annotation.deserializeResults([
      said('tax', 'taxonomy', {taxonomy: [['One']]}) as never,
    ]);
    expect(taxonomy.selected).to.deep.equal([['One']]);
  });
});

describe('nested Choices', () => {
  it('has paths, and finds the choices that they lead to', () => {
    const {annotation} = setup([
      said('nested', 'choices', {choices: [['Animal', 'Cat']]}),
    ]);
    const [result] = annotation.results;
    expect(result!.from_name.selectedValues()).to.deep.equal([
      ['Animal', 'Cat'],
    ]);
    expect(result!.selectedLabels.map(({value}) => value)).to.deep.equal([
      'Cat',
    ]);
  });
});

describe('DateTimeView', () => {
  it('has the parts of its date', () => {
    const {date} = setup([
      said('when', 'datetime', {datetime: '22.05.1991 09:17'}),
    ]);
    const {datetime, day, month, year, time} = date;
    expect({datetime, day, month, year, time, date: date.date}).to.deep.equal({
      datetime: '22.05.1991 09:17',
      day: 22,
      month: 5,
      year: 1991,
      time: '09:17',
      date: '1991-05-22',
    });
    expect(date.selectedValues()).to.equal('22.05.1991 09:17');
  });

  it('has no parts without a date', () => {
    const {date} = setup();
    expect([date.datetime, date.year, date.time, date.date]).to.deep.equal([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is set and reset, and kept by updateFromResult() without a value', () => {
    const {date, session} = setup();
    date.setDateTime('01.02.2003 04:05');
    date.updateFromResult();
    expect(session.serialize()[0]!.value).to.deep.equal({
      datetime: '01.02.2003 04:05',
    });
    date.resetDateTime();
    expect(session.serialize()).to.deep.equal([]);
  });
});

describe('PairwiseView', () => {
  it('chooses a side, lets go of it, and speaks of itself', () => {
    const {pair, session} = setup();
    expect(pair.selected).to.equal('none');
    pair.selectLeft();
    pair.selectRight();
    expect(pair.selected).to.equal('right');
    const [result] = session.serialize();
    expect(result).to.deep.include({
      from_name: 'pair',
      to_name: 'pair',
      type: 'pairwise',
      value: {selected: 'right'},
    });
    pair.selectRight();
    expect(session.serialize()).to.deep.equal([]);
  });

  it('knows its two objects', () => {
    const {pair} = setup();
    expect(pair.left?.name).to.equal('text');
    expect(pair.right?.name).to.equal('other');
  });
});

describe('a control without options', () => {
  it('has its value as what is selected', () => {
    const {annotation} = setup([said('num', 'number', {number: 5})]);
    const [result] = annotation.results;
    expect(result!.from_name.selectedValues()).to.equal(5);
  });
});
