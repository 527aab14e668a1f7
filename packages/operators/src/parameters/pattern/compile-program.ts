import {PatternFault} from './parse-pattern.js';
import type {PatternNode} from './pattern-node.js';
import type {PatternProgram, PatternStep} from './pattern-program.js';

/** Most steps of a program; `{n}` writes its part n times. */
export const MAX_STEPS = 1000;

/**
 * Returns the steps of a tree. The last one is the match.
 *
 * @throws PatternFault when there would be more than {@link MAX_STEPS}.
 */
export function compileProgram(node: PatternNode): PatternProgram {
  const steps: PatternStep[] = [];
  emit(steps, node);
  push(steps, {kind: 'match'});
  return steps;
}

/** Adds the steps of a node; they go on at whatever comes after them. */
function emit(steps: PatternStep[], node: PatternNode): void {
  switch (node.kind) {
    case 'character':
    case 'assert':
      push(steps, {...node, next: steps.length + 1});
      return;
    case 'sequence':
      for (const part of node.parts) emit(steps, part);
      return;
    case 'choice':
      emitChoice(steps, node.parts);
      return;
    case 'repeat':
      emitRepeat(steps, node);
  }
}

function emitChoice(steps: PatternStep[], parts: readonly PatternNode[]): void {
  const ends: {next: number}[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const fork = isLast ? null : pushSplit(steps);
    emit(steps, part);
    if (fork === null) continue;
    ends.push(pushSplit(steps));
    fork.other = steps.length;
  }
  for (const end of ends)
    Object.assign(end, {next: steps.length, other: steps.length});
}

function emitRepeat(
  steps: PatternStep[],
  {part, min, max}: Extract<PatternNode, {kind: 'repeat'}>,
): void {
  for (let count = 0; count < min; count += 1) emitCopy(steps, part);
  if (max === Infinity) {
    const start = steps.length;
    const fork = pushSplit(steps);
    emit(steps, part);
    const back = pushSplit(steps);
    Object.assign(back, {next: start, other: start});
    fork.other = steps.length;
    return;
  }
  const forks: {other: number}[] = [];
  for (let count = min; count < max; count += 1) {
    forks.push(pushSplit(steps));
    emitCopy(steps, part);
  }
  for (const fork of forks) fork.other = steps.length;
}

/** A part without steps, repeated a million times, would never be too long. */
function emitCopy(steps: PatternStep[], part: PatternNode): void {
  const before = steps.length;
  emit(steps, part);
  if (steps.length === before) pushSplit(steps);
}

function pushSplit(steps: PatternStep[]): {next: number; other: number} {
  const next = steps.length + 1;
  const split = {kind: 'split' as const, next, other: next};
  push(steps, split);
  return split;
}

function push(steps: PatternStep[], step: PatternStep): void {
  if (steps.length >= MAX_STEPS) throw new PatternFault('It is too long.');
  steps.push(step);
}
