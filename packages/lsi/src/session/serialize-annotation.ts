import {
  attributeText,
  canSubmitResult,
  writeResults,
  type AnnotationState,
  type ConfigTag,
  type LabelConfig,
  type ResultJson,
} from '@ls-annotation/core';

const TEXTS_OF = new WeakMap<LabelConfig, ReadonlySet<string>>();

/**
 * Returns an annotation as Label Studio results, without what the rules of
 * the config keep back: results of unmet conditions, and the text of objects
 * that do not save it.
 */
export function serializeAnnotation(
  annotation: AnnotationState,
  config: LabelConfig | null,
): ResultJson[] {
  if (!config) return writeResults(annotation);
  return writeResults(annotation, {
    include: (region, result) =>
      canSubmitResult(config, annotation, region, result),
    omitTextOf: withoutText(config),
  });
}

function withoutText(config: LabelConfig): ReadonlySet<string> {
  const known = TEXTS_OF.get(config);
  if (known) return known;
  const names = config.objects
    .filter((tag) => !savesText(tag))
    .map(({name}) => name);
  const made = new Set(names);
  TEXTS_OF.set(config, made);
  return made;
}

/** Text that was fetched is left out unless the config says otherwise. */
function savesText(tag: ConfigTag): boolean {
  const wish = attributeText(tag, 'savetextresult');
  if (wish === '' || wish === 'none') {
    return attributeText(tag, 'valuetype') !== 'url' || !isText(tag);
  }
  return wish === 'yes';
}

function isText({type}: ConfigTag): boolean {
  return type === 'text' || type === 'hypertext';
}
