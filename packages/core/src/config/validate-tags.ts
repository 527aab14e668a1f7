import {toNumber} from './attribute.js';
import type {AttributeSpec} from './attribute-spec.js';
import type {ConfigIssue, ConfigIssueCode} from './config-issue.js';
import type {ConfigTag} from './config-tag.js';

type Names = ReadonlyMap<string, ConfigTag>;
type Rule = (tag: ConfigTag, names: Names) => readonly ConfigIssue[];

const RULES: readonly Rule[] = [
  checkKnown,
  checkName,
  checkToName,
  checkParent,
  checkPerRegion,
  checkAttributes,
];

/** Returns everything that is wrong with a config, in document order. */
export function validateTags(tags: readonly ConfigTag[]): ConfigIssue[] {
  const names = new Map<string, ConfigTag>();
  for (const tag of tags) {
    if (tag.name === '' || tag.definition.nameRule === 'local') continue;
    if (!names.has(tag.name)) names.set(tag.name, tag);
  }
  return tags.flatMap((tag) => RULES.flatMap((rule) => rule(tag, names)));
}

function checkKnown(tag: ConfigTag): readonly ConfigIssue[] {
  if (tag.definition.role !== 'unknown') return [];
  return [
    warning(tag, 'config/tag-unknown', '', [
      `Tag "${tag.tagName}" is not known and is not shown.`,
      'Check its spelling, or register a surface for it.',
    ]),
  ];
}

function checkName(tag: ConfigTag, names: Names): readonly ConfigIssue[] {
  const {nameRule} = tag.definition;
  const isGiven = Object.hasOwn(tag.attributes, 'name');
  if (nameRule === 'forbidden' && isGiven) {
    return [
      error(tag, 'config/name-forbidden', 'name', [
        `Attribute "name" is not allowed for tag ${tag.tagName}.`,
        'Remove it; to find the element by id, use "idAttr" on a View.',
      ]),
    ];
  }
  if (isNameRequired(tag) && tag.name === '') {
    return [
      error(tag, 'config/name-missing', 'name', [
        `Attribute "name" is required for tag ${tag.tagName}.`,
        'Give it a name that no other tag has.',
      ]),
    ];
  }
  if (tag.name === '' || nameRule === 'local') return [];
  if (names.get(tag.name) === tag) return [];
  return [
    error(tag, 'config/name-duplicate', 'name', [
      `Name "${tag.name}" of tag ${tag.tagName} is in use already.`,
      'Give each tag a name of its own.',
    ]),
  ];
}

function isNameRequired(tag: ConfigTag): boolean {
  const {nameRule} = tag.definition;
  return nameRule === 'required' || nameRule === 'local';
}

function checkToName(tag: ConfigTag, names: Names): readonly ConfigIssue[] {
  const {role, attributes} = tag.definition;
  if (role !== 'control' && tag.type !== 'filter') return [];
  if (!Object.hasOwn(attributes, 'toname')) return [];
  if (tag.toName.length === 0 && role === 'control') {
    return [missingToName(tag, names)];
  }
  return tag.toName.flatMap((name) => checkTarget(tag, name, names));
}

function missingToName(tag: ConfigTag, names: Names): ConfigIssue {
  const objects = [...names.values()].filter(
    (other) => other.definition.role === 'object',
  );
  const remedy =
    objects.length === 0
      ? 'Add an object tag, for example <Text name="text" value="$text"/>.'
      : `Add it with the name of an object tag: ${quoted(objects)}.`;
  return error(tag, 'config/to-name-missing', 'toname', [
    `Attribute "toName" is required for tag ${describe(tag)}.`,
    remedy,
  ]);
}

function checkTarget(
  tag: ConfigTag,
  name: string,
  names: Names,
): readonly ConfigIssue[] {
  const target = names.get(name);
  if (target === undefined) {
    return [
      error(tag, 'config/to-name-unknown', 'toname', [
        `Tag "${name}", named in "toName" of ${describe(tag)}, does not exist.`,
        'Correct the name, or add the tag.',
      ]),
    ];
  }
  if (isApplicable(tag, target)) return [];
  const {appliesTo} = tag.definition;
  const remedy =
    appliesTo.length === 0
      ? 'Name an object tag instead.'
      : `Use it with one of: ${appliesTo.join(', ')}.`;
  return [
    error(tag, 'config/to-name-unsupported', 'toname', [
      `${describe(tag)} cannot be used with ${describe(target)}.`,
      remedy,
    ]),
  ];
}

