import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

import {MANIFEST_NAME, readManifest, writeManifest} from './draft-manifest.js';
import type {PluginDraft} from './plugin-draft.js';

/** Bytes that may come out of an archive. */
const MAX_BYTES = 20_000_000;

/** Files that a draft is read from. */
const PARTS = {
  script: {name: /^plugin\.m?js$/, pattern: /\.m?js$/},
  config: {name: /^view\.xml$/, pattern: /\.xml$/},
  // What else is beside a plugin: how it is run, and what a person does.
  task: {
    name: /^data\.json$/,
    pattern: /(?<!(?:^|\/)(?:plugin|package|steps))\.json$/,
  },
  manifest: {name: /^plugin\.json$/, pattern: /(?:^|\/)plugin\.json$/},
} as const;

type PartName = keyof typeof PARTS;

/** Texts of a draft that were found in files. */
export type DraftTexts = Partial<PluginDraft>;

/** What was found in files, or why nothing can be taken from them. */
export type ReadDraftFiles =
  | {readonly ok: true; readonly texts: DraftTexts; readonly names: string}
  | {readonly ok: false; readonly message: string};

interface NamedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

class FilesProblem extends Error {}

/**
 * Returns a draft as a zip archive of `plugin.js` (`plugin.mjs` for a module),
 * `view.xml` and `data.json`, as Label Studio's repository of plugins has them,
 * with `plugin.json`, which says how it is run.
 */
export function packDraft(draft: PluginDraft): Uint8Array {
  const name = draft.kind === 'module' ? 'plugin.mjs' : 'plugin.js';
  return zipSync({
    [name]: lines(draft.script),
    'view.xml': lines(draft.config),
    'data.json': lines(draft.task),
    [MANIFEST_NAME]: lines(writeManifest(draft)),
  });
}

/**
 * Reads what somebody chose or dropped: an archive, or any of the four files
 * by themselves. Those named as in Label Studio's repository are preferred
 * to others with their extension, and those further up to those within.
 */
export async function readDraftFiles(
  files: readonly File[],
): Promise<ReadDraftFiles> {
  try {
    const unpacked = (await Promise.all(files.map(unpack))).flat();
    const found = Object.entries(PARTS).flatMap(([part, wanted]) => {
      const file = best(unpacked, wanted);
      return file ? [{part: part as PartName, file}] : [];
    });
    if (found.length === 0) {
      throw new FilesProblem(
        'There is no plugin.js, view.xml or data.json in it.',
      );
    }
    const texts = found.map(({part, file}) => partOf(part, file));
    const names = found.map(({file}) => fileName(file.path)).join(', ');
    return {ok: true, texts: Object.assign({}, ...texts) as DraftTexts, names};
  } catch (error) {
    if (error instanceof FilesProblem) {
      return {ok: false, message: error.message};
    }
    throw error;
  }
}

/** Returns the bytes of a text whose last line ends. */
function lines(text: string): Uint8Array {
  return strToU8(text.endsWith('\n') ? text : `${text}\n`);
}

async function unpack(file: File): Promise<readonly NamedFile[]> {
  if (file.size > MAX_BYTES) throw tooMuch(file.name);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const isArchive = /\.zip$/i.test(file.name) || startsAsArchive(bytes);
  if (!isArchive) {
    return [{path: file.webkitRelativePath || file.name, bytes}];
  }
  return unzip(file.name, bytes);
}

function unzip(name: string, bytes: Uint8Array): readonly NamedFile[] {
  let left = MAX_BYTES;
  try {
    const entries = unzipSync(bytes, {
      filter: ({name: path, originalSize}) => {
        if (!Object.values(PARTS).some(({pattern}) => pattern.test(path))) {
          return false;
        }
        left -= originalSize;
        if (left < 0) throw tooMuch(name);
        return true;
      },
    });
    return Object.entries(entries).map(([path, content]) => ({
      path,
      bytes: content,
    }));
  } catch (error) {
    if (error instanceof FilesProblem) throw error;
    throw new FilesProblem(
      `“${name}” cannot be read as a zip archive. Make it again.`,
    );
  }
}

/** Every archive that is not empty starts so. */
function startsAsArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3;
}

function best(
  files: readonly NamedFile[],
  {name, pattern}: {readonly name: RegExp; readonly pattern: RegExp},
): NamedFile | null {
  const fitting = files.filter(
    ({path}) => pattern.test(path) && !isHidden(path),
  );
  const rank = ({path}: NamedFile): number =>
    path.split('/').length + (name.test(fileName(path)) ? 0 : 1000);
  return fitting.sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

/** What a Mac adds to archives, and the like. */
function isHidden(path: string): boolean {
  return path
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function partOf(part: PartName, {path, bytes}: NamedFile): DraftTexts {
  const text = strFromU8(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .trimEnd();
  switch (part) {
    case 'script':
      return {script: text, kind: kindOf(text, path)};
    case 'config':
      return {config: text};
    case 'task':
      return {task: taskText(text, path)};
    case 'manifest':
      return optionsOf(text, path);
  }
}

function optionsOf(text: string, path: string): DraftTexts {
  const read = readManifest(text);
  if (read.ok) return read.options;
  throw new FilesProblem(`“${fileName(path)}” ${read.message}`);
}

/** Takes what Label Studio imports: a task, bare data, a list of either. */
function taskText(text: string, path: string): string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FilesProblem(`“${fileName(path)}” is not JSON: ${reason}.`);
  }
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object' || first === null) {
    throw new FilesProblem(
      `“${fileName(path)}” holds no task. Write {"data": {…}}.`,
    );
  }
  const hasData = 'data' in first && typeof first.data === 'object';
  const task = hasData ? {id: 1, ...first} : {id: 1, data: first};
  return JSON.stringify(task, null, 2);
}

/** What a script is run as when no manifest says. */
function kindOf(script: string, path: string): PluginDraft['kind'] {
  const isModule = path.endsWith('.mjs') || /^\s*export\b/m.test(script);
  return isModule ? 'module' : 'script';
}

function tooMuch(name: string): FilesProblem {
  return new FilesProblem(`“${name}” holds more than 20 MB.`);
}
