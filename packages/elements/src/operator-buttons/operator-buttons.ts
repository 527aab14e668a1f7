import {ContextConsumer} from '@lit/context';
import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property, queryAll, state} from 'lit/decorators.js';
import {Subscription, animationFrameScheduler, auditTime} from 'rxjs';

import {LsError} from '@ls-annotation/core';
import type {OperatorEntry, OperatorRegistry} from '@ls-annotation/operators';

import {hostContext, operatorsContext} from '../contexts.js';
import {OperatorErrorEvent} from '../events/error-events.js';
import {toAriaKeyShortcuts} from '../hotkeys/key-chord.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {baseStyles} from '../styles/base.styles.js';
import {buttonStyles} from '../styles/button.styles.js';
import {tooltipStyles} from '../styles/tooltip.styles.js';
import {shortcutText} from '../toolbar/shortcut-text.js';

import {operatorButtonsStyles} from './operator-buttons.styles.js';
import {operatorMark} from './operator-mark.js';

/** Between two buttons, CSS pixels. */
const GAP_PX = 8;

/**
 * A button for each operator that asks for a place in the toolbar.
 *
 * They are one stop of the tab key; arrow keys, Home and End go from one to
 * the other. A button whose operator cannot run here stays where it is and
 * says why. Those for which there is no room, which `max-inline-size` on the
 * element says, are left to the operators' menu.
 *
 * @summary Buttons of operators.
 * @since 0.1.0
 *
 * @fires {OperatorErrorEvent} ls-operator-error - Fired when an operator could not be opened. Bubbles, composed, not cancelable.
 *
 * @attr empty - Set while no button is shown.
 *
 * @csspart bar - The row of buttons.
 * @csspart button - One button.
 */
export class OperatorButtonsElement extends LitElement {
  static {
    // How many have room is known once they are drawn.
    this.disableWarning?.('change-in-update');
  }

  static override styles = [
    baseStyles,
    buttonStyles,
    tooltipStyles,
    operatorButtonsStyles,
  ];

  /** Whose operators they are; left out, the registry of the host around. */
  @property({attribute: false})
  registry: OperatorRegistry | null = null;

  @state()
  private entries: readonly OperatorEntry[] = [];

  /** How many have room. */
  @state()
  private count = Infinity;

  /** The one that the tab key goes to. */
  @state()
  private current = '';

  @queryAll('button')
  private buttons!: NodeListOf<HTMLButtonElement>;

