import {expect} from '@open-wc/testing';

import {closeSurfaces, renderSurface} from './testing/render-surface.js';

const SAMPLES = [
  'label-studio-examples/classification_mixed',
  'label-studio-examples/image_bbox',
  'label-studio-examples/named_entity',
  'label-studio-examples/nested_choices',
  'label-studio-examples/repeater',
  'label-studio-examples/required',
  'label-studio-examples/rich_text_plain',
  'label-studio-examples/sentiment_analysis',
  'label-studio-plugins/bulk-labeling',
  'label-studio-plugins/count-words-in-textarea',
  'label-studio-plugins/countdown-timer',
  'label-studio-plugins/decode-s3-paths',
  'label-studio-plugins/different-images-per-label',
  'label-studio-plugins/dynamic-text-spans',
  'label-studio-plugins/llm-backend',
  'label-studio-plugins/markdown-to-html',
  'label-studio-plugins/multi-frame-video-view',
  'label-studio-plugins/ner-text-span-overlap-validation',
  'label-studio-plugins/pausing-annotator',
  'label-studio-plugins/plotly',
  'label-studio-plugins/redact-pii',
  'label-studio-plugins/simple-content-moderation',
  'label-studio-plugins/spellcheck',
  'label-studio-plugins/validate-json-in-textarea',
];

async function read(path: string): Promise<string | null> {
  const response = await fetch(`/shared-data/${path}`);
  return response.ok ? response.text() : null;
}

async function load(sample: string) {
  const isPlugin = sample.includes('plugins');
  const xml = await read(`${sample}/${isPlugin ? 'view' : 'config'}.xml`);
  const tasks = await read(`${sample}/${isPlugin ? 'data' : 'tasks'}.json`);
  const hasResult = !isPlugin && !sample.endsWith('nested_choices');
  const result = hasResult ? await read(`${sample}/annotations/1.json`) : null;
  const json = JSON.parse(tasks ?? '{}') as unknown;
  const task = (Array.isArray(json) ? (json as unknown[])[0] : json) as object;
  const annotation = JSON.parse(result ?? '{}') as {result?: unknown};
  return {xml, task: {...('data' in task ? task : {data: task})}, annotation};
}

describe("renderLabeling() with Label Studio's own samples", () => {
  afterEach(closeSurfaces);

  for (const sample of SAMPLES) {
    it(`shows ${sample} and loses nothing of it`, async function () {
      const {xml, task, annotation} = await load(sample);
      if (xml === null) this.skip();
      const expected = annotation.result;
      const annotations = expected ? [{id: 1, result: expected}] : [];
      const {host, errors, results} = await renderSurface(xml, {
        task: {...task, annotations},
      });
      expect(errors).to.deep.equal([]);
      if (expected) expect(results()).to.deep.equal(expected);
      await expect(host).to.be.accessible();
    });
  }
});
