/** A place in a file that the plugin's author wrote. */
export interface SourcePlace {
  /** Path of the file, relative to the plugin's folder; an address if remote. */
  readonly file: string;
  /** 1-based line. */
  readonly line: number;
  /** 1-based column. */
  readonly column: number;
}

/** Returns a place as `plugin.js:3:14`. */
export function placeText(place: SourcePlace): string {
  return `${place.file}:${place.line}:${place.column}`;
}
