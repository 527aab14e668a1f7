/** Global names that a plugin's source may set. */
export interface GlobalsWatch {
  /** Names that it assigns to as globals. */
  readonly names: readonly string[];
  /** Those of them that it assigns to by their bare names. */
  readonly bare: readonly string[];
  /**
   * What it assigns to by way of other objects: `console.log`. Where that is a
   * function of the page, it is put back.
   */
  readonly members: readonly string[];
  /** True when it may set others, whose names cannot be read from it. */
  readonly isOpen: boolean;
}

/** A plugin of whose source nothing is known. */
export const UNKNOWN_GLOBALS: GlobalsWatch = {
  names: [],
  bare: [],
  members: [],
  isOpen: true,
};

/** Names that the host itself puts on the window. */
const HOST_GLOBALS: ReadonlySet<string> = new Set(['LSI', 'Htx', 'DM']);

const WINDOW = String.raw`(?:window|self|globalThis|top|parent|frames|this)`;
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
const DEFINED = new RegExp(
  String.raw`\bdefineProperty\(\s*${WINDOW}\s*,\s*(["'\x60])${NAME}\1`,
  'g',
);
const LOOP = new RegExp(String.raw`\bfor\s*\(\s*${NAME}\s+(?:in|of)\b`, 'g');
/** `[a, b] = …` and `({a, b: c} = …)`, whose names are taken apart later. */
const PATTERN =
  /(?:^|[;{}(\n])\s*(?:\[([^[\]=]*)\]|\{([^{}=]*)\})\s*=(?![=>])/g;
const PATH =
  /(?<![.\w$])((?:[A-Za-z_$][\w$]*\.){1,3}[A-Za-z_$][\w$]*)\s*=(?![=>])/g;
/** What sets globals that its text does not name. */
const OPEN = /\b(?:(?:eval|Function|defaultView)\b|this\s*\[)/;
const BARE = new RegExp(String.raw`(?<![.\w$])${NAME}${ASSIGNS}`, 'g');
const ALIAS = new RegExp(
  String.raw`\b(?!this)${WINDOW}\b(?!\s*(?:\?\.|\.|\[\s*["'\x60][\w$]*["'\x60]\s*\]))`,
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
  const mayBeSet = (name: string): boolean =>
    !HOST_GLOBALS.has(name) && !isHandler(name);
  const bare = [
    ...[...code.matchAll(BARE), ...code.matchAll(LOOP)].map(
      ([, name = '']) => name,
    ),
    ...[...code.matchAll(PATTERN)].flatMap(([, list = '', fields = '']) =>
      (list + fields).split(/[^\w$]+/),
    ),
  ].filter((name) => name !== '' && !declared.has(name) && mayBeSet(name));
  const names = [
    ...[...code.matchAll(MEMBER)].map(([, name = '']) => name),
    ...[...code.matchAll(KEY), ...code.matchAll(DEFINED)].map(
      ([, , name = '']) => name,
    ),
  ].filter(mayBeSet);
  return {
    names: [...new Set([...names, ...bare])],
    bare: [...new Set(bare)],
    members: readMembers(code, declared),
    isOpen: ALIAS.test(code) || OPEN.test(code),
  };
}

function readMembers(
  code: string,
  declared: ReadonlySet<string>,
): readonly string[] {
  const paths = [...code.matchAll(PATH)].flatMap(([, path = '']) => {
    const parts = path.split('.');
    if (new RegExp(`^${WINDOW}$`).test(parts[0] ?? '')) parts.shift();
    const [root = ''] = parts;
    const isOfPage = !declared.has(root) && !isHandler(parts.at(-1) ?? '');
    return parts.length > 1 && isOfPage ? [parts.join('.')] : [];
  });
  return [...new Set(paths)];
}

/** Handlers are noted where they are set. */
function isHandler(name: string): boolean {
  return /^on[a-z]+$/.test(name);
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
