import type {ReactiveController, ReactiveElement} from 'lit';

import type {TabMemory} from '../shared/tab-memory.js';

import {draftMemory, isSameDraft} from './draft-memory.js';
import {draftProblems, NO_PROBLEMS} from './draft-problems.js';
import type {DraftProblems} from './draft-problems.js';
import {EMPTY_DRAFT} from './plugin-draft.js';
import type {PluginDraft} from './plugin-draft.js';

/** How long somebody must have stopped typing before it is checked. */
const CHECK_DELAY_MS = 250;

/**
 * Holds what is in the editors, knows what is wrong with it, and keeps it
 * while the page is loaded again.
 */
export class DraftDesk implements ReactiveController {
  readonly #element: ReactiveElement;
  readonly #nonceOf: () => string;
  #draft = EMPTY_DRAFT;
  #given = EMPTY_DRAFT;
  #problems = NO_PROBLEMS;
  #memory: TabMemory<PluginDraft> | null = null;
  #checkTimer: ReturnType<typeof setTimeout> | undefined;

  /** @param nonceOf - returns the nonce with which scripts may be parsed. */
  constructor(element: ReactiveElement, nonceOf: () => string) {
    this.#element = element;
    this.#nonceOf = nonceOf;
    element.addController(this);
  }

  /** What is in the editors. */
  get draft(): PluginDraft {
    return this.#draft;
  }

  /** What was wrong with it when it was last checked. */
  get problems(): DraftProblems {
    return this.#problems;
  }

  hostDisconnected(): void {
    clearTimeout(this.#checkTimer);
  }

  /**
   * Takes what a host has, or what was kept for it.
   *
   * @returns Whether it was kept, and is something else.
   */
  open(given: PluginDraft, hostId: string): boolean {
    this.#given = given;
    this.#memory = draftMemory(hostId);
    this.#draft = this.#memory.read() ?? given;
    this.#element.requestUpdate();
    return !isSameDraft(this.#draft, given);
  }

  /** Changes parts of it; they are checked by and by. */
  change(part: Partial<PluginDraft>): void {
    this.#draft = {...this.#draft, ...part};
    const isGiven = isSameDraft(this.#draft, this.#given);
    this.#memory?.write(isGiven ? null : this.#draft);
    this.#element.requestUpdate();
    clearTimeout(this.#checkTimer);
    this.#checkTimer = setTimeout(() => {
      void this.check();
    }, CHECK_DELAY_MS);
  }

  /** Checks it now; returns what is wrong with it. */
  async check(): Promise<DraftProblems> {
    clearTimeout(this.#checkTimer);
    const draft = this.#draft;
    const problems = await draftProblems(draft, this.#nonceOf());
    if (draft !== this.#draft) return problems;
    this.#problems = problems;
    this.#element.requestUpdate();
    return problems;
  }
}
