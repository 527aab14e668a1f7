/** Styles of headings in the labeling interface. */
export const headerStyles = `
:where(ls-annotation-host) .lsf-header {
  margin-block: var(--ls-space-4) var(--ls-space-2);
  margin-inline: 0;
  font-family: inherit;
  font-weight: 600;
  line-height: 1.35;
  color: inherit;
}
:where(ls-annotation-host) .lsf-header:first-child {
  margin-block-start: 0;
}
:where(ls-annotation-host) h1.lsf-header { font-size: 1.5rem; }
:where(ls-annotation-host) h2.lsf-header { font-size: 1.25rem; }
:where(ls-annotation-host) h3.lsf-header { font-size: 1.125rem; }
:where(ls-annotation-host) h4.lsf-header { font-size: var(--ls-font-size-large); }
:where(ls-annotation-host) h5.lsf-header { font-size: var(--ls-font-size-medium); }
:where(ls-annotation-host) h6.lsf-header {
  font-size: var(--ls-font-size);
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-header_underline {
  padding-block-end: var(--ls-space-1);
  border-block-end: 1px solid var(--ls-border);
}
`;
