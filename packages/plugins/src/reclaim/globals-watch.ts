/** Global names that a plugin's source may set. */
export interface GlobalsWatch {
  /** Names that it assigns to as globals. */
  readonly names: readonly string[];
  /** True when it may set others, whose names cannot be read from it. */
  readonly isOpen: boolean;
}

/** A plugin of whose source nothing is known. */
export const UNKNOWN_GLOBALS: GlobalsWatch = {names: [], isOpen: true};

/** Names that the host itself puts on the window. */
const HOST_GLOBALS: ReadonlySet<string> = new Set(['LSI', 'Htx', 'DM']);

const WINDOW = String.raw`(?:window|self|globalThis|top|parent|frames)`;
const NAME = String.raw`([A-Za-z_$][\w$]*)`;
const ASSIGNS = String.raw`\s*(?:[-+*/%&|^]|\*\*|<<|>>>?|&&|\|\||\?\?)?=(?![=>])`;

const MEMBER = new RegExp(
  String.raw`\b${WINDOW}\s*(?:\?\.|\.)\s*${NAME}${ASSIGNS}`,
  'g',
);
const KEY = new RegExp(
  String.raw`\b${WINDOW}\s*\[\s*(["'\x60])${NAME}\1\s*\]${ASSIGNS}`,
  'g',
);
const BARE = new RegExp(String.raw`(?<![.\w$])${NAME}${ASSIGNS}`, 'g');
const ALIAS = new RegExp(
  String.raw`\b${WINDOW}\b(?!\s*(?:\?\.|\.|\[\s*["'\x60][\w$]*["'\x60]\s*\]))`,
);
const DECLARED = /\b(?:var|let|const|function\*?|class)\b([^;=]*)/g;

/**
 * Reads from a script's source which globals it may set: by a member of
 * `window`, or by assigning to what it never declares.
 *
 * It reads text, not a program: it may name too many, which costs a look, and
 * says so when it may name too few.
 */
export function watchGlobals(code: string): GlobalsWatch {
  const declared = new Set(
    [...code.matchAll(DECLARED)].flatMap(([, list = '']) =>
      list.split(/[^\w$]+/),
    ),
  );
  const names = [
    ...[...code.matchAll(MEMBER)].map(([, name = '']) => name),
    ...[...code.matchAll(KEY)].map(([, , name = '']) => name),
    ...[...code.matchAll(BARE)]
      .map(([, name = '']) => name)
      .filter((name) => !declared.has(name)),
  ].filter((name) => !HOST_GLOBALS.has(name) && !/^on[a-z]+$/.test(name));
  return {names: [...new Set(names)], isOpen: ALIAS.test(code)};
}

/** Returns which globals are missing that might come. */
export function missingGlobals({names}: GlobalsWatch): readonly string[] {
  return names.filter((name) => !Object.hasOwn(globalThis, name));
}

/** Returns every enumerable global. */
export function allGlobals(): ReadonlySet<string> {
  return new Set(Object.keys(globalThis));
}

/** Returns which globals came since {@link allGlobals}. */
export function newGlobals(before: ReadonlySet<string>): readonly string[] {
  return Object.keys(globalThis).filter(
    (name) => !before.has(name) && !HOST_GLOBALS.has(name),
  );
}
