import type {ConfigTag, LabelConfig} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import {ControlView} from './control-view.js';
import {createTagView} from './create-tag-view.js';
import {ItemView} from './item-view.js';
import type {TagView} from './tag-view.js';

/**
 * The tags of the config as one annotation has them. Views are made when they
 * are asked for, and made anew when the config is another.
 *
 * @internal
 */
export class TagTree {
  readonly #context: SessionContext;
  readonly #annotation: AnnotationView;
  readonly #views = new Map<ConfigTag, TagView>();
  #config: LabelConfig | null = null;
  #names = new Map<string, TagView>();
  #toNames = new Map<string, ControlView[]>();

  constructor(context: SessionContext, annotation: AnnotationView) {
    this.#context = context;
    this.#annotation = annotation;
  }

  /** Tags by name. */
  get names(): Map<string, TagView> {
    this.#refresh();
    return this.#names;
  }

  /** Controls by the name of the object they speak of. */
  get toNames(): Map<string, ControlView[]> {
    this.#refresh();
    return this.#toNames;
  }

  /** Tags that show data. */
  get objects(): TagView[] {
    const {config} = this.#context;
    return config ? config.objects.map((tag) => this.tag(tag)) : [];
  }

  /** The outermost tag. */
  get root(): TagView | null {
    const {config} = this.#context;
    return config && this.tag(config.root);
  }

  /** Returns the view of a tag; the same one every time. */
  tag(config: ConfigTag): TagView {
    this.#refresh();
    const known = this.#views.get(config);
    if (known) return known;
    const made = createTagView({
      context: this.#context,
      annotation: this.#annotation,
      config,
    });
    this.#views.set(config, made);
    return made;
  }

  /** Returns the control with a name, or `undefined`. */
  findControl(name: string): ControlView | undefined {
    const tag = this.names.get(name);
    return tag instanceof ControlView ? tag : undefined;
  }

  /** Returns the view of an option. */
  item(config: ConfigTag): ItemView {
    const tag = this.tag(config);
    if (tag instanceof ItemView) return tag;
    throw new TypeError(`<${config.tagName}> is not an option.`);
  }

  #refresh(): void {
    const {config} = this.#context;
    if (config === this.#config) return;
    this.#config = config;
    this.#views.clear();
    this.#names = new Map();
    this.#toNames = new Map();
    if (config) this.#fill(config);
  }

  #fill(config: LabelConfig): void {
    for (const [name, tag] of config.byName) {
      this.#names.set(name, this.tag(tag));
    }
    for (const {name} of config.objects) {
      const controls = config
        .controlsOf(name)
        .map((tag) => this.tag(tag))
        .filter((tag) => tag instanceof ControlView);
      this.#toNames.set(name, controls);
    }
  }
}
