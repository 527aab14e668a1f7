import {existsSync} from 'node:fs';
import {join} from 'node:path';

import {CheckError} from '../errors.js';
import {readValidJson} from '../json/read-valid-json.js';

/** Name of the file that says how a plugin is run. */
const MANIFEST = 'plugin.json';

/** How a plugin is run. */
export interface PluginManifest {
  /** What its source is. */
  readonly type: 'script' | 'module';
  /** True when it is for a frame of its own origin. */
  readonly sandbox: boolean;
  /** What it may do there. */
  readonly permissions: readonly string[];
  /** Values of its settings. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Reads `plugin.json`, which the testing panel exports beside a plugin; where
 * there is none, the name of the plugin's file says how it is run.
 *
 * @param folder - the plugin's folder.
 * @param pluginFile - `plugin.js` or `plugin.mjs`.
 * @throws CheckError when it does not say how a plugin is run.
 */
export async function readPluginManifest(
  folder: string,
  pluginFile: string,
): Promise<PluginManifest> {
  const isModuleFile = pluginFile.endsWith('.mjs');
  const path = join(folder, MANIFEST);
  const written: Partial<PluginManifest> = existsSync(path)
    ? ((await readValidJson(
        path,
        'plugin.schema.json',
        'manifest of a plugin',
      )) as Partial<PluginManifest>)
    : {};
  const {type = isModuleFile ? 'module' : 'script'} = written;
  if (isModuleFile && type === 'script') {
    throw new CheckError(
      `"${path}" says "script" of ${pluginFile}, which is a module. Write ` +
        '"module", or call the file plugin.js.',
    );
  }
  const {sandbox = false, permissions = [], settings = {}} = written;
  return {type, sandbox, permissions, settings};
}
