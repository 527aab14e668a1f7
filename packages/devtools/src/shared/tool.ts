import {LitElement} from 'lit';
import type {CSSResultGroup} from 'lit';
import {property} from 'lit/decorators.js';

import type {AnnotationHostElement} from '@ls-annotation/elements';
import {baseStyles, buttonStyles, ensureTokens} from '@ls-annotation/elements';

import {barStyles} from './bar.styles.js';
import {fieldStyles} from './field.styles.js';
import {FrameBatch} from './frame-batch.js';
import {toolStyles} from './tool.styles.js';

/**
 * What stands beside the editors of the panel and shows something of a host;
 * to be extended. What is new it shows once a frame.
 */
export abstract class ToolElement extends LitElement {
  static override styles: CSSResultGroup = [
    baseStyles,
    buttonStyles,
    fieldStyles,
    barStyles,
    toolStyles,
  ];

  /** The host that it is about. */
  @property({attribute: false})
  host: AnnotationHostElement | null = null;

  /** Has {@link ToolElement.showNews} called before one of the next frames. */
  protected readonly batch = new FrameBatch(() => this.showNews());

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.batch.cancel();
  }

  /** Shows what is new; may return what settles when that is done. */
  protected showNews(): unknown {
    this.requestUpdate();
    return undefined;
  }
}
