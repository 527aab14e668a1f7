import type {ControlView} from './control-view.js';
import type {ObjectSurface} from './object-surface.js';
import type {RegionView} from './region-view.js';
import {TagView} from './tag-view.js';

/** Holder of a player that a surface puts on a media tag. */
export interface PlayerReference {
  /** The player, `null` until it is there. */
  current: unknown;
}

/** What a media tag does when another of its sync group plays or seeks. */
export type SyncHandler = (data: unknown, event: string) => void;

/** A tag that shows data, as plugins see it. */
export class ObjectView extends TagView {
  #surface: ObjectSurface | null = null;
  #isReady = false;
  readonly #props: Record<string, unknown> = {};

  /** The player of a video; `undefined` for other tags. */
  declare ref: PlayerReference | undefined;

  /** What is done on events of the sync group; `undefined` for other tags. */
  declare syncHandlers: Map<string, SyncHandler> | undefined;

  /**
   * What the light DOM of the tag tells, `null` while it is not on display.
   *
   * @internal
   */
  get surface(): ObjectSurface | null {
    return this.#surface;
  }

  set surface(surface: ObjectSurface | null) {
    this.#surface = surface;
  }

  /** True while the page shows it. */
  get isReady(): boolean {
    return this.#isReady;
  }

  /** Says whether the page shows it. */
  setReady(ready: boolean): void {
    this.#isReady = ready;
  }

  /** True when it shows suggestions of models before they are accepted. */
  get supportSuggestions(): boolean {
    return this.type === 'image';
  }

  /** Regions on it, classifications left out. */
  get regs(): RegionView[] {
    return this.allRegs.filter((region) => !region.classification);
  }

  /** Regions and classifications on it. */
  get allRegs(): RegionView[] {
    return this.annotation.regions.filter((region) => region.object === this);
  }

  /** True when it shows several pictures. */
  get multiImage(): boolean | undefined {
    if (this.type !== 'image') return undefined;
    return Boolean(this.attribute('valuelist'));
  }

  /** Returns the controls that speak of it. */
  states(): ControlView[] {
    return this.annotation.toNames.get(this.config.name) ?? [];
  }

  /** Returns the labels controls with a label chosen. */
  activeStates(): ControlView[] {
    return this.states().filter(
      (control) => control.isLabeling && control.isSelected,
    );
  }

  /** Returns the controls that what is drawn next gets results of. */
  getAvailableStates(): ControlView[] {
    return this.activeStates().filter((control) => !control.isReadOnly());
  }

  /** Returns the first region whose properties equal those of `match`. */
  findRegion(match: Readonly<Record<string, unknown>>): RegionView | undefined {
    return this.regs.find((region) =>
      Object.entries(match).every(
        ([key, value]) => Reflect.get(region, key) === value,
      ),
    );
  }

  /** Keeps a value of a plugin under a name. */
  addProp(name: string, value: unknown): void {
    this.#props[name] = value;
  }

  /** Returns what plugins keep with it. */
  getProps(): Readonly<Record<string, unknown>> {
    return this.#props;
  }

  /**
   * Replaces what it shows, in this display of the annotation.
   *
   * @param value - Text, encoded as the tag's `encoding` says.
   */
  setRemoteValue(value: unknown): void {
    this.context.editors.answers.setRemoteValue(
      this.annotation,
      this.config,
      value,
    );
  }
}
