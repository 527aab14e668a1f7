import type {Disposer} from '@ls-annotation/core';
import type {RegionView} from '@ls-annotation/lsi';

/** How grave something is, by the host's colours. */
export type Tone = 'neutral' | 'success' | 'warning' | 'danger';

/** A button in the host's bar. */
export interface ToolbarButton {
  /** Words on it. */
  readonly label: string;
  /** What it does, in a few words more. */
  readonly title?: string;
  /** Left out, it does not say whether something is on. */
  readonly isPressed?: boolean;
  /** True while there is nothing to do. */
  readonly isDisabled?: boolean;
  /** Called when it is pressed. */
  onPress(): unknown;
}

/** A part of the host's side panel. */
export interface PluginPanel {
  /** Heading. */
  readonly title: string;
  /**
   * False to begin folded.
   * @defaultValue `true`
   */
  readonly isOpen?: boolean;
  /**
   * Fills an element of the page's own (light) DOM, once; what is returned
   * runs before the element goes.
   */
  render(container: HTMLElement): unknown;
}

/** A hotkey of the host. */
export interface PluginHotkey {
  /**
   * Keys as Label Studio writes them: `alt+w`, several with commas between;
   * `plus`, `comma` and `space` by name. What names no key is reported.
   */
  readonly keys: string;
  /** What it does, in words, for the list of hotkeys. */
  readonly description: string;
  /**
   * Where the focus must be: anywhere but in a field that takes text, in one,
   * or in either.
   * @defaultValue `'main'`
   */
  readonly scope?: 'main' | 'input' | 'all';
  /** True to take the keys over from whoever has them. */
  readonly replaces?: boolean;
  /** Called with the key; `false` lets it go on to the page. */
  onPress(event: KeyboardEvent): unknown;
}

/** An entry of the menu of a region. */
export interface RegionAction {
  /** Words of the entry. */
  readonly label: string;
  /** Returns whether it is offered for a region; always, when left out. */
  appliesTo?(region: RegionView): boolean;
  /** Called with the region that the menu was opened on. */
  onChoose(region: RegionView): unknown;
}

/** A word or two beside a region in the list. */
export interface Badge {
  /** The words. */
  readonly text: string;
  /** @defaultValue `'neutral'` */
  readonly tone?: Tone;
}

/** Says what stands beside regions; asked for those in view, as they change. */
export interface RegionBadges {
  /** Returns the badges of a region. */
  badgesOf(region: RegionView): Badge | readonly Badge[] | null | undefined;
}

/** What is to be said about a region. */
export interface RegionMessage {
  /** What is wrong, and what to do about it. */
  readonly text: string;
  /** @defaultValue `'error'` */
  readonly severity?: 'error' | 'warning' | 'info';
}

/**
 * Checks regions one by one; what it says stands at the region in the list.
 * Asked for those in view, as they change, and for all before a save.
 */
export interface RegionCheck {
  /**
   * True to keep annotations with an error from being saved. It is asked then
   * for what controls say without a region as well, whose `classification` is
   * true; what it says stands at the control.
   */
  readonly blocksSave?: boolean;
  /** Returns what is to be said about a region. */
  check(
    region: RegionView,
  ): RegionMessage | readonly RegionMessage[] | null | undefined;
}

/** A line at the bottom of the host about the annotation. */
export interface PluginNotice {
  /** The words. */
  readonly text: string;
  /** @defaultValue `'neutral'` */
  readonly tone?: Tone;
}

/** What plugins contribute, by kind. */
export interface ContributionMap {
  /** Buttons in the bar. */
  toolbarButton: ToolbarButton;
  /** Parts of the side panel. */
  panel: PluginPanel;
  /** Hotkeys. */
  hotkey: PluginHotkey;
  /** Entries of the menu of a region. */
  regionAction: RegionAction;
  /** Badges of regions. */
  regionBadges: RegionBadges;
  /** Messages about regions. */
  regionCheck: RegionCheck;
  /** Lines at the bottom. */
  notice: PluginNotice;
}

/** Kinds of contributions. */
export type ContributionKind = keyof ContributionMap;

/**
 * Takes a contribution back; may be called twice. It ends with the display
 * by itself.
 */
export interface Contribution<T> extends Disposer {
  /**
   * Changes some of it in place; without an argument, what depends on it is
   * asked for again.
   */
  update(changes?: Partial<T>): void;
}

/**
 * Adds something to the chrome of the host, for as long as the display lasts.
 */
export type Contribute = {
  readonly [K in ContributionKind]: (
    contribution: ContributionMap[K],
  ) => Contribution<ContributionMap[K]>;
};
