import type {AnnotationHostElement} from '@ls-annotation/elements';
import '@ls-annotation/elements/define/all.js';
import {trusted} from '@ls-annotation/plugins';

import '../define/plugin-panel.js';

const CONFIG = `<View>
  <Labels name="label" toName="text">
    <Label value="Person"/>
    <Label value="Place"/>
  </Labels>
  <Text name="text" value="$text"/>
  <TextArea name="note" toName="text"/>
</View>`;

/** A task with one annotation that has one region. */
const TASK = {
  id: 1,
  data: {text: 'Ada met Charles in London.'},
  annotations: [
    {
      id: 10,
      result: [
        {
          id: 'ada',
          from_name: 'label',
          to_name: 'text',
          type: 'labels',
          value: {start: 0, end: 3, text: 'Ada', labels: ['Person']},
        },
      ],
    },
  ],
};

/** A plugin that only gets little of the machine is not late. */
const PATIENT = {
  deadlineMs: 600_000,
  bootMs: 600_000,
  answerMs: 600_000,
  silenceMs: 600_000,
};

let hosts = 0;

/** What a test of the panel starts with. */
export interface PanelFixtureParts {
  /** Source of the plugin, `''` for a host without one. */
  readonly script?: string;
  /** True to run it in the sandbox. */
  readonly sandbox?: boolean;
  /** What it may do there. */
  readonly permissions?: string;
  /** Nonce of the page's policy. */
  readonly nonce?: string;
}

/** A host with a plugin, and a panel for it. The test calls `end`. */
export async function panelFixture({
  script = "LSI.on('entityCreate', (region) => region.id);",
  sandbox = false,
  permissions = '',
  nonce = '',
}: PanelFixtureParts = {}) {
  const host = makeHost(script, sandbox, permissions);
  host.nonce = nonce;
  const panel = document.createElement('ls-plugin-panel');
  panel.for = host.id;
  document.body.append(host, panel);
  await host.displayed;
  await panel.ready;
  await panel.updateComplete;
  const root = panel.shadowRoot as ShadowRoot;
  // Before that they take no focus.
  const editors = [...root.querySelectorAll('ls-code-editor')];
  await Promise.all(editors.map(({updateComplete}) => updateComplete));
  return {
    host,
    panel,
    root,
    button: (name: string): HTMLButtonElement => {
      const found = [...root.querySelectorAll('button')].find((each) =>
        each.textContent.trim().startsWith(name),
      );
      if (!found) throw new Error(`There is no button "${name}".`);
      return found;
    },
    editor: (name: string) => {
      const found = root.querySelector<HTMLElementTagNameMap['ls-code-editor']>(
        `[data-editor="${name}"]`,
      );
      if (!found) throw new Error(`There is no editor "${name}".`);
      return found;
    },
    status: (): string =>
      root.querySelector('.status')?.textContent.trim() ?? '',
    end: (): void => {
      panel.remove();
      host.remove();
    },
  };
}

/** A host with a plugin, or without one when the script is empty. */
export function makeHost(
  script: string,
  sandbox = false,
  permissions = '',
): AnnotationHostElement {
  const host = document.createElement('ls-annotation-host');
  hosts += 1;
  host.id = `tried-${String(hosts)}`;
  host.pluginRuntime.configure(PATIENT);
  host.config = CONFIG;
  host.task = TASK;
  if (script === '') return host;
  const plugin = document.createElement('ls-plugin');
  plugin.pluginId = 'mine';
  plugin.sandbox = sandbox;
  plugin.permissions = permissions;
  const source = document.createElement('script');
  source.type = 'text/plain';
  source.textContent = trusted().createScript(script);
  plugin.append(source);
  host.append(plugin);
  return host;
}
