import {labelColor, storedValue} from '@ls-annotation/core';

import {TagView} from './tag-view.js';

/**
 * An option of a control as plugins see it: a `<Label>`, a `<Choice>`.
 */
export class ItemView extends TagView {
  /** What the option shows. */
  override get value(): string {
    return this.config.value;
  }

  /** What the option shows, with the task's data in place of variables. */
  override get _value(): string {
    return this.config.value;
  }

  /** What a result holds: the alias when it has one, else the value. */
  get storedValue(): string {
    return storedValue(this.config);
  }

  /** Name for results, `undefined` when the value is used. */
  get alias(): string | undefined {
    const alias = this.config.attributes.alias;
    return typeof alias === 'string' ? alias : undefined;
  }

  /** The control it is an option of. */
  get control(): TagView | null {
    let tag = this.parent;
    while (tag && !tag.isControlTag) tag = tag.parent;
    return tag;
  }

  /** True when it is chosen, or on the selected region. */
  get selected(): boolean {
    const {name} = this.control ?? {};
    if (name === undefined) return false;
    return this.annotation.tags
      .control(name)
      .selectedLabels.some((item) => item === this);
  }

  /** Colour of a `<Label>`: its own, or one that its value decides. */
  get background(): string | undefined {
    return this.isLabel ? labelColor(this.config) : undefined;
  }

  /** True for `<Label>`. */
  get isLabel(): boolean {
    return this.type === 'label';
  }

  /** Chooses it, or lets go of it, as a click would. */
  toggleSelected(): void {
    const name = this.control?.name;
    if (name === undefined) return;
    const {actions} = this.context;
    if (this.isLabel) actions.toggleLabel(name, this.storedValue);
    else actions.toggleChoice(name, choicePath(this));
  }

  /** Chooses it, or lets go of it. */
  setSelected(selected: boolean): void {
    if (selected !== this.selected) this.toggleSelected();
  }
}

/** Values of a choice and the choices around it, outermost first. */
function choicePath(item: ItemView): string[] {
  const path = [item.storedValue];
  for (let tag = item.parent; tag instanceof ItemView; tag = tag.parent) {
    path.unshift(tag.storedValue);
  }
  return path;
}
