import {
  toCustomButtons,
  type CustomButton,
  type CustomButtonEntry,
  type CustomButtons,
} from './custom-button.js';
import {TaskHistory, type TaskHistoryEntry} from './task-history.js';

/** What a page may say about the frontend beside the task. */
export interface FrontendOptions {
  /** True for work on chosen tasks, false for a stream of them. */
  readonly explore?: boolean;
  /** False while the page still gives what belongs to the task. */
  readonly hydrated?: boolean;
  /** How many tasks there are in the queue. */
  readonly queueTotal?: number;
  /** Place of the task in the queue, 1-based. */
  readonly queuePosition?: number;
  /** Buttons of the page beside those that save. */
  readonly customButtons?: CustomButtons | readonly CustomButton[];
  /** True to have models asked whatever the person chose. */
  readonly forceAutoAnnotation?: boolean;
  /** True to take suggestions at once whatever the person chose. */
  readonly forceAutoAcceptSuggestions?: boolean;
  /** Tasks that were on display before. */
  readonly taskHistory?: readonly TaskHistoryEntry[];
  /** Words of the page for states without a task. */
  readonly messages?: Readonly<Record<string, string>>;
  /** Config of the form that classifies comments. */
  readonly commentClassificationConfig?: string;
}

/**
 * What the frontend knows beside the task: queue, buttons of the page, and
 * what is switched on.
 *
 * @internal
 */
export class FrontendState {
  readonly #onChange: () => void;
  #buttons = new Map<string, CustomButtonEntry>();
  #queueTotal = 0;
  #queuePosition = 0;
  #messages: Readonly<Record<string, string>> = {};
  #isAutoAnnotating = false;
  #isAutoAccepting = false;

  /** True for work on chosen tasks. */
  explore = false;

  /** True once the page has given what belongs to the task. */
  hydrated = true;

  /** True to have models asked whatever the person chose. */
  forceAutoAnnotation = false;

  /** True to take suggestions at once whatever the person chose. */
  forceAutoAcceptSuggestions = false;

  /** Config of the form that classifies comments, or `null`. */
  commentClassificationConfig: string | null = null;

  /** Tasks that were on display. */
  readonly taskHistory = new TaskHistory();

  /** @param onChange - Called when something that is shown has changed. */
  constructor(onChange: () => void, options: FrontendOptions = {}) {
    this.#onChange = onChange;
    this.#take(options);
  }

  /** Buttons of the page, by place. */
  get customButtons(): ReadonlyMap<string, CustomButtonEntry> {
    return this.#buttons;
  }

  /** How many tasks there are in the queue, 0 for unknown. */
  get queueTotal(): number {
    return this.#queueTotal;
  }

  /** Place of the task in the queue, 1-based, 0 for unknown. */
  get queuePosition(): number {
    return this.#queuePosition;
  }

  /** Words of the page for states without a task. */
  get messages(): Readonly<Record<string, string>> {
    return this.#messages;
  }

  /** True when smart controls ask models. */
  get autoAnnotation(): boolean {
    return this.forceAutoAnnotation || this.#isAutoAnnotating;
  }

  set autoAnnotation(value: boolean) {
    this.#isAutoAnnotating = value;
    this.#onChange();
  }

  /** True when suggestions of models are taken at once. */
  get autoAcceptSuggestions(): boolean {
    return this.forceAutoAcceptSuggestions || this.#isAutoAccepting;
  }

  set autoAcceptSuggestions(value: boolean) {
    this.#isAutoAccepting = value;
    this.#onChange();
  }

  /** Takes over what is given; what is left out stays. */
  set(options: FrontendOptions): void {
    this.#take(options);
    this.#onChange();
  }

  /** Moves on in the queue, between its first and its last task. */
  moveInQueue(by: number): void {
    const position = Math.max(1, this.#queuePosition + by);
    this.#queuePosition = Math.min(position, this.#queueTotal);
    this.#onChange();
  }

  #take(options: FrontendOptions): void {
    const {customButtons, taskHistory, messages} = options;
    this.explore = options.explore ?? this.explore;
    this.hydrated = options.hydrated ?? this.hydrated;
    this.#queueTotal = options.queueTotal ?? this.#queueTotal;
    this.#queuePosition = options.queuePosition ?? this.#queuePosition;
    this.forceAutoAnnotation =
      options.forceAutoAnnotation ?? this.forceAutoAnnotation;
    this.forceAutoAcceptSuggestions =
      options.forceAutoAcceptSuggestions ?? this.forceAutoAcceptSuggestions;
    this.commentClassificationConfig =
      options.commentClassificationConfig ?? this.commentClassificationConfig;
    if (customButtons) this.#buttons = toCustomButtons(customButtons);
    if (messages) this.#messages = {...this.#messages, ...messages};
    if (taskHistory) this.taskHistory.replace(taskHistory);
  }
}
