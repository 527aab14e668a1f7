import {
  attributeFlag,
  attributeNumber,
  attributeText,
  type AttributeSpec,
  type ConfigTag,
  type LabelConfig,
} from '@ls-annotation/core';

import type {SessionContext} from '../session/session-context.js';

import type {AnnotationView} from './annotation-view.js';
import type {RootStore} from './root-store.js';

/** What a tag's view is made of. */
export interface TagViewOptions {
  /** What the session shares. */
  readonly context: SessionContext;
  /** Annotation whose tag tree it is. */
  readonly annotation: AnnotationView;
  /** The tag in the config. */
  readonly config: ConfigTag;
}

/**
 * A tag of the config as plugins see it, for one annotation.
 *
 * The same tag of the same annotation is the same object for as long as the
 * config stands. Its attributes are properties under their lower-case names
 * (`framerate`, `perregion`), with Label Studio's defaults; they and whatever
 * else a plugin puts on it may be written.
 */
export class TagView {
  /** What the session shares. */
  protected readonly context: SessionContext;

  /** Annotation whose tag tree it is part of. */
  readonly annotation: AnnotationView;

  /** The tag in the config. */
  readonly config: ConfigTag;

  constructor({context, annotation, config}: TagViewOptions) {
    this.context = context;
    this.annotation = annotation;
    this.config = config;
    hide(this, 'context', context);
  }

  /** Unique in its config. */
  get id(): string {
    return this.config.key;
  }

  /** Lower-case name of the tag, for example `labels`. */
  get type(): string {
    return this.config.type;
  }

  /** Name in the config, `undefined` for a tag without one. */
  get name(): string | undefined {
    return this.config.name || undefined;
  }

  /** The `value` attribute as written. */
  get value(): string | undefined {
    return this.config.value || undefined;
  }

  /** The value with the task's data in place of variables. */
  get _value(): unknown {
    return this.annotation.tags.resolve(this.config);
  }

  /** Name of the object that a control speaks of. */
  get toname(): string | undefined {
    return this.config.toName.join(',') || undefined;
  }

  /** The tags inside it, in order. */
  get children(): TagView[] | undefined {
    const {children} = this.config;
    if (children.length === 0 && this.config.definition.role === 'object') {
      return undefined;
    }
    return children.map((child) => this.annotation.tags.tag(child));
  }

  /** The tag it stands in, `null` for the root. */
  get parent(): TagView | null {
    const {parent} = this.config;
    return parent && this.annotation.tags.tag(parent);
  }

  /** The root store. */
  get store(): RootStore {
    return this.context.root;
  }

  /**
   * The config that it is part of, `null` once another has taken its place.
   *
   * @internal
   */
  get labelConfig(): LabelConfig | null {
    const {config} = this.context;
    return config?.byKey.get(this.config.key) === this.config ? config : null;
  }

  /** True for a tag that makes results. */
  get isControlTag(): boolean {
    return this.config.definition.role === 'control';
  }

  /** True for a tag that shows data. */
  get isObjectTag(): boolean {
    return this.config.definition.role === 'object';
  }

  /** True for a control that speaks of wholes. */
  get isClassificationTag(): boolean {
    return this.config.definition.classification;
  }

  /** True for a control that puts labels on regions. */
  get isLabeling(): boolean {
    return this.config.definition.labeling;
  }

  /** True unless `visibleWhen` hides it, or a tag around it. */
  get isVisible(): boolean {
    return this.annotation.tags.isVisible(this.config);
  }

  /** Returns an attribute, or its default. */
  attribute(name: string): unknown {
    return attributeOf(this.config, name.toLowerCase());
  }

  /** Returns whether what it makes may not be changed. */
  isReadOnly(): boolean {
    return this.annotation.isReadOnly() || this.attribute('readonly') === true;
  }

  /** Nothing to do: the page follows the store by itself. */
  needsUpdate(): void {
    // Label Studio's tags copy from results here; ours read them live.
  }
}

/**
 * Puts the attributes of a tag on its view as properties of its own, except
 * where the view answers the name itself.
 *
 * @internal
 */
export function defineAttributes(view: TagView): void {
  const {attributes, definition} = view.config;
  const names = [
    ...Object.keys(definition.attributes),
    ...Object.keys(attributes),
  ];
  for (const name of new Set(names)) {
    if (name in view) continue;
    const value = attributeOf(view.config, name);
    if (value === undefined) continue;
    Object.defineProperty(view, name, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  }
}

function attributeOf(tag: ConfigTag, name: string): unknown {
  const spec = tag.definition.attributes[name];
  if (!spec) return tag.attributes[name];
  return readAttribute(tag, name, spec);
}

function readAttribute(
  tag: ConfigTag,
  name: string,
  spec: AttributeSpec,
): unknown {
  switch (spec.kind) {
    case 'number':
    case 'range':
      return attributeNumber(tag, name);
    case 'flag':
      return name in tag.attributes || spec.fallback !== undefined
        ? attributeFlag(tag, name)
        : undefined;
    case 'text':
    case 'choice':
      return attributeText(tag, name) || tag.attributes[name];
    default:
      return spec satisfies never;
  }
}

/** Keeps an internal property out of what plugins enumerate. */
function hide(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {value, enumerable: false});
}
