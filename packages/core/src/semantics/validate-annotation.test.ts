import {expect} from '@open-wc/testing';

import {
  annotationState,
  classification,
  labelConfigFromXml,
  said,
  textRegion,
} from '@ls-annotation/testing';
import type {AnnotationParts} from '@ls-annotation/testing';

import {isAnswered, validateAnnotation} from './validate-annotation.js';
import type {ValidationIssue} from './validation-issue.js';

function validate(
  controls: string,
  parts: AnnotationParts = {},
  data: Record<string, unknown> = {},
): readonly ValidationIssue[] {
  const config = labelConfigFromXml(
    `<View><Text name="text" value="$text"/>
      <Labels name="label" toName="text"><Label value="PER"/><Label value="ORG"/></Labels>
      ${controls}</View>`,
  );
  return validateAnnotation(config, annotationState(parts), {data});
}

function messages(...args: Parameters<typeof validate>): readonly string[] {
  return validate(...args).map(({message}) => message);
}

describe('validateAnnotation()', () => {
  describe('required', () => {
    const texts: readonly (readonly [tag: string, message: string])[] = [
      ['TextArea', 'Input for the textarea "n" is required.'],
      ['Choices', 'Checkbox "n" is required.'],
      ['Rating', 'Rating "n" is required.'],
      ['Number', 'Number "n" is required.'],
      ['DateTime', 'DateTime "n" is required.'],
      ['Taxonomy', 'Taxonomy "n" is required.'],
    ];
    for (const [tag, message] of texts) {
      it(`says of an empty ${tag}: ${message}`, () => {
        const xml = `<${tag} name="n" toName="text" required="true"/>`;
        const [issue, ...others] = validate(xml);
        expect(others).to.deep.equal([]);
        expect(issue).to.include({code: 'required', message});
        expect(issue!.tag.name).to.equal('n');
        expect(issue).not.to.have.property('regionId');
      });

      it(`says of an empty ${tag} what the config says`, () => {
        const xml = `<${tag} name="n" toName="text" required="true" requiredMessage="Please!"/>`;
        expect(messages(xml)).to.deep.equal(['Please!']);
      });

      it(`asks nothing of an empty ${tag} that is not required`, () => {
        expect(messages(`<${tag} name="n" toName="text"/>`)).to.deep.equal([]);
      });
    }

    const answers: readonly (readonly [string, string, unknown, boolean])[] = [
      ['TextArea', 'textarea', ['a'], true],
      ['TextArea', 'textarea', 'a', true],
      ['TextArea', 'textarea', [], false],
      ['Choices', 'choices', ['a'], true],
      ['Choices', 'choices', [], false],
      ['Rating', 'rating', 1, true],
      ['Rating', 'rating', 0, false],
      ['Number', 'number', 0, true],
      ['DateTime', 'datetime', '2024-01-31', true],
      ['DateTime', 'datetime', '', false],
      ['Taxonomy', 'taxonomy', [['a', 'b']], true],
      ['Taxonomy', 'taxonomy', [], false],
    ];
    for (const [tag, type, value, isEnough] of answers) {
      const words = isEnough ? 'takes' : 'does not take';
      it(`${words} ${JSON.stringify(value)} for an answer of ${tag}`, () => {
        const xml = `<${tag} name="n" toName="text" required="true"/>`;
        const regions = [classification('n', value, type)];
        expect(validate(xml, {regions})).to.have.length(isEnough ? 0 : 1);
      });
    }

    it('is not asked of what cannot be seen', () => {
      const rating = '<Rating name="n" toName="text" required="true"/>';
      expect(
        messages(`<View visibleWhen="choice-selected">${rating}</View>`),
      ).to.deep.equal([]);
      expect(
        messages(`<View visibleWhen="choice-unselected">${rating}</View>`),
      ).to.have.length(1);
      expect(
        messages(
          '<Choices name="n" toName="text" required="true" visibleWhen="region-selected"><Choice value="a"/></Choices>',
        ),
      ).to.deep.equal([]);
    });
  });

  describe('required of regions', () => {
    const NOTE =
      '<TextArea name="n" toName="text" perRegion="true" required="true"';

    it('names each region that lacks it', () => {
      const issues = validate(`${NOTE}/>`, {
        regions: [
          textRegion({id: 'p'}),
          textRegion({
            id: 'q',
            results: [
              said('label', ['PER'], 'labels'),
              said('n', ['x'], 'textarea'),
            ],
          }),
          textRegion({id: 'r'}),
        ],
      });
      expect(issues.map(({regionId}) => regionId)).to.deep.equal(['p', 'r']);
      expect(issues[0]!.message).to.equal(
        'Input for the textarea "n" is required.',
      );
    });

    it('asks nothing when there is no region', () => {
      expect(validate(`${NOTE}/>`)).to.deep.equal([]);
    });

    it('asks nothing of classifications and of other objects', () => {
      const regions = [
        classification('mood', ['Good']),
        textRegion({object: 'other'}),
      ];
      expect(validate(`${NOTE}/>`, {regions})).to.deep.equal([]);
    });

    const conditions: readonly (readonly [string, string])[] = [
      ['whenLabelValue', `${NOTE} whenLabelValue="PER"/>`],
      [
        'a condition on itself',
        `${NOTE} visibleWhen="region-selected" whenTagName="label" whenLabelValue="PER"/>`,
      ],
      [
        'a condition around it',
        `<View visibleWhen="region-selected" whenLabelValue="PER">${NOTE}/></View>`,
      ],
    ];
    for (const [title, xml] of conditions) {
      it(`asks only regions that meet ${title}`, () => {
        const issues = validate(xml, {
          regions: [
            textRegion({id: 'o', labels: ['ORG']}),
            textRegion({id: 'p', labels: ['PER']}),
          ],
        });
        expect(issues.map(({regionId}) => regionId)).to.deep.equal(['p']);
      });
    }

    it('does not depend on what is selected', () => {
      const regions = [textRegion({id: 'p'}), textRegion({id: 'q'})];
      for (const selection of [[], ['p'], ['p', 'q']]) {
        const issues = validate(`${NOTE}/>`, {regions, selection});
        expect(issues.map(({regionId}) => regionId)).to.deep.equal(['p', 'q']);
      }
    });
  });

  describe('required of pictures', () => {
    const XML = `<Image name="image" valueList="$images"/>
      <Rating name="n" toName="image" perItem="true" required="true"/>`;
    const DATA = {images: ['a', 'b', 'c']};

    it('names each picture that lacks it', () => {
      const regions = [classification('n', 3, 'rating', {itemIndex: 1})];
      const issues = validate(XML, {regions}, DATA);
      expect(issues.map(({itemIndex}) => itemIndex)).to.deep.equal([0, 2]);
    });

    it('takes an object without a list for one picture', () => {
      expect(validate(XML)).to.have.length(1);
      const regions = [classification('n', 3, 'rating', {itemIndex: 0})];
      expect(validate(XML, {regions})).to.deep.equal([]);
    });
  });

  describe('values', () => {
    const tooMany = (count: number, most: number, what: string): string =>
      `The number of options selected (${count}) exceed the maximum allowed (${most}). To proceed, first unselect excess options for:\r\n • ${what} (n)`;

    for (const [choice, isFine] of [
      ['single', false],
      ['single-radio', false],
      ['multiple', true],
    ] as const) {
      it(`${isFine ? 'lets' : 'does not let'} choice="${choice}" have two`, () => {
        const xml = `<Choices name="n" toName="text" choice="${choice}"><Choice value="a"/></Choices>`;
        const regions = [classification('n', ['a', 'b'])];
        expect(messages(xml, {regions})).to.deep.equal(
          isFine ? [] : [tooMany(2, 1, 'Choices')],
        );
      });
    }

    it('holds a taxonomy to maxUsages', () => {
      const xml = '<Taxonomy name="n" toName="text" maxUsages="2"/>';
      const value = [['a'], ['b'], ['c', 'd']];
      const regions = [classification('n', value, 'taxonomy')];
      expect(messages(xml, {regions})).to.deep.equal([
        tooMany(3, 2, 'Taxonomy'),
      ]);
      const fewer = [classification('n', value.slice(1), 'taxonomy')];
      expect(messages(xml, {regions: fewer})).to.deep.equal([]);
    });

    it('holds numbers to their bounds, also those of regions', () => {
      const xml =
        '<Number name="n" toName="text" perRegion="true" min="1" max="5"/>';
      const results = [said('n', 9, 'number')];
      const [issue] = validate(xml, {
        regions: [textRegion({id: 'r', results})],
      });
      expect(issue).to.include({
        code: 'value-invalid',
        regionId: 'r',
        message:
          'Number "9" is not valid: Value must be less than or equal to 5.',
      });
    });

    it('holds dates to their bounds', () => {
      const xml =
        '<DateTime name="n" toName="text" only="date" max="2024-01-31"/>';
      const regions = [classification('n', '2024-02-01', 'datetime')];
      expect(messages(xml, {regions})).to.deep.equal([
        'Date "2024-02-01" is not valid: max date is 2024-01-31.',
      ]);
    });

    it('come before what is missing, controls in document order', () => {
      const issues = validate(
        `<View><Rating name="first" toName="text" required="true"/></View>
        <Number name="second" toName="text" max="1" required="true"/>
        <TextArea name="third" toName="text" required="true"/>`,
        {regions: [classification('second', 4, 'number')]},
      );
      expect(issues.map(({tag, code}) => [tag.name, code])).to.deep.equal([
        ['first', 'required'],
        ['second', 'value-invalid'],
        ['third', 'required'],
      ]);
    });
  });
});

describe('isAnswered()', () => {
  it('takes nothing, null and undefined for no answer', () => {
    const {root} = labelConfigFromXml('<Text name="t" value="$t"/>');
    expect(isAnswered(root, undefined)).to.equal(false);
    expect(isAnswered(root, null)).to.equal(false);
    expect(isAnswered(root, '')).to.equal(false);
    expect(isAnswered(root, {ranker: []})).to.equal(true);
  });
});
