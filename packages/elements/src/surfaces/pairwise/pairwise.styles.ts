/** Styles of comparisons. */
export const pairwiseStyles = `
:where(ls-annotation-host) .lsf-pairwise {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-1) var(--ls-space-4);
  align-items: center;
}
:where(ls-annotation-host) .lsf-pairwise > .lsf-problem {
  flex-basis: 100%;
  margin: 0;
}
:where(ls-annotation-host) .lsf-pairwise__object {
  padding: var(--ls-space-2);
  margin-block: var(--ls-space-2);
  cursor: pointer;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-pairwise__object:where(:hover) {
  border-color: var(--ls-border-strong);
}
:where(ls-annotation-host) .lsf-pairwise__object_chosen:where(:not([data-ls-styled])) {
  background: var(--ls-surface-selected);
  border-color: var(--ls-accent);
  box-shadow: inset 0 0 0 1px var(--ls-accent);
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-pairwise__object_chosen {
    outline: 2px solid Highlight;
  }
}
`;
