/** Styles of filters. */
export const filterStyles = `
:where(ls-annotation-host) .lsf-filter {
  display: block;
  inline-size: 16rem;
  max-inline-size: 100%;
  margin-block: var(--ls-space-2);
}
`;
