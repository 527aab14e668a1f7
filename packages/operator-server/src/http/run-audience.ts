import type {EventStream} from './event-stream.js';

/** Who made a run and wants to hear of it comes at once. */
const COMES_WITHIN_MS = 2000;

/** Those who listen to runs, and those who are about to. */
export class RunAudience {
  readonly #streams = new Set<EventStream>();
  /** What gives up waiting for a listener, by the id of the run. */
  readonly #expected = new Map<string, NodeJS.Timeout>();
  #whenGathered: (() => void)[] = [];

  /** Expects somebody to listen to a run that has just been made. */
  expect(runId: string): void {
    const timer = setTimeout(() => this.#stopExpecting(runId), COMES_WITHIN_MS);
    // A process that has nothing else to do need not stay for it.
    this.#expected.set(runId, timer.unref());
  }

  /** Somebody listens to a run. */
  add(runId: string, stream: EventStream): void {
    this.#streams.add(stream);
    this.#stopExpecting(runId);
  }

  /** Somebody is gone. */
  delete(stream: EventStream): void {
    this.#streams.delete(stream);
  }

  /** Settles when nobody is expected: they came, or have been given up. */
  async gathered(): Promise<void> {
    if (this.#expected.size === 0) return;
    for (const timer of this.#expected.values()) timer.ref();
    await new Promise<void>((resolve) => this.#whenGathered.push(resolve));
  }

  /** Says to all that the server goes away. */
  dismiss(): void {
    for (const stream of this.#streams) stream.leave();
  }

  #stopExpecting(runId: string): void {
    clearTimeout(this.#expected.get(runId));
    this.#expected.delete(runId);
    if (this.#expected.size > 0) return;
    for (const resolve of this.#whenGathered.splice(0)) resolve();
  }
}
