export type {RegionStyle} from '../labels/region-looks.js';

/** What regions look like in the colors that the user's system dictates. */
export interface PaintTheme {
  /** True in forced colors: regions are told apart by place, not by color. */
  readonly isForced: boolean;
  /** CSS color of outlines in forced colors. */
  readonly outline: string;
  /** CSS color of what is selected in forced colors. */
  readonly highlight: string;
  /** CSS color behind the outline of what is selected. */
  readonly halo: string;
}

/** Colors as the labeling config gives them. */
export const OWN_COLORS: PaintTheme = {
  isForced: false,
  outline: 'black',
  highlight: 'black',
  halo: 'rgb(255 255 255 / 85%)',
};

/** Colors as the user's system gives them. */
export const SYSTEM_COLORS: PaintTheme = {
  isForced: true,
  outline: 'CanvasText',
  highlight: 'Highlight',
  halo: 'Canvas',
};
