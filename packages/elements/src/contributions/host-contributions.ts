import type {LitElement, ReactiveController} from 'lit';
import type {Subscription} from 'rxjs';

import type {LabelingSession} from '@ls-annotation/lsi';
import type {ContributionBoard, ContributionKind} from '@ls-annotation/plugins';

import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';

import {PluginHotkeys} from './plugin-hotkeys.js';
import {PluginPanels} from './plugin-panels.js';

/** What {@link HostContributions} works with. */
export interface HostContributionsOptions {
  /** What plugins contribute. */
  readonly board: ContributionBoard;
  /** Hotkeys of the host. */
  readonly hotkeys: HotkeyRegistry;
  /** Session of the host. */
  readonly session: LabelingSession;
}

/** Kinds that others than the host itself draw. */
const ELSEWHERE: ReadonlySet<ContributionKind> = new Set([
  'regionBadges',
  'regionCheck',
]);

/**
 * Keeps what a host shows in step with what its plugins contribute. What goes
 * goes at once; what comes is there with the next update of the host.
 */
export class HostContributions implements ReactiveController {
  readonly #host: LitElement;
  readonly #options: HostContributionsOptions;
  readonly #panels: PluginPanels;
  readonly #hotkeys: PluginHotkeys;
  #subscription: Subscription | null = null;
  #adding: Promise<void> = Promise.resolve();

  constructor(host: LitElement, options: HostContributionsOptions) {
    this.#host = host;
    this.#options = options;
    this.#panels = new PluginPanels(host, options.board);
    this.#hotkeys = new PluginHotkeys(options.board, options.hotkeys);
    host.addController(this);
  }

  /** Settles when what has come is there. */
  get settled(): Promise<void> {
    return this.#adding;
  }

  hostConnected(): void {
    this.#subscription = this.#options.board.changes$.subscribe((kind) => {
      if (ELSEWHERE.has(kind)) return;
      this.#panels.drop();
      this.#hotkeys.drop();
      this.#host.requestUpdate();
    });
  }

  hostDisconnected(): void {
    this.#panels.drop();
    this.#hotkeys.drop();
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  /** Plugins may change the host while they fill it. */
  hostUpdated(): void {
    this.#adding = Promise.resolve().then(() => {
      this.#add();
    });
  }

  #add(): void {
    if (!this.#subscription) return;
    this.#panels.add();
    if (this.#options.session.settings.enableHotkeys) this.#hotkeys.add();
  }
}
