/**
 * Where an operator is offered:
 *
 * - `menu`: in the menu of operators;
 * - `toolbar`: with a button of its own, and in that menu;
 * - `region-list`: in the menu beside the title of the list of regions;
 * - `context-menu`: in the menu of a region;
 * - `palette`: where operators are searched.
 */
export type OperatorPlacement =
  'menu' | 'toolbar' | 'region-list' | 'context-menu' | 'palette';

/**
 * How much care a run takes: `confirm` asks before it, `dangerous` does so in
 * words of warning.
 */
export type OperatorDanger = 'none' | 'confirm' | 'dangerous';

/**
 * What happens to a run while another one of the same operator goes on:
 *
 * - `parallel`: both go on;
 * - `queue`: the new one waits for its turn;
 * - `replace`: the old one is aborted;
 * - `refuse`: the new one fails, and says why.
 */
export type OperatorOverlap = 'parallel' | 'queue' | 'replace' | 'refuse';

/** How an operator is offered and run; all of it may be left out. */
export interface OperatorMeta {
  /**
   * Words for people.
   * @defaultValue the name
   */
  readonly title?: string;
  /** Address of a picture, or one character or emoji; left out: none. */
  readonly icon?: string;
  /** Operators of one group stand together under this heading. */
  readonly group?: string;
  /** Keys that open it, as hotkeys are written: `'ctrl+shift+g'`. */
  readonly shortcut?: string;
  /**
   * Where it is offered.
   * @defaultValue `['menu', 'palette']`
   */
  readonly placements?: readonly OperatorPlacement[];
  /**
   * True to offer it nowhere: only code opens and runs it.
   * @defaultValue `false`
   */
  readonly unlisted?: boolean;
  /** Address of a page about it; `http:`, `https:` or relative. */
  readonly docsUrl?: string;
  /**
   * Whether people are asked before a run.
   * @defaultValue `'none'`
   */
  readonly danger?: OperatorDanger;
  /** What people are asked; left out: a general question. */
  readonly confirmText?: string;
  /**
   * True when all it does is change the annotation: it is not applicable where
   * that is read-only, or where there is none.
   * @defaultValue `false`
   */
  readonly editsAnnotation?: boolean;
  /**
   * What happens to a run while another one goes on.
   * @defaultValue `'parallel'`
   */
  readonly overlap?: OperatorOverlap;
  /**
   * How long a run may take from the call of `execute`, milliseconds; `null`
   * for ever.
   * @defaultValue `null`
   */
  readonly timeoutMs?: number | null;
}
