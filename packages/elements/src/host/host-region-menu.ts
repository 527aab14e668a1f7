import type {Disposer} from '@ls-annotation/core';
import type {LabelingSession, RegionView} from '@ls-annotation/lsi';

import type {
  MenuPoint,
  RegionMenuRequestEvent,
} from '../events/region-menu-events.js';
import {RegionListElement} from '../region-list/region-list.js';
import type {RegionMenuEntry} from '../region-menu/region-menu-entry.js';
import type {
  MenuOpener,
  RegionMenuElement,
} from '../region-menu/region-menu.js';
import {findRegionPicker} from '../surfaces/region-picker.js';

/** How long a finger rests on a region before its menu opens. */
export const LONG_PRESS_MS = 500;
/** A finger that rests moves by no more than this, CSS pixels. */
const SLACK_PX = 10;

/** What a {@link HostRegionMenu} works with. */
export interface HostRegionMenuOptions {
  /** Element whose regions they are. */
  readonly host: HTMLElement;
  /** Its session. */
  readonly session: LabelingSession;
  /** Returns the menu, once it is there. */
  readonly menu: () => RegionMenuElement | null;
  /**
   * Returns what can be done with a region, which `select` selects.
   */
  readonly entriesOf: (
    region: RegionView,
    select: () => void,
  ) => readonly RegionMenuEntry[];
}

/** A finger that rests on a surface. */
interface Rest {
  readonly event: PointerEvent;
  readonly timer: number;
}

/**
 * The menu of a region, wherever people ask for it: in the list, and in the
 * labeling interface by a right click, by a finger that rests, and by the
 * menu key or Shift+F10.
 *
 * A pointer asks for the menu of the region under it, which is selected; keys
 * ask for that of the selected region. Where there is no region, where nothing
 * can be done with it, and over selected text the browser's own menu opens.
 */
export class HostRegionMenu {
  readonly #options: HostRegionMenuOptions;
  #hadSelectedText = false;
  #rest: Rest | null = null;
  /** Whether the finger that is down, or was last, has opened the menu. */
  #hasOpened = false;

  constructor(options: HostRegionMenuOptions) {
    this.#options = options;
  }

