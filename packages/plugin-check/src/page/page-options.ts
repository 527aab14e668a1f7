/** How the page of a check is to be made. */
export interface PageOptions {
  /** Address of the host's bundle, relative to the page. */
  readonly hostUrl: string;
  /** Address of the plugin's folder, relative to the page, with a slash. */
  readonly folderUrl: string;
  /** Name that the plugin goes by. */
  readonly pluginName: string;
  /** Name of the plugin's file in its folder. */
  readonly pluginFile: string;
  /** How the plugin is run. */
  readonly pluginType: 'script' | 'module';
  /** What it may do in a sandbox, `null` to run it in the page. */
  readonly permissions: readonly string[] | null;
  /** Values of its settings. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** Labeling config. */
  readonly config: string;
  /** The task. */
  readonly task: unknown;
  /** Who annotates. */
  readonly user: unknown;
  /** Project of the task. */
  readonly project: unknown;
}
