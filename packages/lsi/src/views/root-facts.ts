import {EventInvoker} from '../events/event-invoker.js';
import type {CustomButtonEntry} from '../session/custom-button.js';
import type {LabelingSettings} from '../session/labeling-settings.js';
import type {SessionContext} from '../session/session-context.js';
import type {TaskHistoryEntry} from '../session/task-history.js';

import {AnnotationStoreView} from './annotation-store-view.js';
import {CommentStoreView} from './comment-store-view.js';
import {createHotkeys, type HotkeyFactory} from './hotkeys.js';
import type {RootStore} from './root-store.js';
import {toTaskView, type TaskView} from './task-view.js';
import {UserLabelsView} from './user-labels-view.js';
import {toUserView, type UserView} from './user-view.js';

/** What the root store tells, as plugins see it. */
export abstract class RootFacts {
  readonly #context: SessionContext;
  // One plugin must not be able to overwrite for all what these lead to.
  readonly #annotationStore: AnnotationStoreView;
  readonly #commentStore: CommentStoreView;
  readonly #events: EventInvoker;
  #hotkeys: HotkeyFactory | null = null;

  /** Labels that people made in taxonomies, by control. */
  readonly userLabels = new UserLabelsView();

  /** True: results are read before anything is shown. */
  readonly simpleInit = true;

  /** True to have more said in the console; nothing of ours does. */
  debug = false;

  constructor(context: SessionContext) {
    this.#context = context;
    this.#annotationStore = new AnnotationStoreView(context);
    this.#commentStore = new CommentStoreView(context);
    this.#events = new EventInvoker(context.events);
  }

  /** Annotations, predictions and what is chosen. */
  get annotationStore(): AnnotationStoreView {
    return this.#annotationStore;
  }

  /** Comments on the chosen annotation. */
  get commentStore(): CommentStoreView {
    return this.#commentStore;
  }

  /** Events of the frontend, in Label Studio's shape. */
  get events(): EventInvoker {
    return this.#events;
  }

  /** The task on display, `null` without one. */
  get task(): TaskView | null {
    const {task} = this.#context.store.state;
    return task && toTaskView(task, this as unknown as RootStore);
  }

  /** Who annotates, `null` when the page does not say. */
  get user(): UserView | null {
    return toUserView(this.#context.user ?? applicationUser());
  }

  /** Everyone whose name may be shown, who annotates first. */
  get users(): UserView[] {
    const {user, users} = this.#context;
    const own = user ?? applicationUser();
    const others = users.filter((other) => !own || other.id !== own.id);
    return (own ? [own, ...others] : others).flatMap(
      (person) => toUserView(person) ?? [],
    );
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

  /** True when there is no such task for the person. */
  get noAccess(): boolean {
    return this.#context.flags.noAccess;
  }

  /** True when the person has labeled everything there is. */
  get labeledSuccess(): boolean {
    return this.#context.flags.labeledSuccess;
  }

  /** True while suggestions of a model are awaited. */
  get awaitingSuggestions(): boolean {
    return this.#context.flags.awaitingSuggestions;
  }

  /** True while the settings are unfolded. */
  get showingSettings(): boolean {
    return this.#context.flags.showingSettings;
  }

  /** True while the instructions are unfolded. */
  get showingDescription(): boolean {
    return this.#context.flags.showingDescription;
  }

  /** True while the comments are unfolded. */
  get showComments(): boolean {
    return this.#context.flags.showComments;
  }

  /** True once what belongs to the task was read in. */
  get initialized(): boolean {
    return this.#context.loader.isInitialized;
  }

  /** True once the page has given what belongs to the task. */
  get hydrated(): boolean {
    return this.#context.frontend.hydrated;
  }

  /** True for work on chosen tasks, false for a stream of them. */
  get explore(): boolean {
    return this.#context.frontend.explore;
  }

  /** Version of this frontend. */
  get version(): string {
    return VERSION;
  }

  /** True when smart controls ask models. */
  get autoAnnotation(): boolean {
    return this.#context.frontend.autoAnnotation;
  }

  /** True when suggestions of models are taken at once. */
  get autoAcceptSuggestions(): boolean {
    return this.#context.frontend.autoAcceptSuggestions;
  }

  /** True when smart controls ask models whatever the person chose. */
  get forceAutoAnnotation(): boolean {
    return this.#context.frontend.forceAutoAnnotation;
  }

  /** True when suggestions are taken at once whatever the person chose. */
  get forceAutoAcceptSuggestions(): boolean {
    return this.#context.frontend.forceAutoAcceptSuggestions;
  }

  /** True when the config asks about parts of what it shows. */
  get hasSegmentation(): boolean {
    return (this.#context.config?.controls ?? []).some(
      ({definition}) => !definition.classification,
    );
  }

  /** Tasks that were on display, as a new list. */
  get taskHistory(): TaskHistoryEntry[] {
    return [...this.#context.frontend.taskHistory.entries];
  }

  /** True when a task that was on display follows this one. */
  get canGoNextTask(): boolean {
    const {task} = this;
    if (!task) return false;
    return this.#context.frontend.taskHistory.hasNext(task.id);
  }

  /** True when a task that was on display comes before this one. */
  get canGoPrevTask(): boolean {
    const {task} = this;
    if (!task) return false;
    return this.#context.frontend.taskHistory.hasPrevious(task.id);
  }

  /** How many tasks there are in the queue, 0 for unknown. */
  get queueTotal(): number {
    return this.#context.frontend.queueTotal;
  }

  /** Place of the task in the queue, 1-based, 0 for unknown. */
  get queuePosition(): number {
    return this.#context.frontend.queuePosition;
  }

  /** Buttons of the page beside those that save, by place; a copy. */
  get customButtons(): Map<string, CustomButtonEntry> {
    return new Map(this.#context.frontend.customButtons);
  }

  /** Config of the form that classifies comments, or `null`. */
  get commentClassificationConfig(): string | null {
    return this.#context.frontend.commentClassificationConfig;
  }

  /** Makes groups of hotkeys: `Htx.Hotkey('My keys').addKey('q', …)`. */
  get Hotkey(): HotkeyFactory {
    this.#hotkeys ??= createHotkeys(this.#context);
    return this.#hotkeys;
  }

  /** Returns whether one of the parts of the frontend is on. */
  hasInterface(...names: readonly string[]): boolean {
    return names.some((name) => this.#context.interfaces.includes(name));
  }
}

/** Same as the version of the package. */
const VERSION = '0.1.0';

/** The person that Label Studio's own page knows, or `null`. */
function applicationUser(): {readonly id?: number | string} | null {
  const {APP_SETTINGS: settings} = globalThis as {
    readonly APP_SETTINGS?: {readonly user?: {readonly id?: number}};
  };
  return settings?.user ?? null;
}
