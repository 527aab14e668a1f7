/** Styles of panels that open and close. */
export const collapseStyles = `
:where(ls-annotation-host) .lsf-collapse {
  margin-block: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-collapse_bordered {
  overflow: clip;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-collapse__panel + .lsf-collapse__panel {
  border-block-start: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-collapse__header {
  display: flex;
  gap: var(--ls-space-2);
  align-items: center;
  min-block-size: calc(var(--ls-target-size) + var(--ls-space-2));
  padding-inline: var(--ls-space-2);
  font-weight: 500;
  cursor: pointer;
  list-style: none;
  user-select: none;
}
:where(ls-annotation-host) .lsf-collapse__header::-webkit-details-marker {
  display: none;
}
:where(ls-annotation-host) .lsf-collapse__header:where(:hover) {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host .lsf-editor) .lsf-collapse__header:focus-visible {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: -2px;
}
:where(ls-annotation-host) .lsf-collapse_bordered .lsf-collapse__header {
  background: var(--ls-surface-raised);
}
:where(ls-annotation-host) .lsf-collapse__header .lsf-icon {
  color: var(--ls-text-muted);
  transition: rotate var(--ls-duration);
}
:where(ls-annotation-host) .lsf-collapse__header:dir(rtl) .lsf-icon {
  rotate: 180deg;
}
:where(ls-annotation-host) .lsf-collapse__panel[open] > .lsf-collapse__header .lsf-icon {
  rotate: 90deg;
}
:where(ls-annotation-host) .lsf-collapse__content {
  padding: var(--ls-space-2) var(--ls-space-3) var(--ls-space-3);
}
`;
