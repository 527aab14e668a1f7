import {LitElement, html, nothing} from 'lit';
import type {PropertyValues, TemplateResult} from 'lit';
import {property} from 'lit/decorators.js';
import {merge} from 'rxjs';

import type {
  EditConflict,
  EditConflictReason,
  ProposedEdits,
  RegionChange,
} from '@ls-annotation/operators';

import {ObservableController} from '../controllers/observable-controller.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {describeRegion} from '../region-list/describe-region.js';
import {baseStyles} from '../styles/base.styles.js';

import {changesText} from './changes-text.js';
import {operatorChangesStyles} from './operator-changes.styles.js';

const MAX_SHOWN = 200;

const KINDS: Readonly<Record<RegionChange['kind'], string>> = {
  added: 'Add',
  changed: 'Change',
  removed: 'Remove',
};

const CONFLICTS: Readonly<Record<EditConflictReason, string>> = {
  changed: 'Was changed by somebody else meanwhile.',
  gone: 'Was removed by somebody else meanwhile.',
  taken: 'Is there already.',
};

/**
 * What proposed edits would do, region by region, and where they do not fit
 * what somebody else did meanwhile.
 *
 * @summary The changes an operator proposes.
 * @since 0.1.0
 *
 * @csspart summary - How much is added, changed and removed.
 * @csspart list - The changes.
 * @csspart change - One of them.
 * @csspart conflict - Why one does not fit.
 */
export class OperatorChangesElement extends LitElement {
  static override styles = [baseStyles, operatorChangesStyles];

  /** What to show. */
  @property({attribute: false})
  proposal: ProposedEdits | null = null;

  readonly #state = new ObservableController<unknown>(
    this,
    () =>
      this.proposal && merge(this.proposal.state$, this.proposal.conflicts$),
  );

  override connectedCallback(): void {
    super.connectedCallback();
    ensureTokens(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('proposal')) this.#state.reset();
  }

  protected override render(): TemplateResult | typeof nothing {
    const {proposal} = this;
    if (!proposal) return nothing;
    const {changes, conflicts} = proposal;
    const unfit = new Map(conflicts.map((one) => [one.regionId, one]));
    return html`
      <p part="summary">${changesText(changes)}</p>
      ${
        changes.length > 0
          ? html`<ul part="list" tabindex="0" aria-label="Changes">
              ${changes
                .slice(0, MAX_SHOWN)
                .map((change) => this.#renderChange(change, unfit))}
              ${
                changes.length > MAX_SHOWN
                  ? html`<li>And ${changes.length - MAX_SHOWN} more.</li>`
                  : nothing
              }
            </ul>`
          : nothing
      }
    `;
  }

  #renderChange(
    change: RegionChange,
    unfit: ReadonlyMap<string, EditConflict>,
  ): TemplateResult {
    const {kind, before, after, regionId} = change;
    const region = after ?? before;
    const config = this.proposal?.target.config ?? null;
    const {title, detail, color} = describeRegion(region, config);
    const was = before && after ? describeRegion(before, config) : null;
    const conflict = unfit.get(regionId);
    return html`<li class=${kind} part="change">
      <span class="kind">${KINDS[kind]}</span>
      <span class="swatch" .style=${swatch(color)}></span>
      <span class="words">
        <span class="title"
          >${
            was && was.title !== title ? `${was.title} → ${title}` : title
          }</span
        >
        <span class="detail">${detail}</span>
        ${
          conflict
            ? html`<span class="conflict" part="conflict"
                >${CONFLICTS[conflict.reason]}</span
              >`
            : nothing
        }
      </span>
      ${
        region.score === undefined
          ? nothing
          : html`<span class="score">${region.score.toFixed(2)}</span>`
      }
    </li>`;
  }
}

/** A colour may come from a task: nothing but a colour goes in. */
function swatch(color: string): string {
  return CSS.supports('color', color) ? `--_color: ${color}` : '';
}

declare global {
  interface HTMLElementTagNameMap {
    'ls-operator-changes': OperatorChangesElement;
  }
}
