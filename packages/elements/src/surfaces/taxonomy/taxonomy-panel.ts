import {element} from '../dom/element.js';

import {TaxonomyRows} from './taxonomy-rows.js';
import type {TaxonomySelection} from './taxonomy-selection.js';
import type {TaxonomyNode, TaxonomyTree} from './taxonomy-tree.js';
import {TaxonomyTreeView} from './taxonomy-tree-view.js';

/** What a {@link TaxonomyPanel} asks and tells. */
export interface TaxonomyPanelOptions {
  /** Unlike that of any other element. */
  readonly id: string;
  /** Words that people know the control by. */
  readonly label: string;
  /** The entries. */
  readonly tree: TaxonomyTree;
  /** What is chosen. */
  readonly selection: TaxonomySelection;
  /** Called when a person chooses an entry, or lets go of it. */
  readonly toggle: (node: TaxonomyNode) => void;
  /** Called before an entry is opened. */
  readonly open: (node: TaxonomyNode) => void;
  /** Called when a person wants the topmost entries loaded again. */
  readonly retry: () => void;
  /** Says a message politely to assistive technology. */
  readonly announce: (message: string) => void;
}

/** What opens below a taxonomy: a search field and the tree. */
export class TaxonomyPanel {
  readonly #options: TaxonomyPanelOptions;
  readonly #rows: TaxonomyRows;
  readonly #view: TaxonomyTreeView;
  readonly #search: HTMLInputElement;
  readonly #note = element('div', {class: 'lsf-taxonomy__note'});
  readonly #loading = new Set<string>();
  #hasFailed = false;

  /** The panel; a popup once it is connected. */
  readonly root = element('div', {class: 'lsf-taxonomy__panel'});
  /** Id of the tree. */
  readonly treeId: string;

  constructor(options: TaxonomyPanelOptions) {
    const {selection} = options;
    this.#options = options;
    this.#rows = new TaxonomyRows(options.tree);
    this.treeId = options.id;
    this.#search = element('input', {
      class: 'lsf-taxonomy__search lsf-input',
      attributes: {
        type: 'search',
        placeholder: 'Search…',
        'aria-label': `Search ${options.label}`,
        'aria-controls': options.id,
        autocomplete: 'off',
        spellcheck: 'false',
      },
    });
    this.#view = new TaxonomyTreeView({
      id: options.id,
      label: options.label,
      rows: this.#rows,
      stateOf: (node) => selection.stateOf(node),
      isChoice: (node) => selection.isChoice(node),
      canToggle: (node) => selection.canToggle(node),
      toggle: options.toggle,
      open: options.open,
      leave: () => {
        this.#search.focus();
      },
    });
    this.root.append(this.#search, this.#view.root, this.#note);
    this.#listen();
  }

  /** True while it is on the page. */
  get isOpen(): boolean {
    return this.root.matches(':popover-open');
  }

  /** Shows the tree and takes the focus. */
  open(): void {
    this.#update();
    this.#search.focus();
  }

  /** Forgets what was searched for. */
  close(): void {
    this.#search.value = '';
    this.#rows.search('');
  }

  /** Shows again what is chosen. */
  refresh(): void {
    if (!this.isOpen) return;
    this.#view.refresh();
    this.#showNote();
  }

  /** Says that entries are being loaded, or that they are there. */
  setLoading(node: TaxonomyNode | null, isLoading: boolean): void {
    const key = node?.key ?? '';
    this.#hasFailed = false;
    if (isLoading) this.#loading.add(key);
    else this.#loading.delete(key);
    if (!isLoading) this.#rows.search(this.#search.value);
    if (this.isOpen) this.#update();
  }

  /** Says that entries could not be loaded, and lets people try again. */
  setFailed(node: TaxonomyNode | null): void {
    this.#loading.delete(node?.key ?? '');
    this.#hasFailed = true;
    if (node) this.#rows.setOpen(node.key, false);
    if (this.isOpen) this.#update();
  }

  #listen(): void {
    this.#search.addEventListener('input', () => {
      this.#rows.search(this.#search.value);
      this.#update();
      this.#view.moveTo(0);
      const count = this.#rows.matchCount;
      if (count !== null) this.#options.announce(`${String(count)} found`);
    });
    this.#search.addEventListener('keydown', (event) => {
      if (event.isComposing || !['ArrowDown', 'Enter'].includes(event.key)) {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (this.#rows.rows.length > 0) this.#view.root.focus();
    });
  }

  #update(): void {
    this.#view.update();
    this.#view.root.hidden = this.#rows.rows.length === 0;
    this.#showNote();
  }

  #showNote(): void {
    this.#note.textContent = this.#noteText();
    this.#note.hidden = this.#note.textContent === '';
    if (!this.#hasFailed || this.#options.tree.roots.length > 0) return;
    const retry = element('button', {
      class: 'lsf-button',
      attributes: {type: 'button'},
      text: 'Try again',
    });
    retry.addEventListener('click', this.#options.retry);
    this.#note.append(retry);
  }

  #noteText(): string {
    const {selection, tree} = this.#options;
    if (this.#loading.size > 0) return 'Loading…';
    if (this.#hasFailed) return 'The choices could not be loaded.';
    if (this.#rows.matchCount === 0) return 'Nothing found.';
    if (tree.roots.length === 0) return 'There is nothing to choose from.';
    if (!selection.isFull) return '';
    return `No more than ${String(selection.most)} may be chosen.`;
  }
}
