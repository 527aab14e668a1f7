import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {StatePatch} from '@ls-annotation/core';

import {
  changeName,
  originName,
  patchCount,
  placeOf,
  timeOf,
} from './logged-change.js';
import type {ChangePlace, ChangeStatus, LoggedChange} from './logged-change.js';

/** Patches of a change that are shown; a drag may have thousands. */
const SHOWN_PATCHES = 100;

const STATUS_SENTENCES: Readonly<Record<ChangeStatus, string>> = {
  done: '',
  undone: 'It is undone; going forward does it again.',
  open: 'It is part of a step that is still being made.',
  lost: 'Something else was done after it had been undone: it cannot be gone to.',
  beside: 'Undo passes over it.',
};

/** Returns what is known of a change, with a button that goes to it. */
export function renderChangeDetail(
  change: LoggedChange,
  place: ChangePlace,
  onGo: () => void,
): TemplateResult {
  const name = changeName(change);
  const shown = change.patches.slice(0, SHOWN_PATCHES);
  const left = change.patches.length - shown.length;
  return html`
    <section class="detail" tabindex="0" aria-label="Details of ${name}">
      <div class="head">
        <h3>${name}</h3>
        ${
          place.index === null
            ? nothing
            : html`<button
                class="button"
                type="button"
                title="Undo or redo to here (Enter in the list)"
                @click=${onGo}
              >
                Go here
              </button>`
        }
      </div>
      <p class="muted">
        By ${originName(change)}, ${timeOf(change)}, ${patchCount(change)}.
        ${STATUS_SENTENCES[place.status]}
      </p>
      <ul class="patches">
        ${shown.map((patch) => renderPatch(patch, change))}
      </ul>
      ${left > 0 ? html`<p class="muted">And ${left} more.</p>` : nothing}
    </section>
  `;
}

function renderPatch(patch: StatePatch, change: LoggedChange): TemplateResult {
  const path = patch.path.join('/');
  const before = change.inversePatches.find(
    (inverse) => inverse.path.join('/') === path,
  );
  return html`<li>
    <div class="path"><strong>${patch.op}</strong> ${placeOf(patch)}</div>
    ${
      patch.op === 'remove'
        ? nothing
        : html`<ls-value-tree name="now" .value=${patch.value}></ls-value-tree>`
    }
    ${
      before && before.op !== 'remove'
        ? html`<ls-value-tree
            name="before"
            .value=${before.value}
          ></ls-value-tree>`
        : nothing
    }
  </li>`;
}
