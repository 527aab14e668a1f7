import {
  canSubmitResult,
  isControlShown,
  isTagVisible,
  validateAnnotation,
  type ConfigTag,
  type LabelConfig,
  type Region,
  type Result,
  type ValidationIssue,
} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import {ControlView} from './control-view.js';
import {createTagView} from './create-tag-view.js';
import {ItemView} from './item-view.js';
import {resolveForView} from './resolve-for-view.js';
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

  /**
   * Returns the control with a name.
   *
   * @throws TypeError when the config has no such control.
   */
  control(name: string): ControlView {
    const control = this.findControl(name);
    if (control) return control;
    throw new TypeError(`The config has no control "${name}".`);
  }

  /** Returns the view of an option. */
  item(config: ConfigTag): ItemView {
    const tag = this.tag(config);
    if (tag instanceof ItemView) return tag;
    throw new TypeError(`<${config.tagName}> is not an option.`);
  }

  /** Returns what a tag shows. */
  resolve(tag: ConfigTag): unknown {
    return resolveForView(tag, this.#annotation.state, this.#context.data);
  }

  /** Returns whether a tag is to be seen. */
  isVisible(tag: ConfigTag): boolean {
    const {config} = this.#context;
    return !config || isTagVisible(config, this.#annotation.state, tag);
  }

  /** Returns whether a control is to be seen, and used, now. */
  isControlShown(tag: ConfigTag): boolean {
    const {config} = this.#context;
    return !config || isControlShown(config, this.#annotation.state, tag);
  }

  /** Returns what keeps the annotation from being saved. */
  issues(): readonly ValidationIssue[] {
    const {config, data} = this.#context;
    if (!config) return [];
    return validateAnnotation(config, this.#annotation.state, {data});
  }

  /** Returns whether a result belongs into the JSON. */
  canSubmit(region: Region, result: Result): boolean {
    const {config} = this.#context;
    const {state} = this.#annotation;
    return !config || canSubmitResult(config, state, region, result);
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
