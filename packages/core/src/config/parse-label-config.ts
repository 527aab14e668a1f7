import type {Parsed} from '../issue.js';
import {buildTags} from './build-tags.js';
import type {TagDraft} from './build-tags.js';
import type {ConfigIssue} from './config-issue.js';
import type {ConfigNode} from './config-node.js';
import type {ConfigTag} from './config-tag.js';
import {expandRepeaters} from './expand-repeaters.js';
import type {LabelConfig} from './label-config.js';
import type {TaskData} from './resolve-value.js';
import {validateTags} from './validate-tags.js';

/** What a config is parsed with. */
export interface ParseLabelConfigOptions {
  /**
   * Values of the task. With them repeaters are expanded, controls get the
   * options that the task lists, and variables in options are resolved;
   * without them a repeater shows its content once, with the index flag left
   * in, and stands for itself.
   */
  readonly data?: TaskData;
}

/**
 * Reads a labeling config as Label Studio does.
 *
 * Attribute names lose their case; `true` and `false` become booleans, except
 * in `value`; the text of a tag that holds nothing but text is its value; a
 * control without `toName` speaks of the one object when there is exactly
 * one. A tag that is none of Label Studio's is a warning, and its children are
 * read all the same.
 *
 * @returns the config with its warnings, or every problem that keeps it from
 * being shown, warnings last.
 */
export function parseLabelConfig(
  root: ConfigNode,
  options: ParseLabelConfigOptions = {},
): Parsed<LabelConfig, ConfigIssue> {
  const {data} = options;
  const expanded = data === undefined ? root : expandRepeaters(root, data);
  const tags = buildTags(expanded, data);
  inferToName(tags);
  const found = validateTags(tags);
  const errors = found.filter((issue) => issue.severity === 'error');
  const warnings = found.filter((issue) => issue.severity === 'warning');
  if (errors.length > 0) return {ok: false, issues: [...errors, ...warnings]};
  return {ok: true, value: toConfig(tags, warnings), warnings};
}

function inferToName(tags: readonly TagDraft[]): void {
  const objects = tags.filter((tag) => tag.definition.role === 'object');
  const named = objects.filter((tag) => tag.name !== '');
  const [only] = named;
  if (only === undefined || named.length > 1) return;
  for (const tag of tags) {
    const {role, attributes} = tag.definition;
    if (role !== 'control' || !Object.hasOwn(attributes, 'toname')) continue;
    if (tag.toName.length === 0) tag.toName = [only.name];
  }
}

function toConfig(
  tags: readonly ConfigTag[],
  issues: readonly ConfigIssue[],
): LabelConfig {
  const objects = tags.filter((tag) => tag.definition.role === 'object');
  const controls = tags.filter((tag) => tag.definition.role === 'control');
  const byObject = new Map<string, ConfigTag[]>();
  for (const control of controls) {
    for (const name of new Set(control.toName)) {
      const list = byObject.get(name);
      if (list === undefined) byObject.set(name, [control]);
      else list.push(control);
    }
  }
  return Object.freeze({
    root: tags[0] as ConfigTag,
    tags,
    byKey: new Map(tags.map((tag) => [tag.key, tag])),
    byName: new Map(
      tags.filter(isRegistered).map((tag) => [tag.name, tag] as const),
    ),
    objects,
    controls,
    issues,
    controlsOf: (name: string) => byObject.get(name) ?? NONE,
  });
}

const NONE: readonly ConfigTag[] = Object.freeze([]);

function isRegistered(tag: ConfigTag): boolean {
  return tag.name !== '' && tag.definition.nameRule !== 'local';
}
