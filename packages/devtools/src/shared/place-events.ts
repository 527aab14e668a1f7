import type {SourcePosition} from '@ls-annotation/plugins';

/** Fired when somebody has asked for a place in the plugin's source. */
export class PlaceChooseEvent extends Event {
  static readonly eventName = 'ls-place-choose';
  /** The place. */
  readonly position: SourcePosition;

  constructor(position: SourcePosition) {
    super(PlaceChooseEvent.eventName, {bubbles: true, composed: true});
    this.position = position;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PlaceChooseEvent.eventName]: PlaceChooseEvent;
  }
}
