/** Styles of players' controls. */
export const mediaStyles = `
:where(ls-annotation-host) .lsf-media .lsf-tools {
  direction: ltr;
}
:where(ls-annotation-host) .lsf-media__time {
  color: var(--ls-text);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  direction: ltr;
}
:where(ls-annotation-host) .lsf-media__rate {
  min-block-size: var(--ls-target-size);
  padding: 0 4px;
  margin: 0;
  font: inherit;
  color: var(--ls-text);
  background: var(--ls-surface-raised);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-media__volume {
  inline-size: 72px;
  margin: 0 6px 0 2px;
  min-block-size: var(--ls-target-size);
  accent-color: var(--ls-accent);
}
`;
