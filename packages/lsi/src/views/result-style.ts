import type {TagView} from './tag-view.js';

/** How regions are painted, by attributes of a control. */
export interface ResultStyle {
  /** CSS colour of the outline. */
  readonly strokecolor: string | undefined;
  /** CSS pixels. */
  readonly strokewidth: number | undefined;
  /** CSS colour of the area. */
  readonly fillcolor: string | undefined;
  /** 0 to 1. */
  readonly fillopacity: number | undefined;
  /** 0 to 1. */
  readonly opacity: number | undefined;
}

/**
 * Returns how regions of a control are painted.
 *
 * @param background - Colour of the option that was chosen, when it has one.
 */
export function styleOf(control: TagView, background?: string): ResultStyle {
  return {
    strokecolor: background ?? textOf(control.attribute('strokecolor')),
    strokewidth: numberOf(control.attribute('strokewidth')),
    fillcolor: background ?? textOf(control.attribute('fillcolor')),
    fillopacity: numberOf(control.attribute('fillopacity')),
    opacity: numberOf(control.attribute('opacity')),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function numberOf(value: unknown): number | undefined {
  const number = Number(value);
  return value === undefined || value === '' || Number.isNaN(number)
    ? undefined
    : number;
}
