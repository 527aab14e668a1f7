/** Styles of notices in the labeling interface. */
export const noticeStyles = `
:where(ls-annotation-host) .lsf-notice {
  margin-block: var(--ls-space-2);
  padding: var(--ls-space-2) var(--ls-space-3);
  font-size: var(--ls-font-size);
  color: var(--ls-text-muted);
  background: var(--ls-surface-raised);
  border: 1px dashed var(--ls-border-strong);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-notice__tag {
  font-family: var(--ls-font-family-mono);
  color: var(--ls-text);
}
`;
