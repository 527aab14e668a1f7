/** What loads an external script for {@link LSI.import}. */
export interface ScriptLoader {
  /**
   * Loads a classic script once; a second call for the same address settles
   * with the first.
   *
   * @param url - Address of the script.
   * @param integrity - Subresource integrity that the content must match.
   * @returns Resolves when the script has run. Rejects when it cannot be
   * loaded or does not match.
   */
  load(url: string, integrity?: string): Promise<unknown>;
}
