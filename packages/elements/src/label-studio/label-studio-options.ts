import type {Task, User} from '@ls-annotation/core';
import type {
  FrontendOptions,
  HistoryItem,
  Keymap,
  LabelingSettings,
  Project,
} from '@ls-annotation/lsi';

/**
 * What Label Studio's frontend package is made with.
 *
 * @see {@link https://labelstud.io/guide/frontend_reference | Frontend reference}
 */
export interface LabelStudioOptions extends Omit<
  FrontendOptions,
  'taskHistory'
> {
  /** Labeling config, Label Studio XML. */
  readonly config?: string | null;
  /** The task to show; without one a page gives it later through `store`. */
  readonly task?: Task | null;
  /** Who annotates; `pk` is the same as `id`. */
  readonly user?: User | null;
  /** Everyone whose name may be shown; the user goes first by itself. */
  readonly users?: readonly User[];
  /** Project of the task, for `DM.project`. */
  readonly project?: Project | null;
  /** Parts of the frontend that are on. */
  readonly interfaces?: readonly string[] | null;
  /** Instructions of the project. */
  readonly description?: string | null;
  /** How the person likes to work. */
  readonly settings?: Partial<LabelingSettings>;
  /** Named hotkeys that are others. */
  readonly keymap?: Keymap;
  /** Older versions of the annotation that is shown. */
  readonly history?: readonly HistoryItem[];
  /** `secureMode` sets `window.LS_SECURE_MODE`, and nothing else here. */
  readonly options?: {readonly secureMode?: boolean};
  /** Callbacks such as `onSubmitAnnotation`, and what is ignored. */
  readonly [key: string]: unknown;
}
