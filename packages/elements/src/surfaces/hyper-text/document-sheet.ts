/** The styles of one document, in the tree that the document is in. */
export class DocumentSheet {
  readonly #sheet = new CSSStyleSheet();
  readonly #tree: DocumentOrShadowRoot;

  /** Creates it, empty, for what is shown in `host`. */
  constructor(host: Element) {
    this.#tree = host.getRootNode() as unknown as DocumentOrShadowRoot;
    this.#tree.adoptedStyleSheets.push(this.#sheet);
  }

  /** Replaces what it says. */
  replace(css: string): void {
    this.#sheet.replaceSync(css);
  }

  /** Takes it out of the tree. */
  dispose(): void {
    const sheets = this.#tree.adoptedStyleSheets;
    const index = sheets.indexOf(this.#sheet);
    if (index !== -1) sheets.splice(index, 1);
  }
}
