/** Styles of text areas. */
export const textAreaStyles = `
:where(ls-annotation-host) .lsf-text-area__label {
  display: block;
  margin-block-end: var(--ls-space-1);
  font-size: var(--ls-font-size);
  font-weight: 500;
}
:where(ls-annotation-host) .lsf-text-area__form {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-2);
  align-items: flex-start;
  margin: 0;
}
:where(ls-annotation-host) .lsf-text-area__editor {
  flex: 1 1 12rem;
  min-inline-size: 0;
  resize: vertical;
}
:where(ls-annotation-host) .lsf-text-area__shortcuts {
  display: flex;
  flex: 1 1 100%;
  flex-wrap: wrap;
  gap: var(--ls-space-1);
}
:where(ls-annotation-host) .lsf-text-area__line {
  display: flex;
  gap: var(--ls-space-1);
  align-items: center;
  padding-inline-start: var(--ls-space-2);
  margin-block-start: var(--ls-space-1);
  background: var(--ls-surface-raised);
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-text-area__text {
  flex: 1;
  min-inline-size: 0;
  padding-block: var(--ls-space-1);
  overflow-wrap: anywhere;
  white-space: pre-wrap;
}
:where(ls-annotation-host) .lsf-control_readonly .lsf-text-area__add,
:where(ls-annotation-host) .lsf-control_readonly .lsf-text-area__form:has(+ .lsf-text-area__lines > *) {
  display: none;
}
`;
