import {jsonLanguage} from '@codemirror/lang-json';

import {readTask} from '@ls-annotation/core';
import type {Parsed, Task} from '@ls-annotation/core';

import {stretchAt} from './problem.js';
import type {Problem} from './problem.js';
import type {Stretch} from './xml-place.js';

type SyntaxNode = ReturnType<typeof jsonLanguage.parser.parse>['topNode'];

/** Returns what is wrong with the JSON of a task, each at its place. */
export function taskProblems(text: string): readonly Problem[] {
  if (text.trim() === '') return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return [brokenJson(text, error)];
  }
  const parsed = readTaskValue(value);
  if (parsed.ok) return [];
  return parsed.issues.map(({path, message}) => ({
    ...(placeOfPointer(text, path) ?? stretchAt(text, 1, 1)),
    severity: 'error',
    message,
  }));
}

/** Reads a task, or the first of a list of tasks. */
export function readTaskValue(value: unknown): Parsed<Task> {
  return readTask(Array.isArray(value) ? (value as unknown[])[0] : value);
}

function brokenJson(text: string, error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    ...(firstError(text) ?? {from: text.length, to: text.length}),
    severity: 'error',
    message: `It is not JSON: ${reason}. Correct it at this place.`,
  };
}

/** Where the grammar gives up, which browsers tell only sometimes. */
function firstError(text: string): Stretch | null {
  let found: Stretch | null = null;
  jsonLanguage.parser.parse(text).iterate({
    enter: (node) => {
      if (found || !node.type.isError) return;
      const from = Math.min(node.from, Math.max(0, text.length - 1));
      found = {from, to: Math.min(text.length, Math.max(node.to, from + 1))};
    },
  });
  return found;
}

/** Returns where the value that a JSON pointer names stands in a text. */
function placeOfPointer(text: string, pointer: string): Stretch | null {
  let node: SyntaxNode | null =
    jsonLanguage.parser.parse(text).topNode.firstChild;
  for (const key of pointer.split('/').slice(1)) {
    node = node && childOf(text, node, key);
  }
  return node && {from: node.from, to: node.to};
}

function childOf(
  text: string,
  node: SyntaxNode,
  key: string,
): SyntaxNode | null {
  const property = node.getChildren('Property').find((each) => {
    const name = each.getChild('PropertyName');
    return name && text.slice(name.from + 1, name.to - 1) === key;
  });
  return property?.lastChild ?? null;
}
