import {readFile} from 'node:fs/promises';

import {CheckError} from '../errors.js';
import {PACKAGE} from '../run/package-files.js';

import type {JsonSchema} from './json-schema.js';
import {validateJson} from './validate-json.js';

/**
 * Reads a JSON file that has to fit a schema of this package.
 *
 * @param schemaName - file in `schema/`.
 * @param what - what it is to be, for people: `scenario`.
 * @throws CheckError when the file is not there or does not fit; names each
 * place that is wrong.
 */
export async function readValidJson(
  path: string,
  schemaName: string,
  what: string,
): Promise<unknown> {
  const value = await readJson(path);
  const schema = await readJson(`${PACKAGE}schema/${schemaName}`);
  const issues = validateJson(value, schema as JsonSchema);
  if (issues.length === 0) return value;
  const list = issues.map((issue) => `  ${issue.path || '/'} ${issue.message}`);
  throw new CheckError(`"${path}" is no ${what}:\n${list.join('\n')}`);
}

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new CheckError(`"${path}" cannot be read.`, {cause});
  });
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CheckError(`"${path}" is not JSON: ${detail}.`, {cause});
  }
}
