/**
 * Returns the path of a browser, or `undefined` when there is none.
 *
 * @param noted - Places to look at first.
 * @throws Error when `CHROME_PATH` is set and is no executable file.
 */
export function findBrowser(
  noted?: readonly (string | undefined)[],
): string | undefined;

/** Command-line flags that keep a headless browser quiet, and root allowed. */
export function browserFlags(): string[];
