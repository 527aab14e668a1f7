/** A point of the window. */
export interface MenuPoint {
  /** Distance from the left, CSS pixels. */
  readonly xPx: number;
  /** Distance from the top, CSS pixels. */
  readonly yPx: number;
}

/** Fired by a list of regions when a person asks for the menu of a region. */
export class RegionMenuRequestEvent extends Event {
  static readonly eventName = 'ls-region-menu-request';
  /** Id of the region. */
  readonly regionId: string;
  /** Where the menu is wanted. */
  readonly point: MenuPoint;

  constructor(regionId: string, point: MenuPoint) {
    super(RegionMenuRequestEvent.eventName, {bubbles: true, composed: true});
    this.regionId = regionId;
    this.point = point;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [RegionMenuRequestEvent.eventName]: RegionMenuRequestEvent;
  }
}
