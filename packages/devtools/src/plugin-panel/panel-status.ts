import type {ReactiveElement} from 'lit';

/** A way back from what the status tells of. */
export interface WayBack {
  /** What it is called. */
  readonly label: string;
  /** Goes it. */
  readonly onPress: () => void;
}

/** How the last action in a panel went, and a way back from it. */
export class PanelStatus {
  readonly #element: ReactiveElement;
  #words = '';
  #isAlarm = false;
  #back: WayBack | null = null;

  /** @param element - asked to update on each change. */
  constructor(element: ReactiveElement) {
    this.#element = element;
  }

  /** How it went; `''` when there is nothing to say. */
  get words(): string {
    return this.#words;
  }

  /** True when it went wrong. */
  get isAlarm(): boolean {
    return this.#isAlarm;
  }

  /** A way back from it, if there is one. */
  get back(): WayBack | null {
    return this.#back;
  }

  /** Says how something went. */
  say(words: string, isAlarm = false): void {
    this.#set(words, isAlarm, null);
  }

  /** Says how something went, and offers a way back from it. */
  offer(words: string, back: WayBack): void {
    this.#set(words, false, back);
  }

  /** Takes the way back away: there is something else to lose now. */
  keep(): void {
    this.#set(this.#words, this.#isAlarm, null);
  }

  #set(words: string, isAlarm: boolean, back: WayBack | null): void {
    this.#words = words;
    this.#isAlarm = isAlarm;
    this.#back = back;
    this.#element.requestUpdate();
  }
}
