/** What every output has. */
interface OutputBase {
  /** A heading; left out: none. */
  readonly title?: string;
}

/** Words. */
export interface TextOutput extends OutputBase {
  /** What it is. */
  readonly type: 'text';
  /** The words. */
  readonly text: string;
  /**
   * How to show them; markdown is made safe before it is shown.
   * @defaultValue `'plain'`
   */
  readonly format?: 'plain' | 'markdown';
}

/** One number. */
export interface NumberOutput extends OutputBase {
  /** What it is. */
  readonly type: 'number';
  /** A finite number. */
  readonly value: number;
  /** What it counts: `'ms'`, `'%'`. */
  readonly unit?: string;
}

/** A column of a {@link TableOutput}. */
export interface TableOutputColumn {
  /** Key in the rows. */
  readonly name: string;
  /** Words for its head; left out: `name`. */
  readonly title?: string;
  /** What its numbers count. */
  readonly unit?: string;
}

/** What a cell holds; `null` for nothing. */
export type TableOutputCell = string | number | boolean | null;

/** Rows of single values. */
export interface TableOutput extends OutputBase {
  /** What it is. */
  readonly type: 'table';
  /** At least one. */
  readonly columns: readonly TableOutputColumn[];
  /** Cells by the name of their column. */
  readonly rows: readonly Readonly<Record<string, TableOutputCell>>[];
}

/** The part of the browser's `Blob` that is relied on. */
export interface BlobLike {
  /** Media type. */
  readonly type: string;
  /** Length, bytes. */
  readonly size: number;
  /** Returns the content. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** A picture. */
export interface ImageOutput extends OutputBase {
  /** What it is. */
  readonly type: 'image';
  /**
   * Its address (`https:`, `http:`, `blob:`, `data:image/…`, or relative), or
   * the picture itself.
   */
  readonly src: string | BlobLike;
  /** What it shows, in words; `''` when it adds nothing. */
  readonly alt: string;
}

/** What a {@link PlotOutput} draws. */
export type PlotKind = 'line' | 'bar' | 'scatter' | 'histogram';

/** One set of values of a {@link PlotOutput}. */
export interface PlotSeries {
  /** Words for the legend. */
  readonly name?: string;
  /**
   * Where each value stands; words only for `bar`; not for `histogram`. Left
   * out: 0, 1, 2 …
   */
  readonly x?: readonly (number | string)[];
  /** The values; for `histogram` those that are counted. */
  readonly y: readonly number[];
}

/** A drawing of numbers. */
export interface PlotOutput extends OutputBase {
  /** What it is. */
  readonly type: 'plot';
  /** What it draws. */
  readonly kind: PlotKind;
  /** At least one. */
  readonly series: readonly PlotSeries[];
  /** Words under the horizontal axis. */
  readonly xLabel?: string;
  /** Words beside the vertical axis. */
  readonly yLabel?: string;
  /** How many bars a `histogram` has, 1 to 200; left out: as it fits. */
  readonly bins?: number;
}

/** A way to somewhere else. */
export interface LinkOutput extends OutputBase {
  /** What it is. */
  readonly type: 'link';
  /** Its address: `https:`, `http:`, `mailto:`, or relative. */
  readonly href: string;
  /** Words to click on; left out: the address. */
  readonly text?: string;
}

/** JSON data, shown as such. */
export interface JsonOutput extends OutputBase {
  /** What it is. */
  readonly type: 'json';
  /** The data. */
  readonly value: unknown;
}

/** Something that came out of a run, and how it wants to be shown. */
export type OperatorOutput =
  | TextOutput
  | NumberOutput
  | TableOutput
  | ImageOutput
  | PlotOutput
  | LinkOutput
  | JsonOutput;
