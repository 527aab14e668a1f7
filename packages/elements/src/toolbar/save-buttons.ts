import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import type {AnnotationState} from '@ls-annotation/core';
import type {LabelingSession} from '@ls-annotation/lsi';

import {hostHotkeyKeys} from '../host/host-hotkeys.js';
import {toAriaKeyShortcuts} from '../hotkeys/key-chord.js';

import {customButtonsAt, renderCustomButton} from './custom-buttons.js';
import {shortcutText} from './shortcut-text.js';

/** What the buttons that save are drawn from. */
export interface SaveButtonsView {
  /** The session that they act on. */
  readonly session: LabelingSession;
  /** The annotation on display. */
  readonly annotation: AnnotationState | undefined;
  /** Tells whether a part of the frontend is on. */
  readonly has: (name: string) => boolean;
}

/** Draws what saves, skips and reviews, and what the page puts among it. */
export function renderSaveButtons(
  view: SaveButtonsView,
): TemplateResult | typeof nothing {
  const {annotation, has} = view;
  if (annotation?.info.type !== 'annotation') return nothing;
  const {skipped} = annotation.info;
  const skip = has('skip') ? [skipped ? 'unskip' : 'skip'] : [];
  const review = has('review') ? ['reject', 'accept'] : [];
  const own = [...skip, ...review, 'submit'];
  return html`<div class="save">
    ${renderAt(view, '_before', [])} ${renderAt(view, '_replace', own)}
    ${renderAt(view, '_after', [])}
  </div>`;
}

/** What the page puts at a place goes before what is there by itself. */
function renderAt(
  view: SaveButtonsView,
  place: string,
  own: readonly string[],
): readonly unknown[] {
  const {session} = view;
  const custom = customButtonsAt(session, place);
  const wanted = custom.length > 0 ? custom : own;
  return wanted.map((entry) =>
    typeof entry === 'string'
      ? renderOwn(view, entry)
      : renderCustomButton(session, entry),
  );
}

function renderOwn(view: SaveButtonsView, name: string): unknown {
  const {session} = view;
  const [instead] = customButtonsAt(session, name);
  if (typeof instead === 'object') return renderCustomButton(session, instead);
  switch (name) {
    case 'skip':
      return renderText(session, 'Skip', 'skip-task', () => session.skip({}));
    case 'unskip':
      return renderText(session, 'Cancel skip', 'cancel-skip', () =>
        session.htx.unskipTask(),
      );
    case 'reject':
      return renderText(session, 'Reject', 'reject-annotation', () =>
        session.reject({}),
      );
    case 'accept':
      return renderText(session, 'Accept', 'accept-annotation', () =>
        session.accept(),
      );
    case 'submit':
    case 'update':
      return renderSubmit(view);
    default:
      return nothing;
  }
}

function renderSubmit({
  session,
  has,
}: SaveButtonsView): TemplateResult | typeof nothing {
  const isUpdate = session.scope?.annotation.exists ?? false;
  if (!has(isUpdate ? 'update' : 'submit')) return nothing;
  const label = isUpdate ? 'Update' : 'Submit';
  const keys = hostHotkeyKeys(session, 'submit');
  return html`<button
    class="button primary tooltip-end"
    part="submit"
    type="button"
    name="submit"
    aria-label="${label} current annotation"
    aria-keyshortcuts=${toAriaKeyShortcuts(keys)}
    data-tooltip="${label} (${shortcutText(keys)})"
    aria-disabled=${session.flags.isSubmitting}
    @click=${() => {
      void session.submit();
    }}
  >
    ${label}
  </button>`;
}

/** What would begin a save while another is under way does nothing. */
function renderText(
  session: LabelingSession,
  text: string,
  label: string,
  act: () => Promise<unknown>,
): TemplateResult {
  return html`<button
    class="button"
    part="button"
    type="button"
    aria-label=${label}
    aria-disabled=${session.flags.isSubmitting}
    @click=${() => {
      void act();
    }}
  >
    ${text}
  </button>`;
}
