/** Where a box is, percent of the picture. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a subject says of itself, to check that an action was done. */
export interface SubjectFacts {
  readonly count: number;
  /** Ids of the selected regions, joined by commas. */
  readonly selected: string;
  /** Which of the two annotations is on display. */
  readonly turn: number;
}

/** What the script of every subject's page publishes. */
export interface PageSubject {
  readonly root: Element;
  prepare(count: number): void;
  mount(): void | Promise<void>;
  unmount(): void;
  display(): void | Promise<void>;
  switchTo(turn: number): void | Promise<void>;
  select(index: number): void | Promise<void>;
  add(): void | Promise<void>;
  facts(): SubjectFacts;
  placeOf(index: number): Place;
  pictureRectangle(): Place;
}

/** Elements, all nodes and canvases under an element. */
export interface NodeCounts {
  readonly elements: number;
  readonly nodes: number;
  readonly canvases: number;
}

/** Milliseconds from navigation. */
export interface ReadyTimes {
  /** Until the subject says that it is displayed. */
  readonly displayedMs: number;
  /** Until it has been painted, its picture too. */
  readonly paintedMs: number;
}

/** The clocks of `pages/lib/clock.mjs`. */
export interface PageClock {
  countNodes(root: Element): NodeCounts;
  frames(count: number): Promise<void>;
  recordFrames(): () => number[];
  timed(action: () => unknown): Promise<number>;
}

declare global {
  var bench: PageClock;
  var subject: PageSubject;
  var ready: Promise<ReadyTimes>;
}
