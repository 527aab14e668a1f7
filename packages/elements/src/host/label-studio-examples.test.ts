import {expect} from '@open-wc/testing';

import type {AnnotationJson, Task} from '@ls-annotation/core';

import '../define/annotation-host.js';

import type {AnnotationHostElement} from './annotation-host.js';

/**
 * Label Studio's own examples: config, task, annotations as it writes them.
 * They lie beside the project and may be absent.
 */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  audio_regions: ['1'],
  classification_mixed: ['1'],
  datetime: [],
  dialogue_analysis: ['1'],
  html_document: ['1'],
  image_bbox: ['1'],
  image_ellipses: ['1'],
  image_keypoints: ['0'],
  image_list: ['1'],
  image_multilabel: ['1'],
  image_polygons: ['0'],
  named_entity: ['1'],
  nested_choices: ['0'],
  pairwise: ['1'],
  ranker: ['1'],
  repeater: ['1'],
  required: ['1'],
  rich_text_plain: ['1'],
  sentiment_analysis: ['0', '1', '2', '3'],
  table: ['0'],
  taxonomy: ['0'],
  timeseries: ['1'],
  transcribe_audio: ['1'],
  video_bboxes: ['1'],
};

type Data = Task['data'];

async function setup(example: string, annotations: readonly AnnotationJson[]) {
  const root = `/shared-data/label-studio-examples/${example}`;
  const host = document.createElement('ls-annotation-host');
  const errors: unknown[] = [];
  for (const type of ['ls-config-error', 'ls-task-error', 'ls-host-error']) {
    host.addEventListener(type, (event) => errors.push(event));
  }
  host.config = await (await fetch(`${root}/config.xml`)).text();
  host.task = {id: 1, data: await dataOf(root), annotations};
  document.body.append(host);
  await host.displayed;
  return {host, errors};
}

async function dataOf(root: string): Promise<Data> {
  const tasks = await fetch(`${root}/tasks.json`);
  const response = tasks.ok ? tasks : await fetch(`${root}/sample-sin.json`);
  if (!response.ok) return {};
  const [task] = (await response.json()) as readonly Record<string, unknown>[];
  const {data = task} = task ?? {};
  return withoutAddresses(data) as Data;
}

/** Puts data in the place of addresses, which are out of reach in a test. */
function withoutAddresses(value: unknown): unknown {
  if (typeof value === 'string') {
    return /^(https?:)?\/\/\S+$/.test(value) ? 'data:,' : value;
  }
  if (Array.isArray(value)) return value.map(withoutAddresses);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withoutAddresses(item)]),
  );
}

async function annotationsOf(
  example: string,
  file: string,
): Promise<readonly AnnotationJson[] | null> {
  const path = `/shared-data/label-studio-examples/${example}/annotations`;
  const response = await fetch(`${path}/${file}.json`);
  if (!response.ok) return null;
  const {annotations = [], predictions = []} = (await response.json()) as Task;
  return [...annotations, ...predictions];
}

function show(host: AnnotationHostElement): string {
  return host.querySelector('.lsf-main-view__annotation')?.textContent ?? '';
}

/** Names of the tags in whose place a notice stands. */
function unknownTags(host: AnnotationHostElement): string[] {
  const notices = host.querySelectorAll('.lsf-notice');
  return [...notices]
    .map((notice) => notice.textContent)
    .filter((text) => text.includes('not supported'));
}

describe("Label Studio's examples", () => {
  for (const [example, files] of Object.entries(EXAMPLES)) {
    for (const file of files) {
      it(`${example} ${file} goes out as it came in (skipped where it is absent)`, async function () {
        const annotations = await annotationsOf(example, file);
        if (!annotations) return this.skip();
        expect(annotations).not.to.have.length(0);
        for (const annotation of annotations) {
          const {host, errors} = await setup(example, [annotation]);
          expect(errors).to.deep.equal([]);
          expect(host.serialize()).to.deep.equal(annotation.result ?? []);
          expect(host.querySelector('.lsf-editor')).not.to.equal(null);
          expect(unknownTags(host)).to.deep.equal([]);
          host.remove();
        }
      });

      it(`${example} ${file} can be given to another annotation (skipped where it is absent)`, async function () {
        const annotations = await annotationsOf(example, file);
        if (!annotations) return this.skip();
        expect(annotations).not.to.have.length(0);
        for (const {result = []} of annotations) {
          const {host, errors} = await setup(example, []);
          const annotation = host.lsi.annotation!;
          annotation.deserializeResults(result);
          annotation.updateObjects();
          // What names no tag is left out, and defaults are there already.
          const known = result.filter(
            ({type, from_name: name}) =>
              type === 'relation' || annotation.names.has(String(name)),
          );
          const ids = known.map(({id}) => id);
          const actual = host.serialize().filter(({id}) => ids.includes(id));
          expect(actual).to.deep.equal(known);
          expect(errors).to.deep.equal([]);
          host.remove();
        }
      });
    }

    it(`${example} shows a new annotation (skipped where it is absent)`, async function () {
      const probe = `/shared-data/label-studio-examples/${example}/config.xml`;
      if (!(await fetch(probe)).ok) return this.skip();
      const {host, errors} = await setup(example, []);
      expect(errors).to.deep.equal([]);
      expect(unknownTags(host)).to.deep.equal([]);
      expect(show(host).trim()).not.to.equal('');
      host.remove();
    });
  }
});
