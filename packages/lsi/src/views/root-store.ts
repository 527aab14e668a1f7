import {SuggestionsError} from '../errors.js';
import {isModalType} from '../session/modal-request.js';
import type {SessionContext} from '../session/session-context.js';
import type {SessionFlags} from '../session/session-flags.js';

import type {AnnotationView} from './annotation-view.js';
import {RootTasks} from './root-tasks.js';

/**
 * What plugins see as `Htx`: Label Studio's root store.
 *
 * Getters read the present state; methods do what the same buttons of the host
 * do. What Label Studio does not have is `undefined`.
 */
export class RootStore extends RootTasks {
  readonly #context: SessionContext;
  #suggestions: Promise<unknown> | null = null;

  constructor(context: SessionContext) {
    super(context);
    this.#context = context;
  }

  /** Turns a part of the frontend on. */
  addInterface(name: string): void {
    this.toggleInterface(name, true);
  }

  /** Turns a part of the frontend on or off. */
  toggleInterface(name: string, value = !this.hasInterface(name)): void {
    const others = this.interfaces.filter((other) => other !== name);
    this.#context.setInterfaces(value ? [...others, name] : others);
  }

  /** Has smart controls ask models, or not. */
  setAutoAnnotation(value: boolean): void {
    this.#context.frontend.autoAnnotation = value;
  }

  /** Has suggestions of models taken at once, or not. */
  setAutoAcceptSuggestions(value: boolean): void {
    this.#context.frontend.autoAcceptSuggestions = value;
  }

  /**
   * Reads suggestions of a model into the chosen annotation when they come,
   * unless others were asked for meanwhile. What fails is reported.
   *
   * @param request - Resolves with the model's answer.
   * @param parse - Makes a list of results of it.
   */
  async loadSuggestions(
    request: Promise<unknown>,
    parse: (answer: unknown) => unknown = (answer) => answer,
  ): Promise<void> {
    const {annotations} = this.#context;
    const {selected} = annotations;
    this.#suggestions = request;
    this.setFlags({awaitingSuggestions: true});
    try {
      const answer = await request;
      if (this.#suggestions !== request) return;
      if (selected && selected === annotations.selected) {
        selected.setSuggestions(parse(answer));
      }
    } catch (error) {
      this.#context.reportError(new SuggestionsError(error));
    } finally {
      if (this.#suggestions === request) {
        this.setFlags({awaitingSuggestions: false});
      }
    }
  }

  /**
   * Shows a message until a person dismisses it; does not wait.
   *
   * @param message - Shown as text.
   * @param type - Kind of message; `warning` when left out.
   * @throws TypeError for another kind.
   */
  showModal(message: unknown, type: unknown = 'warning'): undefined {
    if (!isModalType(type)) {
      throw new TypeError(
        `"${String(type)}" is no kind of message. ` +
          'Use error, warning, success or info.',
      );
    }
    this.#context.showModal(String(message), type);
    return undefined;
  }

  /** Sets what the session is busy with; unknown names are ignored. */
  setFlags(flags: Partial<SessionFlags>): void {
    const known = Object.entries(flags).filter(
      ([name]) => name in this.#context.flags,
    );
    this.#context.setFlags(Object.fromEntries(known));
  }

  /** Unfolds the settings, or folds them. */
  toggleSettings(): void {
    this.setFlags({showingSettings: !this.showingSettings});
  }

  /** Unfolds the instructions, or folds them. */
  toggleDescription(): void {
    this.setFlags({showingDescription: !this.showingDescription});
  }

  /** Unfolds the comments, or folds them. */
  toggleComments(showComments = !this.showComments): boolean {
    this.setFlags({showComments});
    return showComments;
  }

  /** Submits the chosen annotation, or updates one that exists. */
  submitAnnotation(): Promise<boolean> {
    return this.#context.saves.submit();
  }

  /** Updates the chosen annotation. */
  updateAnnotation(extra?: unknown): Promise<boolean> {
    return this.#context.saves.update(extra);
  }

  /** Skips the task. */
  skipTask(extra?: unknown): Promise<boolean> {
    return this.#context.saves.skip(extra);
  }

  /** Takes a skipped task back. */
  unskipTask(): Promise<boolean> {
    return this.#context.saves.unskip();
  }

  /** Accepts the chosen annotation. */
  acceptAnnotation(): Promise<boolean> {
    return this.#context.saves.accept();
  }

  /** Rejects the chosen annotation. */
  rejectAnnotation(extra?: {readonly comment?: unknown}): Promise<boolean> {
    return this.#context.saves.reject(extra);
  }

  /** Tells the page that a button of its own was pressed. */
  handleCustomButton(
    button: {readonly name?: string} | string,
  ): Promise<boolean> {
    return this.#context.saves.custom(button);
  }

  /** Hands a draft to the page, where it takes them; asks nothing. */
  submitDraft(
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    return this.#context.drafts.submit(annotation, parameters);
  }

  /** Resolves when no draft is being saved. */
  async waitForDraftSubmission(): Promise<void> {
    await this.#context.drafts.settled;
  }

  /** Asks the page for a signed address; undefined when it has none. */
  async presignUrlForProject(url: string): Promise<unknown> {
    const {events} = this.#context;
    const outcomes = await events.invoke('presignUrlForProject', this, url);
    const [first] = outcomes ?? [];
    return first?.status === 'fulfilled' ? first.value : undefined;
  }
}
