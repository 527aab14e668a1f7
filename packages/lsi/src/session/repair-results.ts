import type {LabelConfig} from '@ls-annotation/core';

type Json = Record<string, unknown>;

/**
 * Returns results as Label Studio repairs them before it reads them.
 *
 * Empty entries go; `htmllabels` are `hypertextlabels`; a `normalization` is a
 * note; labels of a control that the config does not have go to another
 * control of the same object, or are dropped from their region.
 *
 * @param list - Not changed.
 */
export function repairResults(
  list: readonly unknown[],
  config: LabelConfig,
): readonly unknown[] {
  return list
    .filter((entry) => entry !== null && entry !== undefined && entry !== '')
    .map((entry) => (isJson(entry) ? repair(entry, config) : entry));
}

function repair(entry: Json, config: LabelConfig): Json {
  return redirect(withNote(withCurrentName(entry)), config);
}

function withCurrentName(entry: Json): Json {
  if (entry.type !== 'htmllabels') return entry;
  const value = isJson(entry.value) ? entry.value : {};
  const {htmllabels, ...others} = value;
  return {
    ...entry,
    type: 'hypertextlabels',
    value: {...others, hypertextlabels: htmllabels},
  };
}

function withNote(entry: Json): Json {
  const {normalization, ...rest} = entry;
  if (typeof normalization !== 'string') return entry;
  const meta = isJson(rest.meta) ? rest.meta : {};
  return {...rest, meta: {...meta, text: [normalization]}};
}

function redirect(entry: Json, config: LabelConfig): Json {
  const {type, from_name: from, to_name: to, value} = entry;
  if (typeof type !== 'string' || !type.endsWith('labels')) return entry;
  if (typeof from === 'string' && config.byName.has(from)) return entry;
  if (typeof to !== 'string' || !isJson(value)) return entry;
  const {[type]: labels, ...geometry} = value;
  const shape = type.replace(/labels$/, '');
  const controls = config.controlsOf(to);
  const target =
    controls.find((control) => control.type === shape) ??
    controls.find((control) => control.type === type) ??
    controls.find((control) => control.type === 'labels');
  if (!target) return entry;
  const {name, definition} = target;
  const {resultType, valueKey} = definition;
  const said = valueKey === '' ? {} : {[valueKey]: labels};
  return {
    ...entry,
    from_name: name,
    type: resultType,
    value: {...geometry, ...said},
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
