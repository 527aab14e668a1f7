import {configProblems} from '../problems/config-problems.js';
import type {Problem} from '../problems/problem.js';
import {scriptProblems} from '../problems/script-problems.js';
import {taskProblems} from '../problems/task-problems.js';

import type {PluginDraft} from './plugin-draft.js';

/** Editors of a draft, in the order of their tabs. */
export const EDITORS = ['script', 'config', 'task'] as const;

/** Editor of a draft. */
export type EditorName = (typeof EDITORS)[number];

/** What is wrong with each part of a draft. */
export type DraftProblems = Readonly<Record<EditorName, readonly Problem[]>>;

/** A draft in which everything is well. */
export const NO_PROBLEMS: DraftProblems = {script: [], config: [], task: []};

/** Returns what is wrong with each part of a draft. */
export async function draftProblems(
  {script, config, task, kind}: PluginDraft,
  nonce: string,
): Promise<DraftProblems> {
  return {
    script: await scriptProblems(script, kind, nonce),
    config: config.trim() === '' ? [] : configProblems(config),
    task: taskProblems(task),
  };
}

/** Returns the first editor whose text cannot be used, or `null`. */
export function brokenEditor(problems: DraftProblems): EditorName | null {
  const isBroken = (name: EditorName): boolean =>
    problems[name].some(({severity}) => severity === 'error');
  return EDITORS.find(isBroken) ?? null;
}
