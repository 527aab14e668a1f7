import {ParameterValidationError} from '../../errors.js';
import {BaseOperator} from '../../operator/base-operator.js';
import type {ExecuteOptions} from '../../operator/operator.js';
import type {OperatorContext} from '../../operator/operator-context.js';
import type {OperatorResult} from '../../operator/operator-result.js';
import {OperatorScope} from '../../operator/operator-scope.js';
import {BoolParameter} from '../../parameters/bool-parameter.js';
import {FloatParameter} from '../../parameters/float-parameter.js';
import type {ParameterIssue} from '../../parameters/parameter-issue.js';
import {toPointer} from '../../parameters/parameter-issue.js';
import {StringParameter} from '../../parameters/string-parameter.js';
import {TableParameter} from '../../parameters/table-parameter.js';

import {matchRule, toPattern} from './label-rule.js';
import type {LabelRule, RuleMatch} from './label-rule.js';
import {
  findTextLabels,
  labelledSpans,
  spanKey,
  toRegion,
} from './text-labels.js';
import type {TextLabels} from './text-labels.js';

/** Values of {@link PreLabelTextOperator}. */
export interface PreLabelTextParameters {
  /** What to look for and what to call it. */
  readonly rules: readonly LabelRule[];
  /** Rules below it are left out, 0 to 1. */
  readonly threshold: number;
  /** Whether `Berlin` and `berlin` differ. */
  readonly case_sensitive?: boolean;
}

/**
 * Labels the text of a task by rules, as a model would: the regions have the
 * origin `prediction` and the rule's confidence as their score.
 *
 * A span that carries the label already is left alone.
 */
export class PreLabelTextOperator extends BaseOperator<PreLabelTextParameters> {
  readonly name = 'Pre-label text';
  readonly description = 'Labels the text of the task by a list of rules.';
  readonly parameters = [
    new TableParameter({
      name: 'rules',
      title: 'Rules',
      description: 'Words to look for, or a regular expression: /[A-Z]{2}/',
      columns: [
        new StringParameter({
          name: 'pattern',
          title: 'Pattern',
          description: 'What to find.',
        }),
        new StringParameter({
          name: 'label',
          title: 'Label',
          description: 'A label of the config.',
        }),
        new FloatParameter({
          name: 'confidence',
          title: 'Confidence',
          description: 'How sure the rule is, from 0 to 1.',
          default: 1,
          required: false,
          min: 0,
          max: 1,
        }),
      ],
    }),
    new FloatParameter({
      name: 'threshold',
      title: 'Threshold',
      description: 'Leaves out rules that are less sure, from 0 to 1.',
      default: 0.5,
      min: 0,
      max: 1,
    }),
    new BoolParameter({
      name: 'case_sensitive',
      title: 'Match case',
      description: 'Tells capitals from small letters.',
      default: false,
      required: false,
    }),
  ];
  readonly supportedScopes = [OperatorScope.annotation];

  override unavailableReason(context: OperatorContext): string | null {
    return findTextLabels(context) === null
      ? 'The labeling config has no Labels for a Text.'
      : null;
  }

  override async execute(
    options: ExecuteOptions<PreLabelTextParameters>,
  ): Promise<OperatorResult> {
    const {context, parameters, log} = options;
    const target = findTextLabels(context);
    if (!target) return {success: false, message: 'There is no text to label.'};
    this.#assertRules(parameters, target);
    const matches = await this.#findMatches(options, target);
    const known = labelledSpans(context);
    const fresh = withoutKnown(matches, known);
    log(`${matches.length} places found, ${fresh.length} of them new.`);
    context.edit((editor) =>
      editor.insertRegions(fresh.map((match) => toRegion(target, match))),
    );
    return {success: true, message: countText(fresh.length)};
  }

  async #findMatches(
    {parameters, progress, signal}: ExecuteOptions<PreLabelTextParameters>,
    {text}: TextLabels,
  ): Promise<readonly RuleMatch[]> {
    const {
      rules,
      threshold,
      case_sensitive: isCaseSensitive = false,
    } = parameters;
    const matches: RuleMatch[] = [];
    for (const [row, rule] of rules.entries()) {
      if ((rule.confidence ?? 1) < threshold) continue;
      signal.throwIfAborted();
      progress(row / rules.length, `Rule ${row + 1} of ${rules.length}`);
      const found = matchRule(text, rule, isCaseSensitive);
      if (!found) {
        throw new ParameterValidationError(this.name, [
          patternIssue('This is too much work on this text.', row),
        ]);
      }
      matches.push(...found);
      await Promise.resolve();
    }
    return matches.sort((left, right) => left.start - right.start);
  }

  #assertRules(
    {rules, case_sensitive: isCaseSensitive = false}: PreLabelTextParameters,
    {labels}: TextLabels,
  ): void {
    const issues = rules.flatMap(({pattern, label}, row) => [
      ...patternIssues(pattern, isCaseSensitive, row),
      ...labelIssues(label, labels, row),
    ]);
    if (issues.length === 0) return;
    throw new ParameterValidationError(this.name, issues);
  }
}

/** Keeps one match, the surest, for each span and label. */
function withoutKnown(
  matches: readonly RuleMatch[],
  known: ReadonlySet<string>,
): readonly RuleMatch[] {
  const best = new Map<string, RuleMatch>();
  for (const match of matches) {
    const key = spanKey(match.start, match.end, match.label);
    if (known.has(key)) continue;
    const before = best.get(key);
    if (!before || before.score < match.score) best.set(key, match);
  }
  return [...best.values()];
}

function patternIssues(
  pattern: string,
  isCaseSensitive: boolean,
  row: number,
): readonly ParameterIssue[] {
  const compiled = toPattern(pattern, isCaseSensitive);
  return typeof compiled === 'string' ? [patternIssue(compiled, row)] : [];
}

function patternIssue(message: string, row: number): ParameterIssue {
  const path = toPointer('rules', row, 'pattern');
  return {code: 'parameter/type', path, message};
}

function labelIssues(
  label: string,
  labels: readonly string[],
  row: number,
): readonly ParameterIssue[] {
  if (labels.includes(label)) return [];
  const message = `There is no such label. Use one of: ${labels.join(', ')}.`;
  const path = toPointer('rules', row, 'label');
  return [{code: 'parameter/type', path, message}];
}

function countText(count: number): string {
  if (count === 0) return 'There was nothing new to label.';
  return count === 1 ? '1 region was added.' : `${count} regions were added.`;
}
