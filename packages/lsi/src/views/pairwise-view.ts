import {ControlView} from './control-view.js';
import type {TagView} from './tag-view.js';

/** A `<Pairwise>` as plugins see it. */
export class PairwiseView extends ControlView {
  /** `left`, `right` or `none`. */
  get selected(): 'left' | 'right' | 'none' {
    const value = this.result?.mainValue;
    return value === 'left' || value === 'right' ? value : 'none';
  }

  /** The first of the two objects. */
  get left(): TagView | undefined {
    return this.annotation.names.get(this.config.toName[0] ?? '');
  }

  /** The second of the two objects. */
  get right(): TagView | undefined {
    return this.annotation.names.get(this.config.toName[1] ?? '');
  }

  /** True when one of the two is chosen. */
  override get isSelected(): boolean {
    return this.selected !== 'none';
  }

  /** Returns the side that is chosen. */
  override selectedValues(): string {
    return this.selected;
  }

  /** Chooses the first object, or lets go of it. */
  selectLeft(): void {
    this.setResult(this.selected === 'left' ? undefined : 'left');
  }

  /** Chooses the second object, or lets go of it. */
  selectRight(): void {
    this.setResult(this.selected === 'right' ? undefined : 'right');
  }
}
