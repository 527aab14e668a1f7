import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What a person can see of a form at first, and a little more. */
const FIRST = 20;
/** What one more frame has time for. */
const PER_FRAME = 40;

/**
 * Lets a long form open at once: what is in view is drawn first, the rest
 * frame by frame. Nothing waits for it but what looks at all fields.
 */
export class StagedDrawing implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  #count = FIRST;
  #total = 0;
  #frame: number | null = null;
  #isConnected = false;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** Returns those of `all` that are to be drawn by now. */
  take<T>(all: readonly T[]): readonly T[] {
    this.#total = all.length;
    return all.slice(0, this.#count);
  }

  /** Starts with a few again. */
  restart(): void {
    this.#count = FIRST;
  }

  /** Draws all that is left with the next update. */
  finish(): void {
    if (this.#count >= this.#total) return;
    this.#count = Infinity;
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    this.#isConnected = true;
    this.#draw();
  }

  hostUpdated(): void {
    this.#draw();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#frame = null;
  }

  #draw(): void {
    const isDone = this.#count >= this.#total;
    if (!this.#isConnected || this.#frame !== null || isDone) return;
    this.#frame = requestAnimationFrame(() => {
      this.#frame = null;
      this.#count += PER_FRAME;
      this.#host.requestUpdate();
    });
  }
}