function isApplicable(tag: ConfigTag, target: ConfigTag): boolean {
  if (tag.type === 'filter') return true;
  const {appliesTo} = tag.definition;
  const {role, type} = target.definition;
  // What a plugin shows under a tag of its own is not for us to judge.
  if (role === 'unknown') return true;
  if (appliesTo.length > 0) return appliesTo.includes(type);
  return role === 'object' || type === 'pairwise' || type === 'ranker';
}

function checkParent(tag: ConfigTag): readonly ConfigIssue[] {
  const {parents} = tag.definition;
  if (parents.length === 0) return [];
  for (let at = tag.parent; at !== null; at = at.parent) {
    if (parents.includes(at.type) || at.definition.role === 'unknown') {
      return [];
    }
  }
  return [
    error(tag, 'config/parent-unexpected', '', [
      `Tag ${tag.tagName} stands outside the tags it belongs to.`,
      `Put it inside one of: ${parents.join(', ')}.`,
    ]),
  ];
}

function checkPerRegion(tag: ConfigTag): readonly ConfigIssue[] {
  const {perregion, peritem} = tag.attributes;
  if (perregion !== true || peritem !== true) return [];
  if (!tag.definition.classification) return [];
  return [
    error(tag, 'config/per-region-per-item', 'peritem', [
      `Attributes "perRegion" and "perItem" of ${describe(tag)} exclude ` +
        'each other.',
      'Keep "perRegion" to speak of regions, "perItem" to speak of pictures.',
    ]),
  ];
}

function checkAttributes(tag: ConfigTag): readonly ConfigIssue[] {
  const issues: ConfigIssue[] = [];
  for (const [name, spec] of Object.entries(tag.definition.attributes)) {
    if (!Object.hasOwn(tag.attributes, name)) continue;
    const given = tag.attributes[name];
    if (typeof given === 'string' && given.includes('$')) continue;
    const expected = violation(spec, given ?? '');
    if (expected === null) continue;
    const sentences = [
      `Attribute "${name}" of ${describe(tag)} is "${String(given)}".`,
      `Use ${expected}.`,
    ];
    const make = spec.kind === 'number' ? warning : error;
    issues.push(make(tag, 'config/attribute-type', name, sentences));
  }
  return issues;
}

/** Returns what would be right, or `null` when the value is. */
function violation(
  spec: AttributeSpec,
  given: string | boolean,
): string | null {
  switch (spec.kind) {
    case 'text':
      return null;
    case 'flag':
      return typeof given === 'boolean' ? null : '"true" or "false"';
    case 'number':
      return toNumber(String(given)) === undefined ? 'a number' : null;
    case 'range':
      return isInRange(String(given)) ? null : 'a number from 0 to 1';
    case 'choice':
      return spec.values.includes(String(given))
        ? null
        : `one of: ${spec.values.filter((value) => value !== '').join(', ')}`;
    default:
      return spec satisfies never;
  }
}

function isInRange(given: string): boolean {
  const parsed = Number.parseFloat(given);
  return parsed >= 0 && parsed <= 1;
}

function describe(tag: ConfigTag): string {
  return tag.name === '' ? tag.tagName : `${tag.tagName} "${tag.name}"`;
}

function quoted(tags: readonly ConfigTag[]): string {
  return tags.map((tag) => `"${tag.name}"`).join(', ');
}

function error(
  tag: ConfigTag,
  code: ConfigIssueCode,
  attribute: string,
  sentences: readonly string[],
): ConfigIssue {
  return issue(tag, {code, attribute, severity: 'error'}, sentences);
}

function warning(
  tag: ConfigTag,
  code: ConfigIssueCode,
  attribute: string,
  sentences: readonly string[],
): ConfigIssue {
  return issue(tag, {code, attribute, severity: 'warning'}, sentences);
}

function issue(
  tag: ConfigTag,
  facts: Pick<ConfigIssue, 'code' | 'attribute' | 'severity'>,
  sentences: readonly string[],
): ConfigIssue {
  return {
    ...facts,
    path: tag.key,
    tag: tag.tagName,
    name: tag.name,
    message: sentences.join(' '),
  };
}
