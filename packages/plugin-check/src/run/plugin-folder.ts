import {readFile, stat} from 'node:fs/promises';
import {basename, join, resolve} from 'node:path';

import {CheckError} from '../errors.js';

import {readPluginManifest} from './plugin-manifest.js';
import type {PluginManifest} from './plugin-manifest.js';

/** A plugin with its sample, as the official repository keeps them. */
export interface PluginFolder {
  /** Name of the folder. */
  readonly name: string;
  /** Absolute path of the folder. */
  readonly path: string;
  /** Name of the plugin's file: `plugin.js`, or `plugin.mjs` for a module. */
  readonly pluginFile: string;
  /** How it is run. */
  readonly manifest: PluginManifest;
  /** Labeling config. */
  readonly config: string;
  /** The task in `data.json`. */
  readonly task: Readonly<Record<string, unknown>>;
}

/**
 * Reads a folder with `plugin.js`, `view.xml` and `data.json`, and where it is
 * there `plugin.json`.
 *
 * @throws CheckError when one is missing, `data.json` is no task, or
 * `plugin.json` does not say how a plugin is run.
 */
export async function readPluginFolder(folder: string): Promise<PluginFolder> {
  const path = resolve(folder);
  const stats = await stat(path).catch(() => undefined);
  if (!stats?.isDirectory()) {
    throw new CheckError(
      `"${folder}" is no folder. Give one with plugin.js, view.xml and ` +
        'data.json.',
    );
  }
  const config = await read(path, 'view.xml');
  const data = await read(path, 'data.json');
  const task = toTask(data, join(folder, 'data.json'));
  const pluginFile = await findPlugin(path);
  const manifest = await readPluginManifest(path, pluginFile);
  return {name: basename(path), path, pluginFile, manifest, config, task};
}

async function findPlugin(path: string): Promise<string> {
  for (const name of ['plugin.js', 'plugin.mjs']) {
    const stats = await stat(join(path, name)).catch(() => undefined);
    if (stats?.isFile()) return name;
  }
  throw new CheckError(`"${path}" has no plugin.js. Add it.`);
}

async function read(path: string, name: string): Promise<string> {
  try {
    const text = await readFile(join(path, name), 'utf8');
    return text.replace(/^\uFEFF/, '');
  } catch {
    throw new CheckError(`"${path}" has no ${name}. Add it.`);
  }
}

/** Takes what Label Studio imports: a task, bare data, or a list of either. */
function toTask(text: string, path: string): Record<string, unknown> {
  const parsed = parse(text, path);
  const first: unknown = Array.isArray(parsed) ? parsed[0] : parsed;
  if (typeof first !== 'object' || first === null) {
    throw new CheckError(`"${path}" holds no task. Write {"data": {…}}.`);
  }
  const hasData = 'data' in first && typeof first.data === 'object';
  return hasData ? {id: 1, ...first} : {id: 1, data: first};
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new CheckError(`"${path}" is not JSON: ${detail}.`);
  }
}
