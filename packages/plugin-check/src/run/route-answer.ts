/**
 * Answer to a request: a file, relative to the file that names it; or what it
 * is made of. `{plugin}` in a path stands for the plugin's folder.
 */
export type RouteAnswer = string | RouteAnswerParts;

/** What an answer is made of. */
export interface RouteAnswerParts {
  /** Path of a file, or of a folder for an address that ends with `/`. */
  readonly file?: string;
  /** Body as JSON. */
  readonly json?: unknown;
  /** Body as text. */
  readonly text?: string;
  /**
   * HTTP status.
   * @defaultValue 200
   */
  readonly status?: number;
  /** Content type, when the file's name does not tell. */
  readonly contentType?: string;
  /** True when the address is not to answer at all. */
  readonly fail?: boolean;
}
