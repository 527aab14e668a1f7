import {
  AnnotationStore,
  emptyAnnotation,
  parseLabelConfig,
  selectRegions,
} from '@ls-annotation/core';
import type {LabelConfig, NewRegion} from '@ls-annotation/core';
import type {OperatorContext} from '@ls-annotation/operators';

import {readConfigXml} from '../../config-reader/read-config-xml.js';

const XML = `
  <View>
    <Labels name="kind" toName="text">
      <Label value="City" background="#112233"/>
      <Label value="Amount" alias="amount"/>
    </Labels>
    <Text name="text" value="$text"/>
  </View>`;

/** Two labels, an annotation with the regions `r1` and `r2`; `r2` is selected. */
export function formContext(): OperatorContext {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  store.insertRegion('a', cityRegion('r1'));
  store.insertRegion('a', cityRegion('r2'));
  selectRegions(store, 'a', ['r2']);
  return {
    task: null,
    data: {},
    config: config(),
    annotation: store.annotation('a'),
    scopes: [],
    edit: () => {
      throw new Error('Nothing is edited from a form.');
    },
  };
}

function cityRegion(id: string): NewRegion {
  return {
    id,
    object: 'text',
    geometry: {start: 0, end: 5, text: 'xxxxx'},
    results: [
      {
        fromName: 'kind',
        toName: 'text',
        type: 'labels',
        valueKey: 'labels',
        value: ['City'],
      },
    ],
  };
}

function config(): LabelConfig {
  const node = readConfigXml(XML);
  const parsed = node.ok ? parseLabelConfig(node.value) : node;
  if (!parsed.ok) throw new Error('The config cannot be read.');
  return parsed.value;
}
