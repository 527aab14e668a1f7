import {attributeFlag, attributeText, resolveValue} from '@ls-annotation/core';
import type {ConfigTag, LsError} from '@ls-annotation/core';

import {
  ControlFrame,
  isEditable,
  regionIdOf,
} from '../control/control-frame.js';
import {cssLength} from '../image/css-length.js';
import {element} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import {connectPopup} from '../dom/popup.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {TaxonomyChips} from './taxonomy-chips.js';
import {TaxonomyLoader} from './taxonomy-loader.js';
import {TaxonomyPanel} from './taxonomy-panel.js';
import {TaxonomySelection} from './taxonomy-selection.js';
import type {TaxonomyPaths} from './taxonomy-selection.js';
import {TaxonomyTree, treeOf} from './taxonomy-tree.js';
import type {TaxonomyNode} from './taxonomy-tree.js';
import {taxonomyStyles} from './taxonomy.styles.js';

/**
 * A `Taxonomy`: a field with what is chosen, and a tree to choose from that
 * opens below it.
 */
export const taxonomySurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, taxonomyStyles));
  return new TaxonomySurface(tag, context).root;
};

class TaxonomySurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  readonly #tree: TaxonomyTree;
  readonly #selection: TaxonomySelection;
  readonly #chips: TaxonomyChips;
  readonly #panel: TaxonomyPanel;
  readonly #loader: TaxonomyLoader | null;
  readonly #prompt = element('span', {class: 'lsf-taxonomy__prompt'});
  readonly #button: HTMLButtonElement;

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#frame = new ControlFrame(tag, context);
    this.#selection = new TaxonomySelection(tag);
    const isRemote = attributeText(tag, 'apiUrl') !== '';
    this.#tree = isRemote ? new TaxonomyTree() : treeOf(tag);
    this.#loader = isRemote ? new TaxonomyLoader(tag, context) : null;
    this.#panel = this.#makePanel();
    this.#button = this.#makeButton();
    this.#chips = this.#makeChips();
    this.root = this.#frame.root;
    this.#build();
    this.#connect();
  }

  #build(): void {
    const field = element(
      'div',
      {class: 'lsf-taxonomy__field'},
      this.#chips.root,
      this.#button,
    );
    this.root.classList.add('lsf-taxonomy');
    this.root.append(field, this.#panel.root);
    this.#frame.fields.push(this.#button);
    const place = connectPopup(
      {
        button: this.#button,
        panel: this.#panel.root,
        anchor: field,
        opened: () => {
          this.#panel.open();
        },
        closed: () => {
          this.#panel.close();
        },
      },
      this.#context,
    );
    this.#frame.onValue(() => {
      place();
    });
  }

  #connect(): void {
    this.#frame.connect();
    if (this.#loader) void this.#loadInto(null);
    this.#frame.onValue((value) => {
      this.#selection.read(value);
      this.#show();
    });
    this.#context.watch(
      (state) => isEditable(this.#tag, state),
      () => {
        this.#show();
      },
    );
    this.#context.watch(
      (state) => regionIdOf(this.#tag, state),
      () => {
        if (this.#panel.isOpen) this.#panel.root.hidePopover();
      },
    );
  }

  #makeButton(): HTMLButtonElement {
    return element(
      'button',
      {
        class: 'lsf-taxonomy__button',
        attributes: {
          type: 'button',
          role: 'combobox',
          'aria-label': this.#frame.label,
          'aria-haspopup': 'tree',
          'aria-controls': this.#panel.treeId,
        },
      },
      this.#prompt,
      surfaceIcon('down'),
    );
  }

  #makePanel(): TaxonomyPanel {
    const tag = this.#tag;
    const panel = new TaxonomyPanel({
      id: `${this.#context.displayId}-tree-${tag.key}`,
      label: this.#frame.label,
      tree: this.#tree,
      selection: this.#selection,
      toggle: (node) => {
        this.#set(this.#selection.toggled(node));
      },
      open: (node) => {
        if (node.children === null) void this.#loadInto(node);
      },
      retry: () => {
        void this.#loadInto(null);
      },
      announce: (message) => {
        this.#context.announce(message);
      },
    });
    const {style} = panel.root;
    const width = attributeText(tag, 'dropdownWidth');
    style.inlineSize = cssLength(width);
    style.minInlineSize = cssLength(attributeText(tag, 'minWidth'));
    style.maxInlineSize = cssLength(attributeText(tag, 'maxWidth'));
    return panel;
  }

  #makeChips(): TaxonomyChips {
    return new TaxonomyChips({
      label: this.#frame.label,
      describe: (path) => this.#describe(path),
      remove: (path) => {
        const {text} = this.#describe(path);
        this.#set(this.#selection.without(path));
        this.#context.announce(`Removed “${text}”.`);
      },
      leave: () => {
        this.#button.focus();
      },
    });
  }

  #describe(path: readonly string[]): {text: string; title: string} {
    const labels = this.#tree.labelsOf(path);
    const title = labels.join(attributeText(this.#tag, 'pathSeparator'));
    const isFull = attributeFlag(this.#tag, 'showFullPath');
    return {text: isFull ? title : (labels.at(-1) ?? ''), title};
  }

  #set(paths: TaxonomyPaths): void {
    const {actions} = this.#context.session;
    const value = paths.length === 0 ? undefined : paths;
    actions.setClassification(this.#tag.name, value, this.#frame.place);
  }

  #show(): void {
    const {paths} = this.#selection;
    const canEdit = isEditable(this.#tag, this.#context.state());
    this.#chips.show(paths, canEdit);
    this.#panel.refresh();
    this.#prompt.textContent = this.#promptFor(paths.length);
  }

  #promptFor(count: number): string {
    if (this.#selection.most !== Infinity && count > 0) {
      return `${String(count)} of ${String(this.#selection.most)} chosen`;
    }
    if (count > 0) return count === 1 ? '1 chosen' : `${String(count)} chosen`;
    const written = attributeText(this.#tag, 'placeholder');
    const placeholder = String(resolveValue(written, this.#context.data));
    return placeholder === '' ? 'Choose…' : placeholder;
  }

  /** Loads the entries inside one, the topmost with `null`. */
  async #loadInto(node: TaxonomyNode | null): Promise<void> {
    this.#panel.setLoading(node, true);
    try {
      const items = await this.#loader?.load(node?.path ?? []);
      if (!items || this.#context.scope.isClosed) return;
      if (node) node.setChildren(items);
      else this.#tree.setRoots(items);
      this.#panel.setLoading(node, false);
      this.#chips.reset(
        this.#selection.paths,
        isEditable(this.#tag, this.#context.state()),
      );
    } catch (error) {
      this.#context.session.reportError(error as LsError);
      this.#panel.setFailed(node);
    }
  }
}
