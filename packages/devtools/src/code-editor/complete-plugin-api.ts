import {completeFromList} from '@codemirror/autocomplete';
import type {
  Completion,
  CompletionContext,
  CompletionResult,
} from '@codemirror/autocomplete';

import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

const EVENT_NAMES: readonly Completion[] = FRONTEND_EVENTS.filter(
  ({reachesPlugins}) => reachesPlugins,
).map(({name, arguments: names, description}) => ({
  label: name,
  type: 'enum',
  detail: `(${names.join(', ')})`,
  info: description,
}));

const GLOBALS = completeFromList([
  {label: 'LSI', type: 'variable', info: 'The labeling interface.'},
  {label: 'Htx', type: 'variable', info: 'The root store.'},
  {label: 'DM', type: 'variable', info: 'The data manager.'},
]);

/** Suggests what a plugin has in scope, and the names of events to it. */
export function completePluginApi(
  context: CompletionContext,
): CompletionResult | null | Promise<CompletionResult | null> {
  const name = context.matchBefore(/\b(?:on|off|invoke)\(\s*['"][\w:]*$/);
  if (name) {
    const start = name.text.search(/[\w:]*$/);
    return {
      from: name.from + start,
      options: EVENT_NAMES,
      validFor: /^[\w:]*$/,
    };
  }
  return context.matchBefore(/\.\w*$/) ? null : GLOBALS(context);
}