  /** Follows the host's labeling interface until the disposer is called. */
  connect(): Disposer {
    const {host} = this.#options;
    const capture = {capture: true};
    const ends = ['pointerup', 'pointercancel'] as const;
    const active = {capture: true, passive: false};
    host.addEventListener('contextmenu', this.#onContextMenu);
    host.addEventListener('touchend', this.#onTouchEnd, active);
    host.addEventListener('pointerdown', this.#onPointerDown, capture);
    host.addEventListener('pointermove', this.#onPointerMove, capture);
    for (const type of ends) {
      host.addEventListener(type, this.#onPointerEnd, capture);
    }
    return () => {
      this.#endRest();
      host.removeEventListener('contextmenu', this.#onContextMenu);
      host.removeEventListener('touchend', this.#onTouchEnd, active);
      host.removeEventListener('pointerdown', this.#onPointerDown, capture);
      host.removeEventListener('pointermove', this.#onPointerMove, capture);
      for (const type of ends) {
        host.removeEventListener(type, this.#onPointerEnd, capture);
      }
    };
  }

  /** Opens the menu that a list of regions was asked for. */
  showFor({regionId, point, target}: RegionMenuRequestEvent): void {
    const {session, menu} = this.#options;
    const region = session.scope?.annotation.areas.get(regionId);
    if (!region) return;
    const list = target as Element;
    const opener = {
      focus: () => {
        if (list instanceof RegionListElement) void list.focusRegion(regionId);
      },
    };
    void menu()?.show(this.#entriesOf(region), point, opener);
  }

  readonly #onContextMenu = (event: MouseEvent): void => {
    const target = labelingTarget(event);
    if (event.defaultPrevented || !target) return;
    if (this.#rest && this.#hasOpened) {
      event.preventDefault();
      return;
    }
    const isByKey = isKeyboardMenu(event);
    const isOnText = isByKey ? hasSelectedText() : this.#hadSelectedText;
    if (isOnText || isEditable(target)) return;
    const region = isByKey
      ? this.#selectedRegion()
      : this.#regionUnder(target, event);
    if (!region || !this.#open(region, event, !isByKey)) return;
    event.preventDefault();
    this.#endRest();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    this.#hadSelectedText = hasSelectedText();
    this.#hasOpened = false;
    this.#endRest();
    const target = labelingTarget(event);
    if (event.pointerType !== 'touch' || !event.isPrimary || !target) return;
    if (!findRegionPicker(target)) return;
    const timer = window.setTimeout(() => {
      this.#onRested(target);
    }, LONG_PRESS_MS);
    this.#rest = {event, timer};
  };

  readonly #onPointerMove = ({pointerId, x, y}: PointerEvent): void => {
    const {event} = this.#rest ?? {};
    if (event?.pointerId !== pointerId || this.#hasOpened) return;
    if (Math.hypot(x - event.x, y - event.y) > SLACK_PX) this.#endRest();
  };

  readonly #onPointerEnd = ({pointerId}: PointerEvent): void => {
    if (this.#rest?.event.pointerId === pointerId) this.#endRest();
  };

  /** The click that might follow would take the focus out of the menu. */
  readonly #onTouchEnd = (event: TouchEvent): void => {
    if (this.#hasOpened) event.preventDefault();
    this.#hasOpened = false;
  };

  /** Not every browser asks for a menu when a finger rests. */
  #onRested(target: Element): void {
    const rest = this.#rest;
    if (!rest) return;
    const region = this.#regionUnder(target, rest.event);
    if (!region || !this.#open(region, rest.event, true)) return;
    this.#hasOpened = true;
    findRegionPicker(target)?.cancel?.();
  }

  #endRest(): void {
    if (this.#rest) window.clearTimeout(this.#rest.timer);
    this.#rest = null;
  }

  #open(region: RegionView, event: MouseEvent, selects: boolean): boolean {
    const menu = this.#options.menu();
    const entries = this.#entriesOf(region);
    if (!menu || entries.length === 0) return false;
    if (selects) this.#select(region);
    const tree = this.#options.host.getRootNode();
    const opener =
      tree instanceof Document || tree instanceof ShadowRoot
        ? (tree.activeElement as MenuOpener | null)
        : null;
    void menu.show(entries, pointOf(event), opener);
    return true;
  }

  #entriesOf(region: RegionView): readonly RegionMenuEntry[] {
    return this.#options.entriesOf(region, () => {
      this.#select(region);
    });
  }

  #select({cleanId}: RegionView): void {
    const {session} = this.#options;
    if (this.#selection.includes(cleanId)) return;
    session.actions.selectRegions([cleanId]);
  }

  get #selection(): readonly string[] {
    const {session} = this.#options;
    const {annotationId = ''} = session.scope ?? {};
    return session.store.state.annotations[annotationId]?.selection ?? [];
  }

  #selectedRegion(): RegionView | undefined {
    return this.#find(this.#selection.at(-1));
  }

  /** Of several, the one that is selected already. */
  #regionUnder(target: Element, event: MouseEvent): RegionView | undefined {
    const ids = findRegionPicker(target)?.regionsAt(event) ?? [];
    const selected = ids.find((id) => this.#selection.includes(id));
    return this.#find(selected ?? ids[0]);
  }

  #find(id: string | undefined): RegionView | undefined {
    return this.#options.session.scope?.annotation.areas.get(id ?? '');
  }
}

/** Returns where in a labeling interface an event is, else `null`. */
function labelingTarget(event: Event): Element | null {
  const [target] = event.composedPath();
  if (!(target instanceof Element)) return null;
  return target.closest('.lsf-editor') ? target : null;
}

/**
 * Tells whether a menu was asked for by a key: with no button in Chromium, with
 * the first one elsewhere. Ctrl with a click is the right click of a Mac.
 */
function isKeyboardMenu(event: MouseEvent): boolean {
  const {pointerType = ''} = event as Partial<PointerEvent>;
  const {button, ctrlKey} = event;
  return button < 0 || (button === 0 && pointerType === '' && !ctrlKey);
}

function isEditable(element: Element): boolean {
  return (
    (element instanceof HTMLElement && element.isContentEditable) ||
    element.matches('input, textarea, select')
  );
}

function hasSelectedText(): boolean {
  return window.getSelection()?.isCollapsed === false;
}

function pointOf({clientX, clientY}: MouseEvent): MenuPoint {
  return {xPx: clientX, yPx: clientY};
}
