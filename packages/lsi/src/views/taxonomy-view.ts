import {attributeNumber, choiceValues} from '@ls-annotation/core';

import {ControlView} from './control-view.js';

/** A `<Taxonomy>` as plugins see it: what it holds are paths. */
export class TaxonomyView extends ControlView {
  /** The chosen paths, as a copy. */
  get selected(): string[][] {
    return choiceValues(this.result?.mainValue).map((path) =>
      typeof path === 'string' ? [path] : [...path],
    );
  }

  /** True when no more may be chosen. */
  get maxUsagesReached(): boolean {
    const most = attributeNumber(this.config, 'maxUsages', 0);
    return most > 0 && this.selected.length >= most;
  }

  /** Returns the chosen paths. */
  override selectedValues(): string[][] {
    return this.selected;
  }

  /** Has it say some paths; without any there is nothing to do. */
  override updateFromResult(value?: unknown): void {
    if (value !== undefined) this.setResult(value);
  }

  /**
   * Has it say what was checked: paths, or things with a path, as Label
   * Studio's own tree reports them.
   */
  onChange(
    _node: unknown,
    checked: readonly (
      readonly string[] | {readonly path: readonly string[]}
    )[],
  ): void {
    this.setResult(
      checked.map((entry) => [...('path' in entry ? entry.path : entry)]),
    );
  }
}
