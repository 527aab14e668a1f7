/** Styles of tables. */
export const tableStyles = `
:where(ls-annotation-host) .lsf-table {
  max-inline-size: 100%;
  max-block-size: 30rem;
  margin-block: var(--ls-space-2);
  overflow: auto;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-table__table {
  inline-size: 100%;
  font-size: var(--ls-font-size-medium);
  color: inherit;
  border-spacing: 0;
}
:where(ls-annotation-host) .lsf-table__table :is(th, td) {
  padding: var(--ls-space-1) var(--ls-space-3);
  text-align: start;
  vertical-align: top;
  overflow-wrap: anywhere;
  border-block-end: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-table__table :is(tr:last-child > *) {
  border-block-end: 0;
}
:where(ls-annotation-host) .lsf-table__table thead th {
  position: sticky;
  inset-block-start: 0;
  font-weight: 600;
  background: var(--ls-surface-raised);
  border-block-end: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-table__table tbody th {
  font-weight: 500;
}
:where(ls-annotation-host) .lsf-table__note {
  margin: 0;
  padding: var(--ls-space-2) var(--ls-space-3);
  color: var(--ls-text-muted);
}
`;
