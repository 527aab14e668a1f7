/** Says which regions lie under a pointer on an element. */
export interface RegionPicker {
  /** Returns their ids, the one to pick first in front; none while drawing. */
  regionsAt(event: MouseEvent): readonly string[];
  /** Gives up what a press has begun that turns out to ask for a menu. */
  cancel?(): void;
}

const pickers = new WeakMap<Element, RegionPicker>();

/** Has an element answer {@link findRegionPicker}, or not any more. */
export function setRegionPicker(
  element: Element,
  picker: RegionPicker | null,
): void {
  if (picker) pickers.set(element, picker);
  else pickers.delete(element);
}

/** Returns the picker of the innermost element around another that has one. */
export function findRegionPicker(element: Element): RegionPicker | null {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const picker = pickers.get(at);
    if (picker) return picker;
  }
  return null;
}