  readonly #context = new ContextConsumer(this, {
    context: operatorsContext,
    subscribe: true,
    callback: () => this.#subscribe(),
  });
  readonly #host = new ContextConsumer(this, {
    context: hostContext,
    subscribe: true,
    callback: () => this.#subscribe(),
  });
  readonly #resize = new ResizeObserver(() => {
    this.#fit();
  });
  #subscription: Subscription | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
    this.#subscribe();
    if (this.parentElement) this.#resize.observe(this.parentElement);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resize.disconnect();
    this.#subscription?.unsubscribe();
    this.#subscription = null;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('registry')) this.#subscribe();
  }

  protected override updated(): void {
    this.#fit();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {entries} = this;
    if (entries.length === 0) return nothing;
    const shown = entries.slice(0, this.count);
    const current =
      shown.find(({name}) => name === this.current)?.name ?? shown[0]?.name;
    return html`
      <div
        class="bar ${shown.length === 0 ? 'empty' : ''}"
        part="bar"
        role="toolbar"
        aria-label="Operators"
        @keydown=${this.#onKeydown}
        @focusin=${this.#onFocusIn}
      >
        ${entries.map((entry, index) =>
          this.#renderButton(entry, {
            isShown: index < this.count,
            isCurrent: entry.name === current,
          }),
        )}
      </div>
    `;
  }

  #renderButton(
    entry: OperatorEntry,
    {isShown, isCurrent}: {isShown: boolean; isCurrent: boolean},
  ): TemplateResult {
    const {name, title, icon, shortcut, isApplicable} = entry;
    const words = wordsOf(entry);
    return html`<button
      class="button ${isShown ? '' : 'out'}"
      part="button"
      type="button"
      data-name=${name}
      tabindex=${isCurrent ? 0 : -1}
      aria-disabled=${isApplicable ? nothing : 'true'}
      aria-description=${words === '' ? nothing : words}
      aria-keyshortcuts=${shortcut ? toAriaKeyShortcuts(shortcut) : nothing}
      data-tooltip=${tooltipOf(words, shortcut) || nothing}
      @click=${() => this.#open(name)}
    >
      ${icon === '' ? nothing : operatorMark(icon)}
      <span class="title">${title}</span>
    </button>`;
  }

  get #registry(): OperatorRegistry | null {
    return this.registry ?? this.#context.value ?? null;
  }

  /** Whether an operator can run may change with the annotation. */
  #subscribe(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = null;
    const registry = this.#registry;
    if (!registry || !this.isConnected) return;
    const subscription = new Subscription();
    this.#subscription = subscription;
    const read = (): void => {
      this.entries = registry.list().filter(asksForToolbar);
    };
    subscription.add(registry.list$.subscribe(read));
    const changes$ = this.#host.value?.store.changes$;
    subscription.add(
      changes$
        ?.pipe(auditTime(0, animationFrameScheduler))
        .subscribe(() => this.entries.length > 0 && read()),
    );
  }

  #open(name: string): void {
    const registry = this.#registry;
    if (registry?.find(name)?.isApplicable !== true) return;
    try {
      registry.open(name);
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      /** @internal */
      this.dispatchEvent(new OperatorErrorEvent(error));
    }
  }

  /** Those without room have a width all the same. */
  #fit(): void {
    let room = this.#roomPx() + GAP_PX;
    let count = 0;
    for (const {offsetWidth} of this.buttons) {
      room -= offsetWidth + GAP_PX;
      if (room < 0) break;
      count += 1;
    }
    this.count = count;
    this.toggleAttribute('empty', count === 0);
  }

  #roomPx(): number {
    const {maxInlineSize} = getComputedStyle(this);
    const limit = parseFloat(maxInlineSize);
    if (!Number.isFinite(limit)) return Infinity;
    const whole = this.parentElement?.clientWidth ?? 0;
    return maxInlineSize.endsWith('%') ? (limit / 100) * whole : limit;
  }

  #onFocusIn(event: FocusEvent): void {
    const {name = ''} = (event.target as HTMLElement).dataset;
    this.current = name;
  }

  #onKeydown(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const shown = [...this.buttons].slice(0, this.count);
    const at = shown.indexOf(event.target as HTMLButtonElement);
    const isRtl = getComputedStyle(this).direction === 'rtl';
    const next = nextIndex(event.key, isRtl, {at, count: shown.length});
    if (next === null) return;
    event.preventDefault();
    shown[next]?.focus();
  }
}

function asksForToolbar({isHidden, placements}: OperatorEntry): boolean {
  return !isHidden && placements.includes('toolbar');
}

/** Why it cannot run here, or what it does. */
function wordsOf({isApplicable, reason, description}: OperatorEntry): string {
  return isApplicable ? description : reason;
}

function tooltipOf(words: string, shortcut: string): string {
  const keys = shortcut === '' ? '' : `(${shortcutText(shortcut)})`;
  return [words, keys].filter(Boolean).join(' ');
}

interface Steps {
  readonly at: number;
  readonly count: number;
}

function nextIndex(
  key: string,
  isRtl: boolean,
  {at, count}: Steps,
): number | null {
  const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
  const backward = isRtl ? 'ArrowRight' : 'ArrowLeft';
  if (key === forward) return (at + 1) % count;
  if (key === backward) return (at - 1 + count) % count;
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-buttons': OperatorButtonsElement;
  }
}
