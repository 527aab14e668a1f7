import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';

import type {ServerOperator} from '../catalog/operator-catalog.js';
import {commandOperators} from '../command/command-operators.js';
import {ServerOptionsError} from '../errors.js';

import type {CliOptions} from './cli-options.js';

/**
 * Loads the operators that the command line names.
 *
 * @throws {@link ServerOptionsError} rejects with, when a module has none.
 * @throws {@link CommandError} rejects with, when a command tells none.
 */
export async function loadOperators({
  modules,
  commands,
}: CliOptions): Promise<readonly ServerOperator[]> {
  if (modules.length + commands.length === 0) {
    throw new ServerOptionsError('Name operators: --operators or --command.');
  }
  const lists = await Promise.all([
    ...modules.map(loadModule),
    ...commands.map((command) => commandOperators(splitCommand(command))),
  ]);
  return lists.flat();
}

async function loadModule(file: string): Promise<readonly ServerOperator[]> {
  const {href} = pathToFileURL(resolve(file));
  const module = (await import(href)) as {readonly default?: unknown};
  const given = module.default;
  const list = Array.isArray(given) ? (given as readonly unknown[]) : [given];
  const isOperator = (one: unknown): one is ServerOperator =>
    typeof (one as Partial<ServerOperator> | undefined)?.execute === 'function';
  if (list.every(isOperator)) return list;
  throw new ServerOptionsError(
    `"${file}" has no operators: export default a list of them.`,
  );
}

/** Splits a command at blanks; quotes hold together. */
export function splitCommand(command: string): readonly string[] {
  const parts = command.match(/"[^"]*"|'[^']*'|\S+/g) ?? [];
  return parts.map((part) => part.replace(/^(["'])(.*)\1$/, '$2'));
}
