import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import type {ResultJson, Task} from '@ls-annotation/core';
import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import {pictureAddress} from '../surfaces/image/testing/render-image.js';
import {wavAddress} from '../surfaces/media/testing/make-wav.js';
import {webmAddress} from '../surfaces/media/testing/make-webm.js';

import {hostFixture} from './testing/host-fixture.js';

/** What a person does with one kind of region, without a pointer. */
interface Flow {
  /** Object and controls; labels `A` and `B` have the keys 1 and 2. */
  readonly xml: string;
  readonly data: () => Task['data'] | Promise<Task['data']>;
  /** What takes the keys. */
  readonly stage: string;
  /** True once it can. */
  readonly isReady?: (editor: HTMLElement) => boolean;
  readonly draw: readonly string[];
  readonly edit: readonly string[];
  readonly type: string;
  /** Key of the labels in the result. */
  readonly labels: string;
}

const LABELS = '<Label value="A"/><Label value="B"/>';
const IMAGE_STAGE = '.lsf-image__stage';

function drawing(kind: string, ...draw: readonly string[]): Flow {
  const type = `${kind.toLowerCase()}labels`;
  return {
    xml: `<View><${kind}Labels name="tag" toName="o">${LABELS}</${kind}Labels>
      <Image name="o" value="$o"/></View>`,
    data: () => ({o: pictureAddress()}),
    stage: IMAGE_STAGE,
    isReady: (editor) => isShown(editor, IMAGE_STAGE),
    draw,
    edit: ['ArrowRight', 'ArrowDown'],
    type,
    labels: type,
  };
}

function text(tag: string, labels: string, value: unknown): Flow {
  return {
    xml: `<View><${labels} name="tag" toName="o">${LABELS}</${labels}>
      <${tag} name="o" value="$o"/></View>`,
    data: () => ({o: value}),
    stage: '.lsf-richtext, .lsf-paragraphs__container',
    draw: ['Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'],
    edit: ['Alt+ArrowRight', 'Shift+Alt+ArrowRight', 'Alt+ArrowLeft'],
    type: labels.toLowerCase(),
    labels: labels.toLowerCase(),
  };
}

const VIDEO = {
  data: async () => ({o: await webmAddress()}),
  isReady: (editor: HTMLElement) => isShown(editor, '.lsf-video__stage'),
};

const FLOWS: Readonly<Record<string, Flow>> = {
  Text: text('Text', 'Labels', 'Ada met Bob.'),
  HyperText: text('HyperText', 'HyperTextLabels', '<p>Ada met <b>Bob</b>.</p>'),
  Paragraphs: text('Paragraphs', 'ParagraphLabels', [
    {author: 'Ada', text: 'Good morning.'},
    {author: 'Bob', text: 'Good night.'},
  ]),
  'a page of Repeater': {
    ...text('Text', 'Labels', [{text: 'Ada met Bob.'}, {text: 'Good night.'}]),
    xml: `<View><Repeater on="$o" indexFlag="{{i}}" mode="pagination">
      <Labels name="tag_{{i}}" toName="o_{{i}}">${LABELS}</Labels>
      <Text name="o_{{i}}" value="$o[{{i}}].text"/></Repeater></View>`,
  },
  Rectangle: drawing(
    'Rectangle',
    ...['Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'],
  ),
  Ellipse: drawing(
    'Ellipse',
    ...['Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'],
  ),
  KeyPoint: drawing('KeyPoint', 'Enter', 'Shift+ArrowRight', 'Enter'),
  Polygon: drawing(
    'Polygon',
    ...['Enter', 'Enter', 'Shift+ArrowRight', 'Enter'],
    ...['Shift+ArrowDown', 'Enter', 'Enter'],
  ),
  Audio: {
    xml: `<View><Labels name="tag" toName="o">${LABELS}</Labels>
      <Audio name="o" value="$o"/></View>`,
    data: () => ({o: wavAddress()}),
    stage: '.lsf-audio__stage',
    isReady: (editor) => isShown(editor, '.lsf-audio__view'),
    draw: ['Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'],
    edit: ['Control+ArrowRight', 'Alt+ArrowRight'],
    type: 'labels',
    labels: 'labels',
  },
  'boxes of Video': {
    ...VIDEO,
    xml: `<View><Labels name="tag" toName="o">${LABELS}</Labels>
      <Video name="o" value="$o" frameRate="10"/>
      <VideoRectangle name="box" toName="o"/></View>`,
    stage: '.lsf-video__stage',
    draw: ['Enter', 'Enter', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Enter'],
    edit: ['ArrowRight', 'Alt+ArrowRight'],
    type: 'videorectangle',
    labels: 'labels',
  },
  'frames of Video': {
    ...VIDEO,
    xml: `<View><TimelineLabels name="tag" toName="o">${LABELS}</TimelineLabels>
      <Video name="o" value="$o" frameRate="10"/></View>`,
    stage: '.lsf-timeline',
    draw: ['Shift+ArrowRight', 'Shift+ArrowRight', 'Enter'],
    edit: ['Control+ArrowRight', 'Alt+ArrowRight'],
    type: 'timelinelabels',
    labels: 'timelinelabels',
  },
};

function isShown(editor: HTMLElement, selector: string): boolean {
  const found = editor.querySelector<HTMLElement>(selector);
  return found !== null && found.checkVisibility() && found.clientHeight > 0;
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await sendKeys({press: key});
}

/** Goes on with Tab until an element has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs += 1) {
    if (document.activeElement?.matches(selector) === true) return;
    await press('Tab');
  }
  throw new Error(`No Tab leads to "${selector}".`);
}

async function setup(flow: Flow, result: readonly ResultJson[] = []) {
  await setViewport({width: 1000, height: 900});
  const data = await flow.data();
  const {host, editor} = await hostFixture({
    config: flow.xml,
    task: {id: 1, data, annotations: [{id: 2, result}]},
  });
  await until(() => {
    const now = editor();
    return now !== null && (flow.isReady?.(now) ?? true);
  });
  return {host};
}

function labelsOf([result]: readonly ResultJson[], key: string): unknown {
  return result?.value?.[key];
}

describe('annotating by keyboard alone', () => {
  afterEach(() => {
    for (const host of document.querySelectorAll('ls-annotation-host')) {
      host.remove();
    }
  });

  for (const [name, flow] of Object.entries(FLOWS)) {
    it(`draws, selects, labels, edits and deletes with ${name}`, async () => {
      const {host} = await setup(flow);
      await tabTo(flow.stage);
      await press('1', ...flow.draw);
      const drawn = host.serialize();
      expect(drawn).to.have.length(1);
      expect(drawn[0]?.type).to.equal(flow.type);
      expect(labelsOf(drawn, flow.labels)).to.deep.equal(['A']);

      await press('Escape', 'Alt+.');
      expect(host.lsi.annotation?.selectionSize).to.equal(1);
      await press('2');
      expect(labelsOf(host.serialize(), flow.labels)).to.deep.equal(['B']);

      const before = host.serialize();
      await press(...flow.edit);
      expect(host.serialize()).not.to.deep.equal(before);
      await press(...flow.edit.map(() => 'Control+z'));
      expect(host.serialize()).to.deep.equal(before);

      const labelled = host.serialize();
      await press('Escape', 'Alt+.', 'Delete');
      expect(host.serialize()).to.deep.equal([]);
      await press('Control+z');
      expect(host.serialize()).to.deep.equal(labelled);
      host.remove();
      const again = await setup(flow, labelled);
      expect(again.host.serialize()).to.deep.equal(labelled);
    });
  }
});
