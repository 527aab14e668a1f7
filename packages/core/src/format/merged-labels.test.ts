import {expect} from '@open-wc/testing';

import {setResultValue} from '../commands/set-result-value.js';
import type {ConfigNode} from '../config/config-node.js';
import {parseLabelConfig} from '../config/parse-label-config.js';
import type {ResultJson} from '../model/result-json.js';
import {AnnotationStore} from '../state/annotation-store.js';
import {regionsOf} from '../state/region-table.js';

import {readAnnotation} from './read-annotation.js';
import {writeResults} from './write-results.js';

const KEY = {frame: 1, enabled: true, x: 1, y: 2, width: 3, height: 4};
const BOX: ResultJson = {
  id: 'box',
  from_name: 'box',
  to_name: 'video',
  type: 'videorectangle',
  value: {sequence: [KEY], framesCount: 100, labels: ['Car', 'Fast']},
};

function node(
  tag: string,
  attributes: Record<string, string>,
  children: readonly ConfigNode[] = [],
): ConfigNode {
  return {tag, attributes, children, text: ''};
}

function setup(result: readonly ResultJson[] = [BOX]) {
  const parsed = parseLabelConfig(
    node('View', {}, [
      node('Video', {name: 'video', value: '$video'}),
      node('VideoRectangle', {name: 'box', toName: 'video'}),
      node('Labels', {name: 'kind', toName: 'video'}, [
        node('Label', {value: 'Car'}),
      ]),
      node('Labels', {name: 'pace', toName: 'video'}, [
        node('Label', {value: 'Fast'}),
      ]),
    ]),
  );
  if (!parsed.ok) throw new Error(parsed.issues[0]?.message);
  const config = parsed.value;
  const read = readAnnotation({result}, {id: 'a', config});
  if (!read.ok) throw new Error(read.issues[0]?.message);
  const store = new AnnotationStore();
  store.insertAnnotation(read.value);
  const control = config.byName.get('kind')!;
  const [region] = [...regionsOf(store.annotation('a').regions)];
  return {
    store,
    control,
    region: region!,
    write: () => writeResults(store.annotation('a')),
  };
}

describe('labels inside the JSON of a video box', () => {
  it('are read as results of the controls that have them', () => {
    const {region} = setup();
    expect(region.geometry).not.to.have.property('labels');
    expect(
      region.results.map(({fromName, value}) => [fromName, value]),
    ).to.deep.equal([
      ['box', undefined],
      ['kind', ['Car']],
      ['pace', ['Fast']],
    ]);
  });

  it('go out as they came in', () => {
    expect(setup().write()).to.deep.equal([BOX]);
  });

  it('go out changed, in the same entry', () => {
    const {store, control, write} = setup();
    setResultValue(store, 'a', 'box', control, ['Bus']);
    expect(write()).to.deep.equal([
      {...BOX, value: {...BOX.value, labels: ['Bus', 'Fast']}},
    ]);
  });

  it('leave no key when there are none any more', () => {
    const {store, control, write} = setup([
      {...BOX, value: {...BOX.value, labels: ['Car']}},
    ]);
    setResultValue(store, 'a', 'box', control, []);
    expect(write()[0]?.value).to.deep.equal({
      sequence: [KEY],
      framesCount: 100,
    });
  });

  it('stay in an entry of their own when they came in one', () => {
    const {labels: _labels, ...shape} = BOX.value ?? {};
    const entries: readonly ResultJson[] = [
      {...BOX, value: shape},
      {
        ...BOX,
        from_name: 'kind',
        type: 'labels',
        value: {...shape, labels: ['Car']},
      },
    ];
    expect(setup(entries).write()).to.deep.equal(entries);
  });
});
