import {Subscription} from 'rxjs';

import type {Disposer} from '@ls-annotation/core';
import type {OperatorEntry, OperatorRegistry} from '@ls-annotation/operators';

import {PartLoadError} from '../errors.js';
import type {HotkeyRegistry} from '../hotkeys/hotkey-registry.js';
import {OPERATOR_DIALOG_SLOT} from '../operator-dialog/connect-operators.js';
import type {RegionMenuEntry} from '../region-menu/region-menu-entry.js';

/** Keys that open the palette, beside the backtick. */
export const PALETTE_KEYS = 'ctrl+k,cmd+k';

/** How the parts of the chrome that are first needed later are loaded. */
export type ChromeLoaders = Readonly<
  Record<'palette' | 'tray', () => Promise<unknown>>
>;

const LOADERS: ChromeLoaders = {
  palette: () => import('../define/operator-palette.js'),
  tray: () => import('../define/operator-tray.js'),
};

/** What a {@link HostOperators} works with. */
export interface HostOperatorsOptions {
  /** Element whose operators they are. */
  readonly host: HTMLElement;
  /** The operators. */
  readonly operators: OperatorRegistry;
  /** Hotkeys of the host. */
  readonly hotkeys: HotkeyRegistry;
  /** Whether hotkeys are on. */
  readonly areHotkeysOn: () => boolean;
  /** Called when the chrome has something else to show. */
  readonly onChange: () => void;
  /** Called with what could not be loaded. */
  readonly onError: (error: PartLoadError) => void;
  /**
   * For tests.
   * @defaultValue those of the product
   */
  readonly loaders?: ChromeLoaders;
}

/**
 * What the chrome of a host offers of its operators: the menu, the tray, the
 * palette with its keys, and the shortcuts of single operators. The tray and
 * the palette are loaded when they are first needed; what does not come is asked
 * for again with the next run, and the next press of its key.
 */
export class HostOperators {
  /** True when there are operators to choose from, or a server is asked. */
  hasOperators = false;
  /** True when some are offered in the menu of a region. */
  hasRegionOperators = false;
  /** True when a run was made. */
  hasRuns = false;
  readonly #options: HostOperatorsOptions;
  #isTrayAsked = false;
  #shortcuts = '';
  #unbind: Disposer[] = [];

  constructor(options: HostOperatorsOptions) {
    this.#options = options;
  }

  /** Follows the operators until the disposer is called. */
  connect(): Disposer {
    const {operators, hotkeys} = this.#options;
    const subscription = new Subscription();
    subscription.add(operators.list$.subscribe(() => this.#update()));
    subscription.add(operators.sources$.subscribe(() => this.#update()));
    subscription.add(
      operators.runList$.subscribe(({current, recent}) => {
        if (current.length + recent.length > 0) this.#showTray();
      }),
    );
    const openPalette = (): unknown => this.#openPalette();
    const description = 'Find an operator';
    const keys = [
      hotkeys.bind(PALETTE_KEYS, openPalette, {scope: 'all', description}),
      hotkeys.bind('`', openPalette, {description}),
    ];
    return () => {
      subscription.unsubscribe();
      for (const dispose of [...keys, ...this.#unbind]) dispose();
      this.#unbind = [];
      this.#shortcuts = '';
    };
  }

  #update(): void {
    const {operators, onChange} = this.#options;
    const listed = operators.list().filter(({isHidden}) => !isHidden);
    this.#bindShortcuts(listed);
    const hasOperators = listed.length + operators.sources.length > 0;
    const hasRegionOperators = listed.some(isInContextMenu);
    const isSame =
      hasOperators === this.hasOperators &&
      hasRegionOperators === this.hasRegionOperators;
    if (isSame) return;
    this.hasOperators = hasOperators;
    this.hasRegionOperators = hasRegionOperators;
    onChange();
  }

  /**
   * Returns what operators offer to do with a region: their dialog, with the
   * region selected.
   *
   * @param select - selects the region.
   */
  regionEntries(select: () => void): readonly RegionMenuEntry[] {
    const {operators} = this.#options;
    return operators
      .list()
      .filter((entry) => !entry.isHidden && isInContextMenu(entry))
      .map(({name, title, isApplicable, reason}) => ({
        label: title,
        ...(!isApplicable && {reason}),
        choose: () => {
          select();
          operators.open(name);
        },
      }));
  }

  #bindShortcuts(entries: readonly OperatorEntry[]): void {
    const bound = entries.filter(({shortcut}) => shortcut !== '');
    const shortcuts = bound
      .map(({name, shortcut}) => `${shortcut}\n${name}`)
      .join('\n\n');
    if (shortcuts === this.#shortcuts) return;
    this.#shortcuts = shortcuts;
    for (const dispose of this.#unbind) dispose();
    const {hotkeys} = this.#options;
    this.#unbind = bound.map(({name, title, shortcut}) =>
      hotkeys.bind(shortcut, () => this.#openOperator(name), {
        description: title,
      }),
    );
  }

  #openOperator(name: string): unknown {
    const {operators, areHotkeysOn} = this.#options;
    const entry = operators.find(name);
    if (!areHotkeysOn() || !entry?.isApplicable) return false;
    operators.open(name);
    return true;
  }

  #openPalette(): unknown {
    if (!this.#options.areHotkeysOn() || !this.hasOperators) return false;
    void this.#showPalette();
    return true;
  }

  async #showPalette(): Promise<void> {
    const {host, operators} = this.#options;
    const isThere = await this.#load('palette', 'The list of operators');
    if (!isThere || !host.isConnected) return;
    if (host.querySelector(':scope > ls-operator-palette')) return;
    const palette = document.createElement('ls-operator-palette');
    palette.slot = OPERATOR_DIALOG_SLOT;
    palette.registry = operators;
    host.append(palette);
  }

  #showTray(): void {
    if (!this.#isTrayAsked) void this.#loadTray();
    if (this.hasRuns) return;
    this.hasRuns = true;
    this.#options.onChange();
  }

  async #loadTray(): Promise<void> {
    this.#isTrayAsked = true;
    this.#isTrayAsked = await this.#load('tray', 'The list of runs');
  }

  async #load(part: keyof ChromeLoaders, name: string): Promise<boolean> {
    const {loaders = LOADERS, onError} = this.#options;
    try {
      await loaders[part]();
      return true;
    } catch (cause) {
      onError(new PartLoadError(name, cause));
      return false;
    }
  }
}

function isInContextMenu({placements}: OperatorEntry): boolean {
  return placements.includes('context-menu');
}
