import type {Holding} from '../holding.js';
import type {NativePatches} from '../native-patches.js';
import type {PageOwnership} from '../page-ownership.js';
import type {Tenancy} from '../tenancy.js';

type Sheets = CSSStyleSheet[];

/** Sheets that plugins have made. */
const own = new WeakSet();

/** Notes what plugins add to the styles of the page. */
export function patchStyles(
  patches: NativePatches,
  ownership: PageOwnership,
): void {
  for (const {prototype} of [Document, ShadowRoot]) {
    patches.accessor(prototype, 'adoptedStyleSheets', ({get, set}) => ({
      get(this: unknown): unknown {
        const sheets = Reflect.apply(get, this, []) as Sheets;
        watch(ownership, this as DocumentOrShadowRoot, sheets);
        return sheets;
      },
      set(this: unknown, value: unknown): void {
        const root = this as DocumentOrShadowRoot;
        const before = Reflect.apply(get, this, []) as Sheets;
        const tenancy = ownership.tenant(() => isLasting(ownership, root));
        if (tenancy && !tenancy.mayTake('style')) {
          tenancy.refuse('style', 'an adopted style sheet');
          return;
        }
        watch(ownership, root, before);
        Reflect.apply(set, this, [value]);
      },
    }));
  }
  patches.constructing('CSSStyleSheet', (target, args, newTarget) => {
    const made = Reflect.construct(target, args, newTarget);
    if (ownership.tenant()) own.add(made);
    return made;
  });
  patches.method(CSSStyleSheet.prototype, 'insertRule', (native) => ({
    call(this: unknown, ...args: unknown[]): unknown {
      const sheet = this as CSSStyleSheet;
      const tenancy = ownership.tenant();
      if (!tenancy || !isOfPage(ownership, sheet)) {
        return Reflect.apply(native, this, args);
      }
      const what = `rule ${String(args[0]).slice(0, 40)}`;
      if (!tenancy.mayTake('style')) {
        tenancy.refuse('style', what);
        return args[1] ?? 0;
      }
      const index = Reflect.apply(native, this, args) as number;
      takeRule(tenancy, sheet, sheet.cssRules[index], what);
      return index;
    },
  }));
}

/** Sheets that are made by script have no node; they are adopted. */
function isOfPage(ownership: PageOwnership, sheet: CSSStyleSheet): boolean {
  const {ownerNode} = sheet;
  return ownerNode ? ownership.places.isLasting(ownerNode) : !own.has(sheet);
}

function takeRule(
  tenancy: Tenancy,
  sheet: CSSStyleSheet,
  rule: CSSRule | undefined,
  what: string,
): void {
  const place = (): number => [...sheet.cssRules].indexOf(rule as CSSRule);
  tenancy.take({
    kind: 'style',
    what,
    isLasting: () => place() !== -1,
    release: () => {
      const index = place();
      if (index !== -1) sheet.deleteRule(index);
    },
  });
}

function isLasting(
  ownership: PageOwnership,
  root: DocumentOrShadowRoot,
): boolean {
  return ownership.places.isLasting(
    root instanceof ShadowRoot ? root.host : document,
  );
}

/** Lists that are looked at when the present stretch is over. */
const watching = new WeakMap<Tenancy, Set<DocumentOrShadowRoot>>();

/** The list can be changed in place, so it is looked at afterwards. */
function watch(
  ownership: PageOwnership,
  root: DocumentOrShadowRoot,
  sheets: Sheets,
): void {
  const tenancy = ownership.tenant(() => isLasting(ownership, root));
  if (!tenancy || !isLasting(ownership, root)) return;
  const watched = watching.get(tenancy) ?? new Set();
  if (watched.has(root)) return;
  watching.set(tenancy, watched.add(root));
  const before = countEach(sheets);
  ownership.whenSettled(tenancy, () => {
    watched.delete(root);
    ownership.outside(() => {
      const now = countEach(root.adoptedStyleSheets);
      for (const sheet of new Set([...before.keys(), ...now.keys()])) {
        const more = (now.get(sheet) ?? 0) - (before.get(sheet) ?? 0);
        for (let count = more; count > 0; count -= 1) {
          takeSheet(tenancy, root, sheet);
        }
        for (let count = more; count < 0; count += 1) {
          giveBack(tenancy, root, sheet);
        }
      }
    });
  });
}

/** A list may have a sheet several times, of different plugins. */
function countEach(sheets: Sheets): ReadonlyMap<CSSStyleSheet, number> {
  const counts = new Map<CSSStyleSheet, number>();
  for (const sheet of sheets) counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  return counts;
}

interface Adoption {
  readonly tenancy: Tenancy;
  readonly root: DocumentOrShadowRoot;
  readonly holding: Holding;
}

const adoptions = new WeakMap<CSSStyleSheet, Set<Adoption>>();

/** A plugin has taken away a sheet, its own if it has one there. */
function giveBack(
  tenancy: Tenancy,
  root: DocumentOrShadowRoot,
  sheet: CSSStyleSheet,
): void {
  const known = adoptions.get(sheet) ?? new Set();
  for (const adoption of known) {
    if (adoption.tenancy !== tenancy || adoption.root !== root) continue;
    known.delete(adoption);
    adoption.holding.end();
    return;
  }
}

function takeSheet(
  tenancy: Tenancy,
  root: DocumentOrShadowRoot,
  sheet: CSSStyleSheet,
): void {
  const drop = (): void => {
    const sheets = [...root.adoptedStyleSheets];
    const index = sheets.lastIndexOf(sheet);
    if (index === -1) return;
    sheets.splice(index, 1);
    root.adoptedStyleSheets = sheets;
  };
  const holding = tenancy.take({
    kind: 'style',
    what: 'an adopted style sheet',
    isLasting: () => root.adoptedStyleSheets.includes(sheet),
    release: drop,
  });
  const known = adoptions.get(sheet) ?? new Set();
  adoptions.set(sheet, known.add({tenancy, root, holding}));
  if (!tenancy.mayTake('style')) drop();
}
