import {expect} from '@open-wc/testing';

import {closeSurfaces, renderSurface} from './testing/render-surface.js';

const EXAMPLES = [
  'audio_regions',
  'classification_mixed',
  'datetime',
  'dialogue_analysis',
  'html_document',
  'image_bbox',
  'image_ellipses',
  'image_keypoints',
  'image_list',
  'image_multilabel',
  'image_polygons',
  'named_entity',
  'nested_choices',
  'pairwise',
  'ranker',
  'repeater',
  'required',
  'rich_text_plain',
  'sentiment_analysis',
  'table',
  'taxonomy',
  'transcribe_audio',
  'video_bboxes',
];

const PLUGINS = [
  'bulk-labeling',
  'count-words-in-textarea',
  'countdown-timer',
  'decode-s3-paths',
  'different-images-per-label',
  'dynamic-text-spans',
  'llm-backend',
  'markdown-to-html',
  'multi-frame-video-view',
  'ner-text-span-overlap-validation',
  'pausing-annotator',
  'plotly',
  'redact-pii',
  'simple-content-moderation',
  'spellcheck',
  'validate-json-in-textarea',
];

/** What stands for media whose servers are out of reach. */
const MEDIA: Readonly<Record<string, string>> = {
  jpg: '/shared-data/media/astronaut.jpg',
  mp3: '/shared-data/media/music.mp3',
  mp4: '/shared-data/media/opossum-snow.mp4',
};

/** What the document of a task gets wrong by itself. */
const IGNORED: Readonly<Record<string, readonly string[]>> = {
  html_document: ['empty-table-header', 'image-alt'],
};

interface Sample {
  readonly xml: string | null;
  readonly task: object;
  readonly result: readonly unknown[] | null;
}

async function read(path: string): Promise<string | null> {
  const response = await fetch(`/shared-data/${path}`);
  return response.ok ? response.text() : null;
}

function withMediaAtHand(json: string): string {
  return json.replace(
    /"https?:[^"]+\.(jpg|mp3|mp4)"/g,
    (_, kind: string) => `"${MEDIA[kind] ?? ''}"`,
  );
}

async function loadExample(name: string): Promise<Sample> {
  const folder = `label-studio-examples/${name}`;
  const tasks = withMediaAtHand((await read(`${folder}/tasks.json`)) ?? '[]');
  const saved =
    (await read(`${folder}/annotations/1.json`)) ??
    (await read(`${folder}/annotations/0.json`));
  const [task = {data: {}}] = JSON.parse(tasks) as object[];
  return {
    xml: await read(`${folder}/config.xml`),
    task,
    result: saved === null ? null : resultIn(JSON.parse(saved)),
  };
}

/** Some are annotations, some tasks with annotations. */
function resultIn(saved: unknown): readonly unknown[] | null {
  const {result, annotations} = saved as {
    readonly result?: readonly unknown[];
    readonly annotations?: readonly unknown[];
  };
  return result ?? (annotations ? resultIn(annotations[0]) : null);
}

async function loadPlugin(name: string): Promise<Sample> {
  const folder = `label-studio-plugins/${name}`;
  const json = (await read(`${folder}/data.json`)) ?? '{}';
  const tasks = JSON.parse(withMediaAtHand(json)) as object | object[];
  const [data = {}] = [tasks].flat();
  return {
    xml: await read(`${folder}/view.xml`),
    task: 'data' in data ? data : {data},
    result: null,
  };
}

describe("renderLabeling() with Label Studio's own samples", () => {
  afterEach(closeSurfaces);

  for (const [load, names] of [
    [loadExample, EXAMPLES],
    [loadPlugin, PLUGINS],
  ] as const) {
    for (const name of names) {
      it(`shows ${name} and loses nothing of it`, async function () {
        const {xml, task, result} = await load(name);
        if (xml === null) this.skip();
        const {host, errors, results} = await renderSurface(xml, {
          task: {...task, annotations: result ? [{id: 1, result}] : []},
        });
        expect(errors).to.deep.equal([]);
        if (result) expect(results()).to.deep.equal(result);
        const ignoredRules = [...(IGNORED[name] ?? [])];
        await expect(host).to.be.accessible({ignoredRules});
      });
    }
  }
});
