/** How an element is made. */
export interface ElementOptions {
  /** Value of the `class` attribute. */
  readonly class?: string;
  /** Attributes; `null` and `false` leave one out, `true` is `''`. */
  readonly attributes?: Readonly<
    Record<string, string | number | boolean | null | undefined>
  >;
  /** Text content. */
  readonly text?: string;
}

/**
 * Makes an HTML element with nothing in it but what is asked for: no comment,
 * no marker, no white space.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  options: ElementOptions = {},
  ...children: readonly (Node | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  if (options.class) made.className = options.class;
  for (const [key, value] of Object.entries(options.attributes ?? {})) {
    setAttribute(made, key, value);
  }
  if (options.text !== undefined) made.textContent = options.text;
  for (const child of children) if (child) made.append(child);
  return made;
}

/** Sets an attribute; `null`, `undefined` and `false` take it away. */
export function setAttribute(
  target: Element,
  name: string,
  value: string | number | boolean | null | undefined,
): void {
  if (value === null || value === undefined || value === false) {
    target.removeAttribute(name);
  } else {
    target.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Shows or hides an element by its inline style, as Label Studio does. */
export function setShown(target: HTMLElement, isShown: boolean): void {
  if (isShown) target.style.removeProperty('display');
  else target.style.setProperty('display', 'none');
}
