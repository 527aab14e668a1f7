import type {FrontendEventHandler} from '@ls-annotation/lsi';

/** Callbacks that Label Studio's frontend package knows. */
const CALLBACKS: readonly string[] = [
  'onSubmitAnnotation',
  'onUpdateAnnotation',
  'onDeleteAnnotation',
  'onSkipTask',
  'onUnskipTask',
  'onTaskLoad',
  'onLabelStudioLoad',
  'onEntityCreate',
  'onEntityDelete',
  'onGroundTruth',
  'onSelectAnnotation',
  'onAcceptAnnotation',
  'onRejectAnnotation',
  'onStorageInitialized',
  'onSubmitDraft',
  'onNextTask',
  'onPrevTask',
];

/**
 * Returns the callbacks among some options, by the event that each is for:
 * `onSubmitAnnotation` is for `submitAnnotation`.
 */
export function callbackEvents(
  options: Readonly<Record<string, unknown>>,
): readonly (readonly [string, FrontendEventHandler])[] {
  return CALLBACKS.flatMap((key) => {
    const callback = options[key];
    if (typeof callback !== 'function') return [];
    const name = key.charAt(2).toLowerCase() + key.slice(3);
    return [[name, callback as FrontendEventHandler] as const];
  });
}
