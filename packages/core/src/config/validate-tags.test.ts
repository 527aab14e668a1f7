import {expect} from '@open-wc/testing';

import {configNodeFromXml} from '@ls-annotation/testing';

import type {ConfigIssue, ConfigIssueCode} from './config-issue.js';
import {findTagDefinition} from './find-tag-definition.js';
import {parseLabelConfig} from './parse-label-config.js';

const TEXT = '<Text name="text" value="$text"/>';
const IMAGE = '<Image name="image" value="$image"/>';
const CHOICES = '<Choice value="a"/>';

interface Bad {
  readonly title: string;
  readonly xml: string;
  readonly code: ConfigIssueCode;
  readonly path: string;
  readonly tag: string;
  readonly attribute?: string;
  readonly severity?: 'warning';
  /** What the message must name. */
  readonly names: readonly string[];
}

const BAD: readonly Bad[] = [
  {
    title: 'an object without a name',
    xml: '<Text value="$text"/>',
    code: 'config/name-missing',
    path: '0.0',
    tag: 'Text',
    attribute: 'name',
    names: ['name', 'Text'],
  },
  {
    title: 'a name that is empty',
    xml: `${TEXT}<Rating name=""/>`,
    code: 'config/name-missing',
    path: '0.1',
    tag: 'Rating',
    attribute: 'name',
    names: ['Rating'],
  },
  {
    title: 'a bucket without a name',
    xml: '<List name="l" value="$l"/><Ranker name="r"><Bucket title="x"/></Ranker>',
    code: 'config/name-missing',
    path: '0.1.0',
    tag: 'Bucket',
    attribute: 'name',
    names: ['Bucket'],
  },
  {
    title: 'a name that is in use, on the second tag',
    xml: `${TEXT}<Choices name="text" toName="text">${CHOICES}</Choices>`,
    code: 'config/name-duplicate',
    path: '0.1',
    tag: 'Choices',
    attribute: 'name',
    names: ['"text"', 'Choices'],
  },
  ...['View', 'Header', 'Style', 'Collapse'].map((tag): Bad => ({
    title: `a name on ${tag}`,
    xml: `${TEXT}<${tag} name="x"/>`,
    code: 'config/name-forbidden',
    path: '0.1',
    tag,
    attribute: 'name',
    names: [tag, 'idAttr'],
  })),
  {
    title: 'a toName that leads nowhere',
    xml: `${TEXT}<Choices name="c" toName="texd">${CHOICES}</Choices>`,
    code: 'config/to-name-unknown',
    path: '0.1',
    tag: 'Choices',
    attribute: 'toname',
    names: ['"texd"', '"c"'],
  },
  {
    title: 'one part of a toName that leads nowhere',
    xml: `${TEXT}<Pairwise name="p" toName="text,gone"/>`,
    code: 'config/to-name-unknown',
    path: '0.1',
    tag: 'Pairwise',
    attribute: 'toname',
    names: ['"gone"'],
  },
  {
    title: 'a filter for nothing',
    xml: `${TEXT}<Filter name="f" toName="gone"/>`,
    code: 'config/to-name-unknown',
    path: '0.1',
    tag: 'Filter',
    attribute: 'toname',
    names: ['"gone"', '"f"'],
  },
  {
    title: 'no toName where there are two objects, and names them',
    xml: `${TEXT}${IMAGE}<Rating name="r"/>`,
    code: 'config/to-name-missing',
    path: '0.2',
    tag: 'Rating',
    attribute: 'toname',
    names: ['"r"', '"text"', '"image"'],
  },
  {
    title: 'no toName where there is no object',
    xml: `<Choices name="c">${CHOICES}</Choices>`,
    code: 'config/to-name-missing',
    path: '0.0',
    tag: 'Choices',
    attribute: 'toname',
    names: ['"c"', '<Text'],
  },
  {
    title: 'a control of another control',
    xml: `${TEXT}<Rating name="r" toName="text"/><Number name="n" toName="r"/>`,
    code: 'config/to-name-unsupported',
    path: '0.2',
    tag: 'Number',
    attribute: 'toname',
    names: ['"n"', '"r"'],
  },
  {
    title: 'labels outside labels',
    xml: `${TEXT}<Label value="PER"/>`,
    code: 'config/parent-unexpected',
    path: '0.1',
    tag: 'Label',
    names: ['Label', 'rectanglelabels'],
  },
  {
    title: 'labels in choices',
    xml: `${TEXT}<Choices name="c"><Label value="PER"/></Choices>`,
    code: 'config/parent-unexpected',
    path: '0.1.0',
    tag: 'Label',
    names: ['labels'],
  },
  ...[
    ['Choice', 'choices'],
    ['Relation', 'relations'],
    ['Shortcut', 'textarea'],
    ['Channel', 'timeseries'],
    ['Panel', 'collapse'],
  ].map(([tag = '', parent = '']): Bad => ({
    title: `a ${tag} in a View`,
    xml: `${TEXT}<View><${tag} value="x"/></View>`,
    code: 'config/parent-unexpected',
    path: '0.1.0',
    tag,
    names: [parent],
  })),
  {
    title: 'perRegion together with perItem',
    xml: `${TEXT}<Rating name="r" perRegion="true" perItem="true"/>`,
    code: 'config/per-region-per-item',
    path: '0.1',
    tag: 'Rating',
    attribute: 'peritem',
    names: ['"perRegion"', '"perItem"', '"r"'],
  },
  {
    title: 'a flag that is neither true nor false',
    xml: `${TEXT}<Rating name="r" required="yes"/>`,
    code: 'config/attribute-type',
    path: '0.1',
    tag: 'Rating',
    attribute: 'required',
    names: ['"required"', '"yes"', '"true"'],
  },
  {
    title: 'a value that is none of those allowed',
    xml: `${TEXT}<Labels name="l" choice="many"><Label value="a"/></Labels>`,
    code: 'config/attribute-type',
    path: '0.1',
    tag: 'Labels',
    attribute: 'choice',
    names: ['"many"', 'single', 'multiple'],
  },
  {
    title: 'an opacity above 1',
    xml: `${IMAGE}<Rectangle name="b" opacity="20"/>`,
    code: 'config/attribute-type',
    path: '0.1',
    tag: 'Rectangle',
    attribute: 'opacity',
    names: ['"opacity"', '"20"', '0 to 1'],
  },
  {
    title: 'a number that is none, as a warning',
    xml: `${TEXT}<Rating name="r" maxRating="many"/>`,
    code: 'config/attribute-type',
    path: '0.1',
    tag: 'Rating',
    attribute: 'maxrating',
    severity: 'warning',
    names: ['"maxrating"', '"many"'],
  },
  {
    title: 'a tag nobody knows, as a warning',
    xml: '<Wobble/>',
    code: 'config/tag-unknown',
    path: '0.0',
    tag: 'Wobble',
    severity: 'warning',
    names: ['"Wobble"'],
  },
];

