/** Styles of taxonomies, and of what opens in the top layer. */
export const taxonomyStyles = `
:where(ls-annotation-host) .lsf-popup {
  position: fixed;
  inset: auto;
  padding: 0;
  margin: 0;
  overflow: hidden;
  color: var(--ls-text);
  background: var(--ls-surface);
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  box-shadow: 0 8px 24px var(--ls-shadow);
  opacity: 0;
}
:where(ls-annotation-host) .lsf-popup_placed {
  opacity: 1;
}
:where(ls-annotation-host) .lsf-taxonomy__field {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-1);
  align-items: center;
  max-inline-size: 36rem;
  padding: 3px;
  background: var(--ls-surface);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-control_invalid .lsf-taxonomy__field {
  border-color: var(--ls-danger);
}
:where(ls-annotation-host) .lsf-control_required.lsf-taxonomy:not(.lsf-control_invalid)::before {
  display: block;
  font-size: var(--ls-font-size-small);
  line-height: var(--ls-line-height);
  color: var(--ls-text-muted);
  content: 'Required';
}
:where(ls-annotation-host) .lsf-taxonomy__chips {
  display: contents;
  list-style: none;
}
:where(ls-annotation-host) .lsf-taxonomy__chips[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-taxonomy__chip {
  display: inline-flex;
  align-items: center;
  min-inline-size: 0;
  max-inline-size: 100%;
  min-block-size: var(--ls-target-size);
  padding-inline: var(--ls-space-2);
  font-size: var(--ls-font-size);
  background: var(--ls-surface-selected);
  border: 1px solid transparent;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-taxonomy__chip:has(button) {
  padding-inline-end: 0;
}
:where(ls-annotation-host) .lsf-taxonomy__chip-text {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
:where(ls-annotation-host) .lsf-taxonomy__remove {
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  inline-size: var(--ls-target-size);
  block-size: var(--ls-target-size);
  padding: 0;
  margin: 0;
  color: var(--ls-text-muted);
  cursor: pointer;
  background: transparent;
  border: 0;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-taxonomy__remove:where(:hover) {
  color: var(--ls-text);
}
:where(ls-annotation-host) .lsf-taxonomy__remove .lsf-icon {
  inline-size: 0.75rem;
  block-size: 0.75rem;
}
:where(ls-annotation-host) .lsf-taxonomy__button {
  display: inline-flex;
  flex: 1 1 8rem;
  gap: var(--ls-space-2);
  align-items: center;
  justify-content: space-between;
  min-inline-size: 0;
  min-block-size: var(--ls-target-size);
  padding: 0 var(--ls-space-2);
  margin: 0;
  font: inherit;
  font-size: var(--ls-font-size-medium);
  color: var(--ls-text-muted);
  text-align: start;
  cursor: pointer;
  background: transparent;
  border: 0;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-taxonomy__button:where(:hover:not(:disabled)) {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host) .lsf-taxonomy__button:where(:disabled) {
  cursor: default;
}
:where(ls-annotation-host) .lsf-taxonomy__prompt {
  overflow: hidden;
  unicode-bidi: plaintext;
  text-overflow: ellipsis;
  white-space: nowrap;
}
:where(ls-annotation-host) .lsf-taxonomy__panel {
  flex-direction: column;
  inline-size: 24rem;
  max-inline-size: calc(100vw - 1rem);
}
:where(ls-annotation-host) .lsf-taxonomy__panel:popover-open {
  display: flex;
}
:where(ls-annotation-host) .lsf-taxonomy__search {
  flex: none;
  margin: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-taxonomy__tree {
  flex: 0 1 auto;
  max-block-size: 20rem;
  min-block-size: calc(2 * var(--ls-target-size));
  overflow: hidden auto;
  overscroll-behavior: contain;
  border-block-start: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-taxonomy__tree[hidden] {
  display: none;
}
:where(ls-annotation-host .lsf-editor) .lsf-taxonomy__tree:focus-visible {
  outline: none;
}
:where(ls-annotation-host .lsf-editor) .lsf-taxonomy__tree:focus-visible .lsf-taxonomy__row_active {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: -2px;
}
:where(ls-annotation-host) .lsf-taxonomy__space {
  position: relative;
}
:where(ls-annotation-host) .lsf-taxonomy__row {
  position: absolute;
  inset-inline: 0;
  display: flex;
  gap: var(--ls-space-1);
  align-items: center;
  block-size: calc(var(--ls-target-size) + 4px);
  padding-inline: calc(var(--ls-space-1) + var(--_depth) * 1.25rem) var(--ls-space-2);
  font-size: var(--ls-font-size-medium);
  cursor: pointer;
  user-select: none;
}
:where(ls-annotation-host) .lsf-taxonomy__row:where(:hover) {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host) .lsf-taxonomy__tree:focus .lsf-taxonomy__row_active {
  background: var(--ls-surface-selected);
}
:where(ls-annotation-host) .lsf-taxonomy__row[aria-disabled] {
  color: var(--ls-text-muted);
  cursor: default;
}
:where(ls-annotation-host) .lsf-taxonomy__toggle,
:where(ls-annotation-host) .lsf-taxonomy__bend {
  display: inline-flex;
  flex: none;
  align-items: center;
  justify-content: center;
  inline-size: 1.5rem;
  block-size: 100%;
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-taxonomy__toggle .lsf-icon {
  transition: rotate var(--ls-duration);
}
:where(ls-annotation-host) .lsf-taxonomy__toggle:dir(rtl) .lsf-icon {
  rotate: 180deg;
}
:where(ls-annotation-host) .lsf-taxonomy__row_open .lsf-taxonomy__toggle .lsf-icon {
  rotate: 90deg;
}
:where(ls-annotation-host) .lsf-taxonomy__box {
  position: relative;
  flex: none;
  inline-size: 1rem;
  block-size: 1rem;
  background: var(--ls-surface);
  margin-inline-end: var(--ls-space-1);
  border: 1px solid var(--ls-border-strong);
  border-radius: 3px;
}
:where(ls-annotation-host) [aria-checked='true'] > .lsf-taxonomy__box {
  background: var(--ls-accent);
  border-color: var(--ls-accent);
}
:where(ls-annotation-host) [aria-checked='true'] > .lsf-taxonomy__box::after {
  position: absolute;
  inset-block-start: 1px;
  inset-inline-start: 4px;
  inline-size: 0.3rem;
  block-size: 0.55rem;
  content: '';
  border: solid var(--ls-on-accent);
  border-width: 0 2px 2px 0;
  rotate: 45deg;
}
:where(ls-annotation-host) [aria-checked='mixed'] > .lsf-taxonomy__box::after {
  position: absolute;
  inset: 3px;
  content: '';
  background: var(--ls-accent);
  border-radius: 1px;
}
:where(ls-annotation-host) [aria-disabled] > .lsf-taxonomy__box {
  opacity: 0.5;
}
:where(ls-annotation-host) .lsf-taxonomy__text {
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
}
:where(ls-annotation-host) .lsf-taxonomy__note {
  display: flex;
  flex: none;
  gap: var(--ls-space-2);
  align-items: center;
  padding: var(--ls-space-2) var(--ls-space-3);
  font-size: var(--ls-font-size);
  color: var(--ls-text-muted);
  border-block-start: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-taxonomy__note[hidden] {
  display: none;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-taxonomy__chip {
    border-color: CanvasText;
  }
  :where(ls-annotation-host) [aria-checked='true'] > .lsf-taxonomy__box,
  :where(ls-annotation-host) [aria-checked='mixed'] > .lsf-taxonomy__box::after {
    forced-color-adjust: none;
    background: Highlight;
    border-color: Highlight;
  }
  :where(ls-annotation-host) [aria-checked='true'] > .lsf-taxonomy__box::after {
    border-color: HighlightText;
  }
  :where(ls-annotation-host) .lsf-taxonomy__tree:focus .lsf-taxonomy__row_active {
    outline: 2px solid Highlight;
    outline-offset: -2px;
  }
}
`;
