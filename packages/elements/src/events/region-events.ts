import type {ChangeOrigin} from '@ls-annotation/core';
import type {RegionView} from '@ls-annotation/lsi';

import {FACT} from './fact.js';

/** Fired when a person or a plugin made a region; never by loading. */
export class RegionCreateEvent extends Event {
  static readonly eventName = 'ls-region-create';
  /** The region. */
  readonly region: RegionView;

  constructor(region: RegionView) {
    super(RegionCreateEvent.eventName, FACT);
    this.region = region;
  }
}

/** Fired when a region is about to be deleted. */
export class RegionDeleteEvent extends Event {
  static readonly eventName = 'ls-region-delete';
  /** The region. */
  readonly region: RegionView;

  constructor(region: RegionView) {
    super(RegionDeleteEvent.eventName, FACT);
    this.region = region;
  }
}

/** Fired when a region of a smart control was drawn to its end. */
export class RegionFinishEvent extends Event {
  static readonly eventName = 'ls-region-finish';
  /** The region. */
  readonly region: RegionView;
  /** Regions that were drawn with it. */
  readonly connected: readonly RegionView[];

  constructor(region: RegionView, connected: readonly RegionView[]) {
    super(RegionFinishEvent.eventName, FACT);
    this.region = region;
    this.connected = connected;
  }
}

/** Fired when other regions are selected than before. */
export class RegionSelectEvent extends Event {
  static readonly eventName = 'ls-region-select';
  /** Ids of the selected regions, in the order they were selected. */
  readonly regionIds: readonly string[];
  /** Who selected them. */
  readonly origin: ChangeOrigin;

  constructor(regionIds: readonly string[], origin: ChangeOrigin) {
    super(RegionSelectEvent.eventName, FACT);
    this.regionIds = regionIds;
    this.origin = origin;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [RegionCreateEvent.eventName]: RegionCreateEvent;
    [RegionDeleteEvent.eventName]: RegionDeleteEvent;
    [RegionFinishEvent.eventName]: RegionFinishEvent;
    [RegionSelectEvent.eventName]: RegionSelectEvent;
  }
}
