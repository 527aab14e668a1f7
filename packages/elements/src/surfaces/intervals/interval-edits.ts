import type {CommitOptions, ConfigTag, Geometry} from '@ls-annotation/core';

import {SurfaceEdits} from '../edits/surface-edits.js';
import type {EditOptions} from '../edits/surface-edits.js';
import type {RegionLooks, RegionStyle} from '../labels/region-looks.js';
import type {SurfaceContext} from '../surface.js';

import type {IntervalScene} from './interval-scene.js';
import {isSameSpan} from './interval.js';
import type {Span} from './interval.js';

/** How the spans of an object stand in its regions' geometry. */
export interface IntervalFormat {
  /** Returns the span of a region, `null` for what is none. */
  read(geometry: Geometry): Span | null;
  /**
   * Returns the keys of geometry that say where a span is.
   *
   * @param before - Geometry of the region, for one that exists.
   */
  write(span: Span, before?: Geometry): Geometry;
  /**
   * Tells whether the ends of a region can be pulled.
   * @defaultValue they can
   */
  hasEnds?(geometry: Geometry): boolean;
  /** Returns envelope keys of new regions. */
  envelope?(): Readonly<Record<string, unknown>>;
}

/** What the edits of a strip need to know. */
export interface IntervalEditsOptions {
  /** The object tag. */
  readonly tag: ConfigTag;
  /** The display. */
  readonly context: SurfaceContext;
  /** What is seen. */
  readonly scene: IntervalScene;
  /** How regions look. */
  readonly looks: RegionLooks;
  /** How spans are written. */
  readonly format: IntervalFormat;
  /**
   * What the labels controls draw that make regions here, `''` for none.
   * @defaultValue none, and intervals
   */
  readonly shapes?: readonly string[];
  /** Called after a region was made. */
  readonly onCreate: (id: string) => void;
}

/** A labels control with what it puts on the regions it makes. */
interface ToolInHand {
  readonly control: ConfigTag;
  readonly labels: readonly string[];
}

/** Turns what people do on a strip into commands on its annotation. */
export class IntervalEdits extends SurfaceEdits {
  readonly #options: IntervalEditsOptions;
  readonly #controls: readonly ConfigTag[];

  constructor(options: IntervalEditsOptions) {
    super(options.context, options.scene);
    this.#options = options;
    const {context, shapes = ['', 'interval']} = options;
    this.#controls = context.config
      .controlsOf(options.tag.name)
      .filter(
        ({definition}) =>
          definition.labeling && shapes.includes(definition.shape),
      );
  }

  /** True when the config lets people make regions here. */
  get canCreate(): boolean {
    return this.#controls.length > 0 && !this.isReadOnly;
  }

  /** How what is drawn next will look, `null` while no label is chosen. */
  get toolStyle(): RegionStyle | null {
    const tool = this.#toolInHand();
    return (
      tool && this.#options.looks.styleOf(tool.control, tool.labels[0] ?? null)
    );
  }

  /** Tells whether the ends of a region may be pulled now. */
  canResize(id: string): boolean {
    const {context, format} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    const hasEnds = region && (format.hasEnds?.(region.geometry) ?? true);
    return hasEnds === true && this.canEdit(id);
  }

  /** Makes a region with the chosen label; returns its id, or `null`. */
  create(span: Span): string | null {
    const {tag, context, format} = this.#options;
    const tool = this.#toolInHand();
    if (!tool) return null;
    const {control, labels} = tool;
    const envelope = format.envelope?.();
    const region = context.session.actions.createResult(
      format.write(span),
      {[control.definition.valueKey]: [...labels]},
      control,
      tag,
      {label: 'draw region', ...(envelope ? {envelope} : {})},
    );
    if (!region) return null;
    this.#options.onCreate(region.cleanId);
    return region.cleanId;
  }

  /** Gives regions new spans, in one undo step. */
  reshape(spans: ReadonlyMap<string, Span>, options: EditOptions): void {
    const {context} = this.#options;
    context.store.transact(options, () => {
      for (const [id, span] of spans) this.#reshapeOne(id, span, options);
    });
  }

  #reshapeOne(id: string, span: Span, options: CommitOptions): void {
    const {context, format} = this.#options;
    const region = context.store.findRegion(context.annotationId, id);
    const before = region && format.read(region.geometry);
    if (!before || !this.canEdit(id) || isSameSpan(before, span)) return;
    const written = format.write(before, region.geometry);
    const changed = Object.entries(format.write(span, region.geometry)).filter(
      ([key, value]) => !Object.is(value, written[key]),
    );
    const geometry = Object.fromEntries(changed);
    context.session.actions.setGeometry(id, geometry, options);
  }

  #toolInHand(): ToolInHand | null {
    if (this.isReadOnly) return null;
    const {activeLabels} = this.#options.context.state().session;
    for (const control of this.#controls) {
      const labels = activeLabels[control.name] ?? [];
      if (labels.length > 0) return {control, labels};
    }
    return null;
  }
}
