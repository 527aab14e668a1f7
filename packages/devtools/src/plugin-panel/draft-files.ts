import {strFromU8, strToU8, unzipSync, zipSync} from 'fflate';

import type {PluginDraft} from './plugin-draft.js';

/** Bytes that may come out of an archive. */
const MAX_BYTES = 20_000_000;

/** Extensions of what a draft is read from; the first is the better one. */
const PARTS = {
  script: {name: 'plugin.js', pattern: /\.m?js$/},
  config: {name: 'view.xml', pattern: /\.xml$/},
  task: {name: 'data.json', pattern: /\.json$/},
} as const;

type PartName = keyof typeof PARTS;

/** Texts of a draft that were found in files. */
export type DraftTexts = Partial<Pick<PluginDraft, PartName | 'kind'>>;

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
 * Returns a draft as a zip archive of `plugin.js`, `view.xml` and
 * `data.json`, as Label Studio's repository of plugins has them.
 */
export function packDraft({script, config, task}: PluginDraft): Uint8Array {
  return zipSync({
    [PARTS.script.name]: lines(script),
    [PARTS.config.name]: lines(config),
    [PARTS.task.name]: lines(task),
  });
}

/**
 * Reads what somebody chose or dropped: an archive, or any of the three files
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
    const texts: DraftTexts = Object.fromEntries(
      found.map(({part, file}) => [part, textOf(part, file)]),
    );
    const names = found.map(({file}) => fileName(file.path)).join(', ');
    return {ok: true, texts: {...texts, ...kindOf(texts)}, names};
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
  {name, pattern}: {readonly name: string; readonly pattern: RegExp},
): NamedFile | null {
  const fitting = files.filter(
    ({path}) => pattern.test(path) && !isHidden(path),
  );
  const rank = ({path}: NamedFile): number =>
    path.split('/').length + (fileName(path) === name ? 0 : 1000);
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

function textOf(part: PartName, {path, bytes}: NamedFile): string {
  const text = strFromU8(bytes)
    .replace(/^\uFEFF/, '')
    .replace(/\r\n/g, '\n')
    .trimEnd();
  return part === 'task' ? taskText(text, path) : text;
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

function kindOf({script}: DraftTexts): DraftTexts {
  if (script === undefined) return {};
  return {kind: /^\s*export\b/m.test(script) ? 'module' : 'script'};
}

function tooMuch(name: string): FilesProblem {
  return new FilesProblem(`“${name}” holds more than 20 MB.`);
}
