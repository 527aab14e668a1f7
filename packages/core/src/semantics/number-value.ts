import {attributeNumber, attributeText} from '../config/attribute.js';
import type {ConfigTag} from '../config/config-tag.js';

/** Steps are compared up to this share of a step. */
const STEP_TOLERANCE = 1e-9;

/**
 * Returns what is wrong with a number in the words of Label Studio, or `null`
 * when it keeps to `min`, `max` and `step` of its control.
 *
 * Steps count from `min`, or from 0 without one.
 */
export function checkNumber(control: ConfigTag, value: number): string | null {
  const problems = [
    ...checkBounds(control, value),
    ...checkStep(control, value),
  ];
  if (problems.length === 0) return null;
  return `Number "${String(value)}" is not valid: ${problems.join(', ')}.`;
}

function checkBounds(control: ConfigTag, value: number): readonly string[] {
  const min = attributeNumber(control, 'min');
  const max = attributeNumber(control, 'max');
  const problems: string[] = [];
  if (min !== undefined && value < min) {
    problems.push(
      'Value must be greater than or equal to ' + attributeText(control, 'min'),
    );
  }
  if (max !== undefined && value > max) {
    problems.push(
      `Value must be less than or equal to ${attributeText(control, 'max')}`,
    );
  }
  return problems;
}

function checkStep(control: ConfigTag, value: number): readonly string[] {
  const step = attributeNumber(control, 'step');
  if (step === undefined || step <= 0) return [];
  const base = attributeNumber(control, 'min', 0);
  const steps = (value - base) / step;
  if (Math.abs(steps - Math.round(steps)) < STEP_TOLERANCE) return [];
  const below = tidy(base + Math.floor(steps) * step);
  const above = tidy(base + Math.ceil(steps) * step);
  return [
    `The two nearest valid values are ${String(below)} and ${String(above)}`,
  ];
}

/** Takes away what binary fractions add. */
function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
