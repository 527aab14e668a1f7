import type {
  AnnotationHostElement,
  PluginElement,
} from '@ls-annotation/elements';
import {trusted} from '@ls-annotation/plugins';

import type {PluginDraft} from './plugin-draft.js';

/** Id of the plugin that is made where a host has none. */
const NEW_PLUGIN_ID = 'plugin';

/** Returns the `<ls-plugin>` children of a host, in their order. */
export function pluginElements(
  host: AnnotationHostElement,
): readonly PluginElement[] {
  return [...host.querySelectorAll('ls-plugin')];
}

/** Name under which a plugin of a host is reported, and shown. */
export function pluginName(
  host: AnnotationHostElement,
  element: PluginElement | null,
): string {
  if (!element) return NEW_PLUGIN_ID;
  if (element.pluginId || element.id) return element.pluginId || element.id;
  // Those without a name are named by the runtime, in their order.
  const running = pluginElements(host).filter(({source}) => source !== null);
  const index = running.indexOf(element);
  return host.pluginRuntime.pluginIds[index] ?? NEW_PLUGIN_ID;
}

/** Reads what a host has: its config, its task, and one of its plugins. */
export async function readDraft(
  host: AnnotationHostElement,
  element: PluginElement | null,
): Promise<PluginDraft> {
  return {
    ...shownTexts(host),
    script: element ? await sourceOf(element) : '',
    kind: element?.type ?? 'script',
    sandbox: element?.sandbox ?? false,
    permissions: element?.permissions ?? '',
    settings: '',
  };
}

/** What a host shows, as it is in the editors. */
export type ShownTexts = Pick<PluginDraft, 'config' | 'task'>;

/** Returns what a host shows, as it is in the editors. */
export function shownTexts({config, task}: AnnotationHostElement): ShownTexts {
  return {
    config: withoutIndent(config),
    task: task ? JSON.stringify(task, null, 2) : '',
  };
}

/**
 * Has a host run a draft's plugin from the next display on, in the place of
 * `element`, or as a new one.
 */
export function writePlugin(
  host: AnnotationHostElement,
  element: PluginElement | null,
  draft: PluginDraft,
): PluginElement {
  const target = element ?? document.createElement('ls-plugin');
  const name = pluginName(host, element);
  if (!target.pluginId) target.pluginId = name;
  target.type = draft.kind;
  target.sandbox = draft.sandbox;
  target.permissions = draft.permissions;
  target.src = '';
  target.integrity = '';
  const script =
    target.querySelector('script') ??
    target.appendChild(document.createElement('script'));
  script.type = 'text/plain';
  if (script.textContent !== draft.script) {
    script.textContent = trusted().createScript(draft.script);
  }
  if (!element) host.append(target);
  return target;
}

async function sourceOf(element: PluginElement): Promise<string> {
  const inline = element.querySelector('script')?.textContent ?? '';
  if (!element.src) return withoutIndent(inline);
  const response = await fetch(new URL(element.src, document.baseURI));
  return response.ok ? response.text() : '';
}

/** How far a place in what runs is from that in the editor. */
export interface PlaceShift {
  /** Lines that the editor has not. */
  readonly lines: number;
  /** Characters that each line of the editor has not. */
  readonly columns: number;
}

/** No shift. */
export const NO_SHIFT: PlaceShift = {lines: 0, columns: 0};

/** Returns what {@link readDraft} has taken from an inline source. */
export function shiftOf(text = ''): PlaceShift {
  const columns = indentOf(contentLines(text));
  const [blank = ''] = /^\s*\n/.exec(text) ?? [];
  return {lines: blank.split('\n').length - 1, columns};
}

/** Takes away what all lines are indented by, as markup indents them. */
export function withoutIndent(text: string): string {
  const lines = contentLines(text);
  const indent = indentOf(lines);
  return lines.map((line) => line.slice(indent)).join('\n');
}

function contentLines(text: string): readonly string[] {
  return text
    .replace(/^\s*\n/, '')
    .trimEnd()
    .split('\n');
}

function indentOf(lines: readonly string[]): number {
  const indents = lines
    .filter((line) => line.trim() !== '')
    .map((line) => line.length - line.trimStart().length);
  return indents.length > 0 ? Math.min(...indents) : 0;
}
