import {expect} from '@open-wc/testing';

import {
  annotationState,
  classification,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';
import type {AnnotationParts} from '@ls-annotation/testing';

import {beforeSend} from './before-send.js';
import type {BeforeSend} from './before-send.js';
import {defaultRanking} from './ranking.js';

const DATA = {items: [{id: 2}, {id: 'b'}, {title: 'no id'}, null]};

interface Outcome extends Omit<BeforeSend, 'values'> {
  readonly values: readonly (readonly unknown[])[];
}

function send(controls: string, parts: AnnotationParts = {}): Outcome {
  const config = labelConfigFromXml(
    `<View><Text name="text" value="$text"/><List name="list" value="$items"/>
      ${controls}</View>`,
  );
  const {values, ...rest} = beforeSend(config, annotationState(parts), DATA);
  return {
    ...rest,
    values: values.map(({control, value, regionId}) =>
      regionId === undefined
        ? [control.name, value]
        : [control.name, value, regionId],
    ),
  };
}

const NOTE = '<TextArea name="note" toName="text"/>';

describe('beforeSend()', () => {
  it('does nothing where there is nothing to do', () => {
    expect(send(`${NOTE}<Number name="n" toName="text"/>`)).to.deep.equal({
      values: [],
      typedKeys: [],
      warnings: [],
    });
  });

  describe('typed text', () => {
    it('becomes a line', () => {
      expect(send(NOTE, {typed: {note: 'half'}})).to.deep.equal({
        values: [['note', ['half']]],
        typedKeys: ['note'],
        warnings: [],
      });
    });

    it('follows the lines that are there', () => {
      const regions = [classification('note', ['a'], 'textarea')];
      expect(send(NOTE, {regions, typed: {note: 'b'}}).values).to.deep.equal([
        ['note', ['a', 'b']],
      ]);
    });

    it('of a region goes to the region', () => {
      const xml = '<TextArea name="note" toName="text" perRegion="true"/>';
      const results = [
        said('label', ['PER'], 'labels'),
        said('note', 'old', 'textarea'),
      ];
      const regions = [textRegion({id: 'r', results}), textRegion({id: 's'})];
      const typed = {'note:r': 'x', 'note:s': 'y', 'note:gone': 'z'};
      expect(send(xml, {regions, typed})).to.deep.equal({
        values: [
          ['note', ['old', 'x'], 'r'],
          ['note', ['y'], 's'],
        ],
        typedKeys: ['note:r', 'note:s'],
        warnings: [],
      });
    });

    it('is kept where no more lines may be', () => {
      const xml = '<TextArea name="note" toName="text" maxSubmissions="1"/>';
      const regions = [classification('note', ['a'], 'textarea')];
      expect(send(xml, {regions, typed: {note: 'b'}})).to.deep.equal({
        values: [],
        typedKeys: [],
        warnings: [],
      });
    });

    it('that is there already is cleared with a warning', () => {
      const xml = '<TextArea name="note" toName="text" skipDuplicates="true"/>';
      const regions = [classification('note', ['a'], 'textarea')];
      const {values, typedKeys, warnings} = send(xml, {
        regions,
        typed: {note: 'A'},
      });
      expect(values).to.deep.equal([]);
      expect(typedKeys).to.deep.equal(['note']);
      expect(warnings).to.have.length(1);
    });

    it('of other tags is left alone', () => {
      expect(send(NOTE, {typed: {gone: 'x', notes: 'y'}}).typedKeys).to.be
        .empty;
    });
  });

  describe('defaults of numbers', () => {
    it('are said where nothing is', () => {
      const xml = '<Number name="n" toName="text" defaultValue="7"/>';
      expect(send(xml).values).to.deep.equal([['n', 7]]);
      const regions = [classification('n', 0, 'number')];
      expect(send(xml, {regions}).values).to.deep.equal([]);
    });

    it('are said of regions where they are required', () => {
      const regions = [
        textRegion({id: 'p'}),
        textRegion({id: 'q', results: [said('n', 1, 'number')]}),
        textRegion({id: 'o', object: 'other'}),
        classification('x', ['y']),
      ];
      const xml =
        '<Number name="n" toName="text" perRegion="true" defaultValue="7"';
      expect(send(`${xml} required="true"/>`, {regions}).values).to.deep.equal([
        ['n', 7, 'p'],
      ]);
      expect(send(`${xml}/>`, {regions}).values).to.deep.equal([]);
    });
  });

  describe('rankers', () => {
    const RANKER = '<Ranker name="rank" toName="list"/>';

    it('say the order of the list when nobody touched them', () => {
      expect(send(RANKER).values).to.deep.equal([['rank', {rank: ['2', 'b']}]]);
    });

    it('are left alone when somebody did', () => {
      const regions = [classification('rank', {rank: ['b', '2']}, 'ranker')];
      expect(send(RANKER, {regions}).values).to.deep.equal([]);
    });
  });

  it('goes through the controls in document order', () => {
    const {values} = send(
      '<Number name="n" toName="text" defaultValue="1"/>' +
        `${NOTE}<Ranker name="rank" toName="list"/>`,
      {typed: {note: 'x'}},
    );
    expect(values.map(([name]) => name)).to.deep.equal(['n', 'note', 'rank']);
  });
});

describe('defaultRanking()', () => {
  const rows = [
    ['', {rank: ['2', 'b']}],
    ['<Bucket name="x"/><Bucket name="y"/>', {x: [], y: [], _: ['2', 'b']}],
    [
      '<Bucket name="x"/><Bucket name="y" default="true"/>',
      {x: [], y: ['2', 'b']},
    ],
  ] as const;
  for (const [buckets, expected] of rows) {
    it(`is ${JSON.stringify(expected)}`, () => {
      const config = labelConfigFromXml(
        `<View><List name="list" value="$items"/>
          <Ranker name="rank" toName="list">${buckets}</Ranker></View>`,
      );
      const ranker = config.byName.get('rank')!;
      expect(defaultRanking(config, ranker, DATA)).to.deep.equal(expected);
    });
  }

  it('is empty where the task lists nothing', () => {
    const config = labelConfigFromXml(
      `<View><List name="list" value="$none"/><Ranker name="rank" toName="list"/></View>`,
    );
    const ranker = config.byName.get('rank')!;
    expect(defaultRanking(config, ranker, DATA)).to.deep.equal({rank: []});
    expect(beforeSend(config, annotationState(), DATA).values).to.deep.equal(
      [],
    );
  });
});
