import type {PluginKind} from '@ls-annotation/plugins';

/** Everything that somebody writes in the panel. */
export interface PluginDraft {
  /** Source of the plugin. */
  readonly script: string;
  /** Labeling config, XML. */
  readonly config: string;
  /** Sample task, JSON. */
  readonly task: string;
  /** How the source is run. */
  readonly kind: PluginKind;
  /** True to run it in a frame of its own origin. */
  readonly sandbox: boolean;
  /** What it may do there beside reading, with spaces between. */
  readonly permissions: string;
  /** Values that its settings are to have from the next run on, JSON, or `''`. */
  readonly settings: string;
}

/** A draft of nothing. */
export const EMPTY_DRAFT: PluginDraft = {
  script: '',
  config: '',
  task: '',
  kind: 'script',
  sandbox: false,
  permissions: '',
  settings: '',
};
