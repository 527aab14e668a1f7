/** Styles of what says that something loads, or could not be loaded. */
export const statusStyles = `
:where(ls-annotation-host) .lsf-status {
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 8px;
  min-block-size: 96px;
  padding: 16px;
  overflow: auto;
  text-align: center;
  color: var(--ls-text-muted);
  font-size: var(--ls-font-size-medium);
  background: var(--ls-surface-raised);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-status p {
  margin: 0;
}
:where(ls-annotation-host) .lsf-status[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-status code {
  max-inline-size: 100%;
  overflow-wrap: anywhere;
  font-size: var(--ls-font-size-small);
}
:where(ls-annotation-host) .lsf-status[role='alert'] p {
  color: var(--ls-danger);
}
`;
