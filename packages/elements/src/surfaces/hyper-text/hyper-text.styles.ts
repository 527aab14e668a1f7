/**
 * Styles of documents.
 *
 * `contain` keeps what a document positions, floats or counts inside it.
 */
export const hyperTextStyles = `
:where(ls-annotation-host) .lsf-hypertext {
  overflow: auto;
  padding-block-start: var(--ls-space-3);
  contain: layout paint style;
}
:where(ls-annotation-host) .lsf-hypertext_page {
  padding: var(--ls-space-4);
  color: #1c2128;
  color-scheme: light;
  background: #ffffff;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-hypertext__container {
  line-height: 1.6;
  overflow-wrap: break-word;
  white-space: normal;
}
:where(ls-annotation-host) .lsf-hypertext :where(a) {
  cursor: inherit;
}
:where(ls-annotation-host) .lsf-hypertext :where(img, video, svg) {
  max-inline-size: 100%;
}
`;
