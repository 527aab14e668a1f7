/** What the browser counts of a page, alive after a collection of garbage. */
export interface PageCounters {
  readonly listeners: number;
  /** DOM nodes, attached or not. */
  readonly nodes: number;
  readonly documents: number;
  readonly frames: number;
  readonly heapBytes: number;
}
