import {css, LitElement} from 'lit';
import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';

import {isResourceKind, PLUGIN_SLOTS} from '@ls-annotation/plugins';
import type {
  PluginKind,
  PluginSlot,
  PluginSource,
  ResourceKind,
} from '@ls-annotation/plugins';

import {PluginChangeEvent} from './plugin-events.js';

/**
 * A plugin of the `<ls-annotation-host>` that it is a child of: by address
 * with `src`, or as the text of a child `<script type="text/plain">`.
 *
 * It runs on every display of an annotation. It may come, go and change at
 * any time: modules and sandboxed plugins are swapped on the open display, for
 * scripts the display is made anew.
 *
 * @summary A plugin of the host around it.
 * @since 0.1.0
 *
 * @fires {PluginChangeEvent} ls-plugin-change - Fired when what it runs is another than before. Bubbles, not composed, not cancelable.
 *
 * @csspart frame - The frame of a sandboxed plugin.
 *
 * @attr {string} slot - Where the frame of a sandboxed plugin stands: `toolbar`, `before`, `after`, `panel` or `status`; without it the plugin shows nothing.
 * @attr {string} nonce - Nonce of the page's content security policy, when the host's is not the right one.
 */
export class PluginElement extends LitElement {
  static override styles = css`
    :host {
      display: none;
    }

    :host([sandbox][slot]) {
      display: block;
    }

    :host([sandbox][slot='toolbar']) {
      display: inline-block;
    }
  `;

  /** Address of the source, relative to the page. */
  @property({reflect: true})
  src = '';

  /**
   * `script` for the body of a function, as Label Studio runs it; `module`
   * for an ES module that exports `definePlugin(…)`.
   */
  @property({reflect: true})
  type: PluginKind = 'script';

  /** Hash that the source must have, for example `sha384-…`. */
  @property({reflect: true})
  integrity = '';

  /** Name in errors; the file name when there is none. */
  @property({attribute: 'plugin-id', reflect: true})
  pluginId = '';

  /** Has it run in a frame of its own origin, without the page's rights. */
  @property({type: Boolean, reflect: true})
  sandbox = false;

  /**
   * What it may do in its sandbox beside reading, with spaces between:
   * `write:own`, `write`, `submit`, `veto`, `storage`, `modal`,
   * `network:<host>`.
   */
  @property({reflect: true})
  permissions = '';

  /**
   * What it may leave in the page when a display closes: kinds of things with
   * spaces between, as `listener interval`, or `all`. Left out, all of it is
   * taken back.
   */
  @property({reflect: true})
  keep = '';

  /**
   * What it waits for on each display, with commas between, its code being
   * loaded only then: `region-select`, the name of a frontend event such as
   * `entityCreate`, or `command:` and the words of a button that starts it.
   */
  @property({attribute: 'activate-on', reflect: true})
  activateOn = '';

  /**
   * Which configs it is for: `tag:Text`, `name:label`, `!tag:Video`, with
   * spaces between when several must hold. It is not even loaded for others.
   */
  @property({reflect: true})
  when = '';

  static override get observedAttributes(): string[] {
    return [...super.observedAttributes, 'slot'];
  }

  #inline = '';
  readonly #observer = new MutationObserver(() => {
    this.#readInline();
  });

  /** What the host is to run; `null` while there is nothing to run. */
  get source(): PluginSource | null {
    const {src, integrity, sandbox, nonce, slot} = this;
    const permissions = this.permissions.split(/\s+/).filter(Boolean);
    const id = this.pluginId || this.id;
    if (!src && !this.#inline) return null;
    return {
      ...(id ? {id} : {}),
      type: this.type,
      ...(src ? {src} : {code: this.#inline}),
      ...(integrity && src ? {integrity} : {}),
      ...(nonce ? {nonce} : {}),
      ...(sandbox ? {sandbox, permissions} : {}),
      ...(sandbox && isPluginSlot(slot) ? {slot} : {}),
      ...(this.keep ? {keep: toKinds(this.keep)} : {}),
      ...(this.activateOn ? {activateOn: toTriggers(this.activateOn)} : {}),
      ...(this.when ? {when: this.when} : {}),
    };
  }

  override attributeChangedCallback(
    name: string,
    before: string | null,
    value: string | null,
  ): void {
    super.attributeChangedCallback(name, before, value);
    if (name === 'slot' && before !== value) this.#tell();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    this.#readInline();
    this.#tell();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.size > 0 && this.hasUpdated) this.#tell();
  }

  #readInline(): void {
    const script = this.querySelector('script');
    const code = script?.textContent ?? '';
    const inline = code.trim() === '' ? '' : code;
    if (inline === this.#inline) return;
    this.#inline = inline;
    this.#tell();
  }

  #tell(): void {
    /** @internal */
    this.dispatchEvent(new PluginChangeEvent());
  }
}

function isPluginSlot(slot: string): slot is PluginSlot {
  return PLUGIN_SLOTS.some((one) => one === slot);
}

function toKinds(keep: string): readonly ResourceKind[] | true {
  const names = keep.split(/\s+/);
  return names.includes('all') || names.filter(isResourceKind);
}

function toTriggers(activateOn: string): readonly string[] {
  return activateOn
    .split(',')
    .map((trigger) => trigger.trim())
    .filter(Boolean);
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-plugin': PluginElement;
  }
}
