import type {Disposer} from '@ls-annotation/core';
import type {
  AnnotationScope,
  FrontendEventName,
  LabelingSession,
} from '@ls-annotation/lsi';
import {FRONTEND_EVENTS} from '@ls-annotation/lsi';

import type {ContributionBoard} from '../contributions/contribution-board.js';
import {PluginSourceError} from '../errors.js';
import type {NamedSource} from '../runtime/plugin-runner.js';

import {commandsOf} from './activation.js';

/** What {@link watchTriggers} watches for. */
export interface TriggerOptions {
  /** The plugin that waits. */
  readonly source: NamedSource;
  /** The display. */
  readonly scope: AnnotationScope;
  /** The session of the display. */
  readonly session: LabelingSession;
  /** Where buttons of commands are put. */
  readonly contributions: ContributionBoard;
  /** Starts the plugin; called once. */
  readonly start: () => Promise<void>;
  /** Takes what is wrong with a trigger. */
  readonly report: (error: unknown) => void;
}

/**
 * Starts a plugin when the first of the things happens that it waits for. The
 * disposer has it wait no more.
 */
export function watchTriggers(options: TriggerOptions): Disposer {
  const {source, report, start} = options;
  const disposers: Disposer[] = [];
  const stop = (): void => {
    for (const dispose of disposers.splice(0)) dispose();
  };
  const begin = async (): Promise<void> => {
    stop();
    await start();
  };
  for (const trigger of source.activateOn ?? []) {
    if (trigger.startsWith('command:')) continue;
    const watch = watchOne(options, trigger, () => void begin());
    if (watch) disposers.push(watch);
    else report(unknownTrigger(trigger));
  }
  for (const label of commandsOf(source)) {
    disposers.push(offerCommand(options, label, begin));
  }
  return stop;
}

function watchOne(
  {scope, session}: TriggerOptions,
  trigger: string,
  begin: () => void,
): Disposer | null {
  if (trigger === 'region-select') {
    const {annotationId} = scope;
    const changes = session.store.changes$.subscribe(({state, previous}) => {
      const selection = state.annotations[annotationId]?.selection ?? [];
      const before = previous.annotations[annotationId]?.selection;
      if (selection !== before && selection.length > 0) begin();
    });
    return () => changes.unsubscribe();
  }
  if (!isFrontendEvent(trigger)) return null;
  const events = scope.events.on(trigger).subscribe(begin);
  return () => events.unsubscribe();
}

/** The button of a command stands in for the one that the plugin brings. */
function offerCommand(
  {source, contributions, report}: TriggerOptions,
  label: string,
  begin: () => Promise<void>,
): Disposer {
  const onPress = async (): Promise<void> => {
    await begin();
    const own = contributions
      .list('toolbarButton')
      .find(
        ({pluginId, value}) => pluginId === source.id && value.label === label,
      );
    own?.call(() => own.value.onPress());
  };
  return contributions.add(
    'toolbarButton',
    {label, onPress},
    {pluginId: source.id, call: (code) => code(), report},
  );
}

function isFrontendEvent(name: string): name is FrontendEventName {
  return FRONTEND_EVENTS.some((entry) => entry.name === name);
}

function unknownTrigger(trigger: string): PluginSourceError {
  return new PluginSourceError(
    `"${trigger}" is nothing to wait for. Use "display", "region-select", ` +
      '"command:…" or the name of a frontend event in `activateOn`.',
  );
}
