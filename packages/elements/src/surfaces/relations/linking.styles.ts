/** Styles of the line that says that regions are being linked. */
export const linkingStyles = `
:where(ls-annotation-host) .lsf-linking {
  position: sticky;
  inset-block-end: var(--ls-space-2);
  z-index: 2;
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-2);
  align-items: center;
  justify-content: space-between;
  padding: var(--ls-space-2) var(--ls-space-3);
  margin: var(--ls-space-2);
  font-size: var(--ls-font-size);
  color: var(--ls-text);
  background: var(--ls-surface-selected);
  border: 1px solid var(--ls-accent);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-linking__words {
  flex: 1 1 12rem;
  min-inline-size: 0;
  overflow-wrap: anywhere;
}
`;