const GOOD: readonly (readonly [title: string, xml: string])[] = [
  ['a HyperText without a name', '<HyperText value="x"/>'],
  ['a filter with a name', `${TEXT}<Filter name="f" toName="text"/>`],
  ['a filter of a control', filterOfControl()],
  ['labels inside views inside labels', nestedLabel()],
  ['choices inside choices', nestedChoices()],
  ['choices in TimeSeriesLabels', timeSeriesChoice()],
  ['channels in a MultiChannel', multiChannel()],
  ['an opacity of 0 and of 1', opacities()],
  ['a variable where a number is due', '<Video name="v" height="$h"/>'],
  ['a variable where a flag is due', `${TEXT}<Rating name="r" required="$r"/>`],
  ['perRegion alone', `${TEXT}<Rating name="r" perRegion="true"/>`],
  ['perItem alone', `${TEXT}<Rating name="r" perItem="true"/>`],
  ['labels under a tag nobody knows', '<Wobble><Label value="a"/></Wobble>'],
  ['a choice of a pairwise', choiceOfPairwise()],
  ['HyperTextLabels on a HyperText', hyperTextLabels()],
];

function filterOfControl(): string {
  return `${TEXT}<Choices name="c">${CHOICES}</Choices><Filter toName="c"/>`;
}

function nestedLabel(): string {
  return `${TEXT}<Labels name="l"><View><View><Label value="a"/></View></View></Labels>`;
}

