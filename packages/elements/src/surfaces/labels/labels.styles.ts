/** Styles of labels. */
export const labelsStyles = `
:where(ls-annotation-host) .lsf-labels {
  display: flex;
  flex-direction: column;
  gap: var(--ls-space-2);
  align-items: flex-start;
  margin-block: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-labels_inline {
  flex-flow: row wrap;
}
:where(ls-annotation-host) .lsf-label {
  display: inline-flex;
  gap: var(--ls-space-2);
  align-items: center;
  min-block-size: var(--ls-target-size);
  padding-inline: var(--ls-space-2);
  font-size: var(--ls-font-size);
  font-weight: 500;
  line-height: 1.25;
  color: var(--ls-text);
  cursor: pointer;
  user-select: none;
  background: color-mix(in srgb, var(--_color) 14%, var(--ls-surface));
  border: 1px solid color-mix(in srgb, var(--_color) 55%, var(--ls-surface));
  border-inline-start: 4px solid var(--_color);
  border-radius: var(--ls-radius-small);
  transition: background var(--ls-duration);
}
:where(ls-annotation-host) .lsf-label:where(:hover) {
  background: color-mix(in srgb, var(--_color) 26%, var(--ls-surface));
}
:where(ls-annotation-host) .lsf-label__hotkey {
  color: inherit;
  opacity: 0.85;
}
:where(ls-annotation-host) .lsf-label_selected,
:where(ls-annotation-host) .lsf-label_selected:where(:hover) {
  color: var(--_ink);
  background: var(--_color);
  border-color: var(--_color);
}
:where(ls-annotation-host) .lsf-labels[aria-disabled] .lsf-label {
  cursor: default;
  opacity: 0.6;
}
/* The colour of a label is what its regions are known by. */
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-label,
  :where(ls-annotation-host) .lsf-label:where(:hover) {
    color: ButtonText;
    background: ButtonFace;
    border-color: ButtonBorder;
    border-inline-start-color: var(--_color);
    forced-color-adjust: none;
  }
  :where(ls-annotation-host) .lsf-label_selected,
  :where(ls-annotation-host) .lsf-label_selected:where(:hover) {
    color: HighlightText;
    background: Highlight;
    border-block-color: Highlight;
    border-inline-end-color: Highlight;
  }
  :where(ls-annotation-host) .lsf-labels[aria-disabled] .lsf-label {
    color: GrayText;
    border-color: GrayText;
    opacity: 1;
  }
}
`;
