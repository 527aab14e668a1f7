import {readFile} from 'node:fs/promises';
import {dirname, resolve} from 'node:path';

import {CheckError} from '../errors.js';
import {PACKAGE} from '../run/package-files.js';

import type {JsonSchema} from './json-schema.js';
import type {Scenario} from './scenario.js';
import {validateJson} from './validate-json.js';

/** A scenario with the file that it is from. */
export interface LoadedScenario {
  /** What is done and expected. */
  readonly scenario: Scenario;
  /** Folder that its paths are relative to. */
  readonly folder: string;
}

/**
 * Reads a scenario.
 *
 * @throws CheckError when the file is not there or is no scenario; names each
 * place that is wrong.
 */
export async function readScenario(path: string): Promise<LoadedScenario> {
  const value = await readJson(path);
  const schema = await readJson(`${PACKAGE}schema/steps.schema.json`);
  const issues = validateJson(value, schema as JsonSchema);
  if (issues.length > 0) {
    const list = issues.map(
      (issue) => `  ${issue.path || '/'} ${issue.message}`,
    );
    throw new CheckError(`"${path}" is no scenario:\n${list.join('\n')}`);
  }
  return {scenario: value as Scenario, folder: dirname(resolve(path))};
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CheckError(`"${path}" cannot be read.`, {cause});
  });
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CheckError(`"${path}" is not JSON: ${detail}.`, {cause});
  }
}
