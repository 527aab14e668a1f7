/** A frontend event in the catalogue of the host. */
export interface CataloguedEvent {
  /** Its name. */
  readonly name: string;
  /** False when it is over before any plugin runs. */
  readonly reachesPlugins: boolean;
}

/** What this package uses of the host's bundle. */
export interface HostBundle {
  /** Every event of the frontend. */
  readonly FRONTEND_EVENTS: readonly CataloguedEvent[];
  /** Any class by its name. */
  readonly [className: string]: unknown;
}

/** What this package uses of a stream. */
export interface Stream<T> {
  /** Calls back for each value. */
  subscribe(next: (value: T) => void): unknown;
}

/** What this package uses of an annotation. */
export interface CheckedAnnotation {
  /** Internal id. */
  readonly id: string;
}

/** What this package uses of a plugin's settings. */
export interface PluginSettings {
  /** Takes values, or returns what is wrong with them. */
  set(
    values: Readonly<Record<string, unknown>>,
  ): readonly {readonly path: string; readonly message: string}[];
}

/** What this package uses of the host element. */
export interface HostElement extends HTMLElement {
  /** Labeling config. */
  config: string;
  /** The task on display. */
  task: unknown;
  /** Who annotates. */
  user: unknown;
  /** Project of the task. */
  project: unknown;
  /** Settles when the display is made and its plugins have run. */
  readonly displayed: Promise<void>;
  /** Emits for each display, and `null` for none. */
  readonly annotation$: Stream<object | null>;
  /** The root store. */
  readonly htx: {
    readonly isSubmitting: boolean;
    readonly annotationStore: {
      readonly annotations: readonly CheckedAnnotation[];
      readonly selected: CheckedAnnotation | null;
    };
  };
  /** The session behind it. */
  readonly session: {readonly dm: object};
  /** Where settings of plugins are kept. */
  settingsStorage: {
    read(pluginId: string): null;
    write(pluginId: string, values: unknown): void;
  };
  /** Who runs the plugins. */
  readonly pluginRuntime: {
    readonly setAside$: Stream<readonly {readonly pluginId: string}[]>;
    readonly settings: {
      /** Gives values to a plugin, before it starts. */
      give(pluginId: string, values: Readonly<Record<string, unknown>>): void;
      /** Returns the settings of a plugin, `null` when it has none. */
      find(pluginId: string): PluginSettings | null;
    };
  };
  /** Runs a plugin again that was set aside. */
  restorePlugin(pluginId: string): Promise<void>;
  /** Events of the frontend. */
  readonly events: {
    readonly all$: Stream<{
      readonly name: string;
      readonly args: readonly unknown[];
    }>;
  };
  /** Makes an annotation and shows it. */
  createAnnotation(): CheckedAnnotation;
  /** Shows an annotation. */
  selectAnnotation(id: string): unknown;
  /** Returns what is on display as Label Studio results. */
  serialize(): readonly unknown[];
}
