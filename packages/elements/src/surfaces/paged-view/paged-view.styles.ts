/** Styles of pages. */
export const pagedViewStyles = `
:where(ls-annotation-host) .lsf-paged-view > .lsf-pagination {
  display: flex;
  gap: var(--ls-space-2);
  align-items: center;
  justify-content: center;
  padding-block: var(--ls-space-2);
  font-size: var(--ls-font-size);
  font-variant-numeric: tabular-nums;
  border-block-start: 1px solid var(--ls-border);
}
:where(ls-annotation-host) .lsf-paged-view > .lsf-pagination[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-paged-view > .lsf-pagination > .lsf-pagination__page-indicator {
  unicode-bidi: plaintext;
}
:where(ls-annotation-host) .lsf-pagination__button[aria-disabled] {
  cursor: default;
  opacity: 0.45;
}
:where(ls-annotation-host) .lsf-pagination__button:dir(rtl) .lsf-icon {
  scale: -1 1;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-pagination__button[aria-disabled] {
    color: GrayText;
    opacity: 1;
  }
}
`;
