/** Styles of paragraphs. */
export const paragraphsStyles = `
:where(ls-annotation-host) .lsf-paragraphs {
  margin-block: var(--ls-space-3);
}
:where(ls-annotation-host) .lsf-paragraphs__filter {
  margin-block-end: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-paragraphs__author {
  max-inline-size: 100%;
}
:where(ls-annotation-host) .lsf-paragraphs__container {
  position: relative;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-paragraphs__container_scroll {
  max-block-size: max(12rem, 70vh);
  padding-inline: var(--ls-space-2);
  overflow-y: auto;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-paragraphs__container[tabindex]:focus-visible {
  outline-offset: 4px;
}
:where(ls-annotation-host) .lsf-paragraphs__phrase {
  padding-block: var(--ls-space-1);
  font-size: var(--ls-font-size-large);
  line-height: 1.75;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  tab-size: 4;
  contain-intrinsic-block-size: auto 3rem;
  content-visibility: auto;
}
:where(ls-annotation-host) .lsf-paragraphs__phrase[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-paragraphs__name {
  margin-inline-end: var(--ls-space-2);
  font-size: var(--ls-font-size);
  font-weight: 600;
  color: var(--ls-text-muted);
  user-select: none;
}
:where(ls-annotation-host) .lsf-paragraphs__name:empty {
  display: none;
}
:where(ls-annotation-host) .lsf-paragraphs_layout_dialogue .lsf-paragraphs__phrase {
  margin-block-end: var(--ls-space-2);
  padding: var(--ls-space-2) var(--ls-space-3);
  background: color-mix(in srgb, var(--_author) 7%, var(--ls-surface));
  border-inline-start: 3px solid var(--_author);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-paragraphs_layout_dialogue .lsf-paragraphs__name {
  display: block;
  margin: 0;
  color: var(--ls-text);
}
:where(ls-annotation-host) .lsf-paragraphs__container[role='textbox'] .lsf-paragraphs__text {
  cursor: text;
}
:where(ls-annotation-host) .lsf-richtext_pointing[role='textbox'] .lsf-paragraphs__text {
  cursor: pointer;
}
`;
