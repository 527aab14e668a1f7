/** Keeps which frontend events were emitted, until they are looked at. */
export class EventLog {
  #names: string[] = [];

  /** Notes an event. */
  note(name: string): void {
    this.#names.push(name);
  }

  /** Returns how often an event was emitted since {@link EventLog.clear}. */
  count(name: string): number {
    return this.#names.filter((other) => other === name).length;
  }

  /** Forgets what was emitted. */
  clear(): void {
    this.#names = [];
  }
}
