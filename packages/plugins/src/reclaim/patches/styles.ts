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
  const before = new Set(sheets);
  ownership.whenSettled(tenancy, () => {
    watched.delete(root);
    ownership.outside(() => {
      for (const sheet of root.adoptedStyleSheets) {
        if (before.has(sheet)) continue;
        before.add(sheet);
        takeSheet(tenancy, root, sheet);
      }
    });
  });
}

function takeSheet(
  tenancy: Tenancy,
  root: DocumentOrShadowRoot,
  sheet: CSSStyleSheet,
): void {
  const drop = (): void => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(
      (other) => other !== sheet,
    );
  };
  tenancy.take({
    kind: 'style',
    what: 'an adopted style sheet',
    isLasting: () => root.adoptedStyleSheets.includes(sheet),
    release: drop,
  });
  if (!tenancy.mayTake('style')) drop();
}