function nestedChoices(): string {
  return `${TEXT}<Choices name="c"><Choice value="a">${CHOICES}</Choice></Choices>`;
}

function timeSeriesChoice(): string {
  return `<TimeSeries name="t" value="$t"/><TimeSeriesLabels name="l">${CHOICES}</TimeSeriesLabels>`;
}

function multiChannel(): string {
  return '<TimeSeries name="t" value="$t"><MultiChannel><Channel column="a"/></MultiChannel></TimeSeries>';
}

function opacities(): string {
  return `${IMAGE}<Rectangle name="a" opacity="0"/><Ellipse name="b" opacity="1"/>`;
}

function choiceOfPairwise(): string {
  return `<Text name="a" value="$a"/><Text name="b" value="$b"/><Pairwise name="p" toName="a,b"/><Choices name="c" toName="p">${CHOICES}</Choices>`;
}

function hyperTextLabels(): string {
  return '<HyperText name="h" value="$h"/><HyperTextLabels name="l"><Label value="a"/></HyperTextLabels>';
}

function issuesOf(xml: string): readonly ConfigIssue[] {
  const parsed = parseLabelConfig(configNodeFromXml(`<View>${xml}</View>`));
  return parsed.ok ? parsed.warnings : parsed.issues;
}

describe('validateTags()', () => {
  for (const {title, xml, names, ...expected} of BAD) {
    it(`finds ${title}`, () => {
      const issues = issuesOf(xml);
      expect(issues).to.have.length(1);
      const [issue] = issues;
      expect(issue).to.include({
        attribute: '',
        severity: 'error',
        ...expected,
      });
      for (const name of names) expect(issue!.message).to.contain(name);
      expect(issue!.message, 'no markup').not.to.contain('<b>');
    });
  }

  for (const [title, xml] of GOOD) {
    it(`accepts ${title}`, () => {
      const errors = issuesOf(xml).filter(({severity}) => severity === 'error');
      expect(errors).to.deep.equal([]);
    });
  }

  it('reports every problem of a config, in document order', () => {
    const issues = issuesOf(
      `${TEXT}<Header name="h"/><Rating toName="gone" required="1"/>`,
    );
    expect(issues.map(({code}) => code)).to.deep.equal([
      'config/name-forbidden',
      'config/name-missing',
      'config/to-name-unknown',
      'config/attribute-type',
    ]);
  });
});

describe('what a control applies to', () => {
  const objects = [
    'Text',
    'HyperText',
    'Image',
    'Audio',
    'Video',
    'Paragraphs',
    'TimeSeries',
    'List',
    'Table',
  ];
  const anyObject = objects.join(' ');
  const rows: readonly (readonly [control: string, applies: string])[] = [
    ['Labels', 'Text HyperText Image Audio Video Paragraphs TimeSeries'],
    ['HyperTextLabels', 'HyperText'],
    ['ParagraphLabels', 'Paragraphs'],
    ['TimeSeriesLabels', 'TimeSeries'],
    ['TimelineLabels', 'Video'],
    ['VideoRectangle', 'Video'],
    ['RectangleLabels', 'Image'],
    ['EllipseLabels', 'Image'],
    ['PolygonLabels', 'Image'],
    ['KeyPointLabels', 'Image'],
    ['BrushLabels', 'Image'],
    ['Rectangle', 'Image'],
    ['Ellipse', 'Image'],
    ['Polygon', 'Image'],
    ['KeyPoint', 'Image'],
    ['Brush', 'Image'],
    ['MagicWand', 'Image'],
    ['Choices', anyObject],
    ['Taxonomy', anyObject],
    ['TextArea', anyObject],
    ['Rating', anyObject],
    ['Number', anyObject],
    ['DateTime', anyObject],
    ['Ranker', 'List'],
  ];
  for (const [control, applies] of rows) {
    it(`${control}: ${applies === anyObject ? 'anything' : applies}`, () => {
      const accepted = objects.filter((object) => {
        const xml = `<${object} name="o" value="$o"/><${control} name="c" toName="o"/>`;
        return !issuesOf(xml).some(
          ({code}) => code === 'config/to-name-unsupported',
        );
      });
      expect(accepted).to.deep.equal(applies.split(' '));
      expect(findTagDefinition(control).role).to.equal('control');
    });
  }
});
