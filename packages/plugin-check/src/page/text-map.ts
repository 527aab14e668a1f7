/** A place on the screen, CSS pixels from the top left of the window. */
export interface ScreenPoint {
  /** From the left. */
  readonly x: number;
  /** From the top. */
  readonly y: number;
}

/** What a person points at to select or click a text. */
export interface TextPoints {
  /** Just inside the first character. */
  readonly start: ScreenPoint;
  /** In the middle of the characters' first line. */
  readonly middle: ScreenPoint;
  /** Just inside the end of the last character. */
  readonly end: ScreenPoint;
}

interface Character {
  readonly text: string;
  /** Node and UTF-16 offset; `null` for a line break. */
  readonly place: {readonly node: Text; readonly offset: number} | null;
}

/** The characters of an element in order, a line break counting one. */
export class TextMap {
  readonly #characters: readonly Character[];

  constructor(root: Element) {
    this.#characters = [...charactersOf(root)];
  }

  /**
   * Returns where in code points a text is found, or `null`.
   *
   * @param occurrence - Which one, 1-based.
   */
  find(text: string, occurrence: number): [number, number] | null {
    const wanted = [...text];
    let left = occurrence;
    for (let at = 0; at + wanted.length <= this.#characters.length; at += 1) {
      if (!this.#has(wanted, at)) continue;
      left -= 1;
      if (left === 0) return [at, at + wanted.length];
    }
    return null;
  }

  /** Scrolls a span into the window and returns where it is, or `null`. */
  points(start: number, end: number): TextPoints | null {
    const first = this.#range(start);
    const last = this.#range(end - 1);
    if (!first || !last) return null;
    scrollTo(first);
    const from = first.getBoundingClientRect();
    const to = last.getBoundingClientRect();
    const y = from.top + from.height / 2;
    const right = Math.abs(to.top - from.top) < 1 ? to.right : from.right;
    return {
      start: {x: from.left + 0.5, y},
      middle: {x: (from.left + right) / 2, y},
      end: {x: to.right - 0.5, y: to.top + to.height / 2},
    };
  }

  #has(wanted: readonly string[], at: number): boolean {
    return wanted.every(
      (character, index) => this.#characters[at + index]?.text === character,
    );
  }

  #range(index: number): Range | null {
    const character = this.#characters[index];
    if (!character?.place) return null;
    const {node, offset} = character.place;
    const range = document.createRange();
    range.setStart(node, offset);
    range.setEnd(node, offset + character.text.length);
    return range;
  }
}

function* charactersOf(root: Element): Generator<Character> {
  const walker = document.createTreeWalker(root);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') yield {text: '\n', place: null};
    if (!(node instanceof Text)) continue;
    let offset = 0;
    for (const text of node.data) {
      yield {text, place: {node, offset}};
      offset += text.length;
    }
  }
}

/** Scrolls whatever scrolls around a range until it is in the middle. */
function scrollTo(range: Range): void {
  const {startContainer} = range;
  for (let at = startContainer.parentElement; at; at = at.parentElement) {
    if (at.scrollHeight <= at.clientHeight) continue;
    const {top} = range.getBoundingClientRect();
    const frame = at === document.documentElement ? 0 : topOf(at);
    at.scrollTop += top - frame - at.clientHeight / 2;
  }
}

function topOf(element: Element): number {
  return element.getBoundingClientRect().top;
}
