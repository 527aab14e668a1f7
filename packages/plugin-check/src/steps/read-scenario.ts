import {dirname, resolve} from 'node:path';

import {readValidJson} from '../json/read-valid-json.js';

import type {Scenario} from './scenario.js';

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
  const value = await readValidJson(path, 'steps.schema.json', 'scenario');
  return {scenario: value as Scenario, folder: dirname(resolve(path))};
}
