/**
 * Fired by `<ls-plugin>` when it came, or when what it runs is another than
 * before. Its host takes notice; nobody else needs to.
 */
export class PluginChangeEvent extends Event {
  static readonly eventName = 'ls-plugin-change';

  constructor() {
    super(PluginChangeEvent.eventName, {bubbles: true});
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    [PluginChangeEvent.eventName]: PluginChangeEvent;
  }
}
