const PAUSE_MS = 700;

/**
 * Finds lines by what people type: letters in quick succession are the
 * beginning of a line, one letter again and again goes from line to line.
 */
export class TypeAhead {
  #typed = '';
  #lastMs = -Infinity;

  /**
   * Returns the 0-based line that a key leads to, -1 for none.
   *
   * @param timeMs - when it was pressed, milliseconds
   * @param from - 0-based line in hand
   */
  press(
    key: string,
    timeMs: number,
    lines: readonly string[],
    from: number,
  ): number {
    const letter = key.toLowerCase();
    const isNew = timeMs - this.#lastMs > PAUSE_MS;
    this.#lastMs = timeMs;
    const isRepeated = !isNew && this.#typed === letter;
    if (!isRepeated) this.#typed = isNew ? letter : this.#typed + letter;
    // One letter leads to the next line; more of them may mean this one.
    const start = this.#typed.length === 1 ? from + 1 : from;
    for (let step = 0; step < lines.length; step += 1) {
      const index = (start + step) % lines.length;
      if (lines[index]?.toLowerCase().startsWith(this.#typed)) return index;
    }
    return -1;
  }
}
