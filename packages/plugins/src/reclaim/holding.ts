import type {ResourceKind} from './resource-kind.js';

/** What a {@link Holding} is made of. */
export interface HoldingOptions {
  /** What it is. */
  readonly kind: ResourceKind;
  /** Which one, in words; a function when the words take time to find. */
  readonly what: string | (() => string);
  /** Takes it back. */
  readonly release: () => void;
  /** Returns whether it has an effect that outlives the display. */
  readonly isLasting?: () => boolean;
  /** True when it goes with the labeling interface, should that go as well. */
  readonly isOfView?: boolean;
}

/** One thing that a plugin holds during one display. */
export class Holding {
  readonly #options: HoldingOptions;
  readonly #onEnd: (holding: Holding) => void;
  /** Stack of the moment when it was taken. */
  readonly trace = new Error();

  constructor(options: HoldingOptions, onEnd: (holding: Holding) => void) {
    this.#options = options;
    this.#onEnd = onEnd;
  }

  /** What it is. */
  get kind(): ResourceKind {
    return this.#options.kind;
  }

  /** Which one, in words. */
  get what(): string {
    const {what} = this.#options;
    return typeof what === 'string' ? what : what();
  }

  /** True when it goes with the labeling interface. */
  get isOfView(): boolean {
    return this.#options.isOfView ?? false;
  }

  /** True while it has an effect that outlives the display. */
  get isLasting(): boolean {
    return this.#options.isLasting?.() ?? true;
  }

  /** Tells that the plugin gave it back, or that it is over by itself. */
  end(): void {
    this.#onEnd(this);
  }

  /** Takes it back. */
  release(): void {
    this.#options.release();
  }
}
