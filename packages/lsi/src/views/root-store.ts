import {EventInvoker} from '../events/event-invoker.js';
import type {LabelingSettings} from '../session/labeling-settings.js';
import {isModalType} from '../session/modal-request.js';
import type {SessionContext} from '../session/session-context.js';
import type {SessionFlags} from '../session/session-flags.js';

import {AnnotationStoreView} from './annotation-store-view.js';
import type {AnnotationView} from './annotation-view.js';
import {toTaskView, type TaskView} from './task-view.js';
import {toUserView, type UserView} from './user-view.js';

/**
 * What plugins see as `Htx`: Label Studio's root store.
 *
 * Getters read the present state; methods do what the same buttons of the host
 * do. What Label Studio does not have is `undefined`.
 */
export class RootStore {
  readonly #context: SessionContext;

  /** True when smart controls ask models. */
  autoAnnotation = false;

  /** True when suggestions of models are taken at once. */
  autoAcceptSuggestions = false;

  /** Annotations, predictions and what is chosen. */
  readonly annotationStore: AnnotationStoreView;

  /** Events of the frontend, in Label Studio's shape. */
  readonly events: EventInvoker;

  constructor(context: SessionContext) {
    this.#context = context;
    this.annotationStore = new AnnotationStoreView(context);
    this.events = new EventInvoker(context.events);
  }

  /** The task on display, `null` without one. */
  get task(): TaskView | null {
    const {task} = this.#context.store.state;
    return task && toTaskView(task);
  }

  /** Who annotates, `null` when the page does not say. */
  get user(): UserView | null {
    return toUserView(this.#context.user);
  }

  /** Everyone whose name may be shown. */
  get users(): UserView[] {
    return this.#context.users.flatMap((user) => toUserView(user) ?? []);
  }

  /** `{id}` of the project, `null` when the page does not say. */
  get project(): {readonly id: unknown} | null {
    const {project} = this.#context;
    return project && {id: project.id};
  }

  /** The config as XML. */
  get config(): string {
    return this.#context.configXml;
  }

  /** Parts of the frontend that are on, as a new list. */
  get interfaces(): string[] {
    return [...this.#context.interfaces];
  }

  /** How the person likes to work. */
  get settings(): LabelingSettings {
    return this.#context.settings;
  }

  /** Instructions of the project. */
  get description(): string {
    return this.#context.description;
  }

  /** True while a save is under way. */
  get isSubmitting(): boolean {
    return this.#context.flags.isSubmitting;
  }

  /** True while a task is being read in. */
  get isLoading(): boolean {
    return this.#context.flags.isLoading;
  }

  /** True when there is no task. */
  get noTask(): boolean {
    return this.#context.flags.noTask;
  }

  /** True while suggestions of a model are awaited. */
  get awaitingSuggestions(): boolean {
    return this.#context.flags.awaitingSuggestions;
  }

  /** True once a task was read in. */
  get initialized(): boolean {
    return this.task !== null;
  }

  /** True when there is no such task for the person. */
  get noAccess(): boolean {
    return this.#context.flags.noAccess;
  }

  /** True when the person has labeled everything there is. */
  get labeledSuccess(): boolean {
    return this.#context.flags.labeledSuccess;
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
    this.autoAnnotation = value;
  }

  /** Has suggestions of models taken at once, or not. */
  setAutoAcceptSuggestions(value: boolean): void {
    this.autoAcceptSuggestions = value;
  }

  /**
   * Reads suggestions of a model into the chosen annotation when they come.
   *
   * @param request - Resolves with the model's answer.
   * @param parse - Makes a list of results of it.
   */
  async loadSuggestions(
    request: Promise<unknown>,
    parse: (answer: unknown) => unknown = (answer) => answer,
  ): Promise<void> {
    const {selected} = this.annotationStore;
    this.setFlags({awaitingSuggestions: true});
    try {
      const results = parse(await request);
      selected?.deserializeResults(results, {suggestions: true});
    } finally {
      this.setFlags({awaitingSuggestions: false});
    }
  }

  /** Returns whether one of the parts of the frontend is on. */
  hasInterface(...names: readonly string[]): boolean {
    return names.some((name) => this.#context.interfaces.includes(name));
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

  /** Saves a draft, where a page takes them. */
  submitDraft(
    annotation: AnnotationView,
    parameters: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    return this.#context.drafts.save(annotation, parameters);
  }

  /** Asks the page for the next task. */
  nextTask(): void {
    const {store, annotations, events} = this.#context;
    const id = store.state.task?.id ?? undefined;
    const pk = annotations.selected?.pk ?? null;
    void events.invoke('nextTask', id, pk);
  }

  /** Asks the page for the task before. */
  prevTask(): void {
    const {store, annotations, events} = this.#context;
    const id = store.state.task?.id ?? undefined;
    const pk = annotations.selected?.pk ?? null;
    void events.invoke('prevTask', id, pk);
  }

  /** Keeps the work as a draft and asks the page for another task. */
  async postponeTask(): Promise<void> {
    const {selected} = this.annotationStore;
    if (selected) await this.submitDraft(selected, {was_postponed: true});
    await this.#context.events.invoke('nextTask');
  }

  /** Asks the page for a signed address; undefined when it has none. */
  async presignUrlForProject(url: string): Promise<unknown> {
    const {events} = this.#context;
    const outcomes = await events.invoke('presignUrlForProject', this, url);
    const [first] = outcomes ?? [];
    return first?.status === 'fulfilled' ? first.value : undefined;
  }
}
