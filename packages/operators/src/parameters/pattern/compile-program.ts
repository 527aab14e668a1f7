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
  emit(steps, node, 0);
  push(steps, {kind: 'match'});
  return steps;
}

/**
 * Adds the steps of a node; they go on at whatever comes after them.
 *
 * @param level - How many parts that may be left out it lies in.
 */
function emit(steps: PatternStep[], node: PatternNode, level: number): void {
  switch (node.kind) {
    case 'character':
    case 'assert':
      push(steps, {...node, next: steps.length + 1});
      return;
    case 'sequence':
      for (const part of node.parts) emit(steps, part, level);
      return;
    case 'choice':
      emitChoice(steps, node.parts, level);
      return;
    case 'repeat':
      emitRepeat(steps, node, level);
  }
}

function emitChoice(
  steps: PatternStep[],
  parts: readonly PatternNode[],
  level: number,
): void {
  const ends: {next: number}[] = [];
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const fork = isLast ? null : pushSplit(steps);
    emit(steps, part, level);
    if (fork === null) continue;
    ends.push(pushSplit(steps));
    fork.other = steps.length;
  }
  for (const end of ends)
    Object.assign(end, {next: steps.length, other: steps.length});
}

function emitRepeat(
  steps: PatternStep[],
  node: Extract<PatternNode, {kind: 'repeat'}>,
  level: number,
): void {
  const {part, min, max} = node;
  for (let count = 0; count < min; count += 1) emitCopy(steps, part, level);
  if (max === Infinity) {
    const start = steps.length;
    const fork = pushSplit(steps);
    emitOptional(steps, part, level);
    const back = pushSplit(steps);
    Object.assign(back, {next: start, other: start});
    fork.other = steps.length;
    if (node.isLazy) swap(fork);
    return;
  }
  const forks: Fork[] = [];
  for (let count = min; count < max; count += 1) {
    forks.push(pushSplit(steps));
    emitOptional(steps, part, level);
  }
  for (const fork of forks) {
    fork.other = steps.length;
    if (node.isLazy) swap(fork);
  }
}

/** What is left out rather than taken without taking a character. */
function emitOptional(
  steps: PatternStep[],
  part: PatternNode,
  outer: number,
): void {
  if (!canBeEmpty(part)) {
    emit(steps, part, outer);
    return;
  }
  const level = outer + 1;
  push(steps, {kind: 'enter', level, next: steps.length + 1});
  emit(steps, part, level);
  push(steps, {kind: 'leave', level, next: steps.length + 1});
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'character':
      return false;
    case 'assert':
      return true;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.parts.some(canBeEmpty);
    case 'repeat':
      return node.min === 0 || canBeEmpty(node.part);
  }
}

/** A part without steps, repeated a million times, would never be too long. */
function emitCopy(
  steps: PatternStep[],
  part: PatternNode,
  level: number,
): void {
  const before = steps.length;
  emit(steps, part, level);
  if (steps.length === before) pushSplit(steps);
}

interface Fork {
  next: number;
  other: number;
}

/** Has what comes after tried first. */
function swap(fork: Fork): void {
  Object.assign(fork, {next: fork.other, other: fork.next});
}

function pushSplit(steps: PatternStep[]): Fork {
  const next = steps.length + 1;
  const split = {kind: 'split' as const, next, other: next};
  push(steps, split);
  return split;
}

function push(steps: PatternStep[], step: PatternStep): void {
  if (steps.length >= MAX_STEPS) throw new PatternFault('It is too long.');
  steps.push(step);
}
