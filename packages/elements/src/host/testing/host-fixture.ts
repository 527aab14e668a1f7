import type {Task} from '@ls-annotation/core';

import type {AnnotationHostElement} from '../annotation-host.js';

/** A config with labels, text, choices and a text area. */
export const CONFIG = `
<View>
  <Labels name="label" toName="text">
    <Label value="Person" background="#1c7ed6"/>
    <Label value="Place" background="#f59f00"/>
  </Labels>
  <Text name="text" value="$text"/>
  <Choices name="tone" toName="text"><Choice value="Good"/><Choice value="Bad"/></Choices>
  <TextArea name="note" toName="text"/>
</View>`;

/** The JSON of a span with one label. */
export function span(id: string, start: number, end: number, label = 'Person') {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start, end, labels: [label]},
  };
}

/** A task with one annotation that has three spans. */
export function task(id = 1): Task {
  return {
    id,
    data: {text: 'Ada met Charles in London.'},
    annotations: [
      {
        id: id * 10,
        result: [span('a', 0, 3), span('b', 8, 15), span('c', 19, 25, 'Place')],
      },
    ],
  };
}

/** A plugin that only gets little of the machine is not late. */
export const PATIENT = {
  deadlineMs: 600_000,
  bootMs: 600_000,
  answerMs: 600_000,
  silenceMs: 600_000,
};

type Properties = Partial<
  Pick<
    AnnotationHostElement,
    'config' | 'task' | 'plugins' | 'interfaces' | 'user'
  >
>;

/** What a host of a test starts with. */
export interface HostFixtureParts extends Properties {
  /** Its children, as HTML. */
  readonly html?: string;
  /** Where it is put. */
  readonly parent?: Element | ShadowRoot;
}

/**
 * Returns a host that shows a task, and what a test needs to look at it. The
 * test removes it.
 */
export async function hostFixture(parts: HostFixtureParts = {}) {
  const {html = '', parent = document.body, ...properties} = parts;
  const host = document.createElement('ls-annotation-host');
  host.pluginRuntime.configure(PATIENT);
  Object.assign(host, {config: CONFIG, task: task(), ...properties});
  host.innerHTML = html;
  parent.append(host);
  await host.displayed;
  return {
    host,
    root: host.shadowRoot as ShadowRoot,
    /** Returns the one element of the chrome that a selector matches. */
    find: <E extends Element = HTMLElement>(selector: string): E => {
      const found = findDeep(host.shadowRoot as ShadowRoot, selector);
      if (!found) throw new Error(`Nothing matches "${selector}".`);
      return found as E;
    },
    has: (selector: string): boolean =>
      findDeep(host.shadowRoot as ShadowRoot, selector) !== null,
    editor: () => host.querySelector<HTMLElement>('.lsf-editor'),
  };
}

/** Finds an element in a shadow root or in those of its elements. */
function findDeep(root: ShadowRoot, selector: string): Element | null {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    if (!element.shadowRoot) continue;
    const inner = findDeep(element.shadowRoot, selector);
    if (inner) return inner;
  }
  return null;
}
