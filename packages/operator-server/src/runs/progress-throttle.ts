/** How far a run is, as it is told. */
export interface ProgressData {
  /** 0 to 1, or `null` when nobody knows. */
  readonly fraction: number | null;
  /** Words for people; may be empty. */
  readonly text: string;
}

/**
 * Passes progress on, but not more often than somebody could see: what comes
 * in between waits for its turn, and only the last of it is passed on.
 */
export class ProgressThrottle {
  readonly #pass: (progress: ProgressData) => void;
  readonly #intervalMs: number;
  #progress: ProgressData = {fraction: null, text: ''};
  #timer: NodeJS.Timeout | undefined;
  #isWaiting = false;

  constructor(pass: (progress: ProgressData) => void, intervalMs: number) {
    this.#pass = pass;
    this.#intervalMs = intervalMs;
  }

  /** Takes what an operator says; text that is left out stays. */
  report(fraction: number | null, text?: string): void {
    this.#progress = {
      fraction: toFraction(fraction),
      text: text ?? this.#progress.text,
    };
    this.#isWaiting = true;
    if (this.#timer === undefined) this.#flush();
  }

  /** Passes on what is waiting, and nothing afterwards. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isWaiting) this.#pass(this.#progress);
    this.#isWaiting = false;
  }

  #flush(): void {
    this.#timer = undefined;
    if (!this.#isWaiting) return;
    this.#isWaiting = false;
    this.#pass(this.#progress);
    this.#timer = setTimeout(() => this.#flush(), this.#intervalMs);
  }
}

function toFraction(fraction: number | null): number | null {
  if (fraction === null || !Number.isFinite(fraction)) return null;
  return Math.min(1, Math.max(0, fraction));
}
