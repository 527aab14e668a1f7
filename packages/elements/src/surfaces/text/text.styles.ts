/** Styles of text objects. */
export const textStyles = `
:where(ls-annotation-host) .lsf-richtext {
  position: relative;
  margin-block: var(--ls-space-3);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-richtext[tabindex]:focus-visible {
  outline-offset: 4px;
}
:where(ls-annotation-host) .lsf-richtext__container {
  font-size: var(--ls-font-size-large);
  line-height: 1.75;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
  tab-size: 4;
}
:where(ls-annotation-host) .lsf-richtext[role='textbox'] .lsf-richtext__container {
  cursor: text;
}
:where(ls-annotation-host) .lsf-richtext_pointing[role='textbox'] .lsf-richtext__container {
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-richtext__layer {
  position: absolute;
  inset: 0;
  overflow: visible;
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-richtext__caret {
  position: absolute;
  inline-size: 2px;
  margin-inline-start: -1px;
  background: var(--ls-text);
  animation: lsf-richtext-caret 1.1s steps(1) infinite;
}
@keyframes lsf-richtext-caret {
  50% { opacity: 0; }
}
:where(ls-annotation-host) .lsf-richtext__mark {
  position: absolute;
  max-inline-size: 16rem;
  padding: 0 var(--ls-space-1);
  overflow: hidden;
  font-size: 0.6875rem;
  font-weight: 600;
  line-height: 1.4;
  text-overflow: ellipsis;
  white-space: nowrap;
  border-radius: var(--ls-radius-small);
  translate: 0 -100%;
}
:where(ls-annotation-host) .lsf-richtext__mark_cut {
  padding-inline: 3px;
  text-overflow: clip;
}
:where(ls-annotation-host) .lsf-richtext__mark_cut .lsf-richtext__mark-was {
  display: none;
}
:where(ls-annotation-host) .lsf-richtext__mark_proposed {
  line-height: 1.25;
  outline: 1px dashed var(--ls-text);
  outline-offset: -1px;
}
:where(ls-annotation-host) .lsf-richtext__box {
  position: absolute;
  background: color-mix(in srgb, var(--_color) 32%, transparent);
  border-block-end: 2px solid var(--_color);
}
:where(ls-annotation-host) .lsf-richtext__box_selected {
  outline: 2px solid var(--_color);
}
:where(ls-annotation-host) .lsf-richtext__box_coming {
  background: color-mix(in srgb, var(--_color) 12%, transparent);
  border-block-end-style: dashed;
}
:where(ls-annotation-host) .lsf-richtext__box_leaving {
  background: none;
  border: 0;
}
:where(ls-annotation-host) .lsf-richtext__box_leaving::after {
  position: absolute;
  inset: calc(50% - 1px) 0 auto;
  content: '';
  border-block-start: 2px solid var(--ls-text);
}
:where(ls-annotation-host) .lsf-richtext__label-button {
  position: fixed;
  inset: auto;
  max-inline-size: calc(100vw - 2 * var(--ls-space-2));
  margin: 0;
  overflow: hidden;
  font-weight: 600;
  color: var(--ls-on-accent);
  text-overflow: ellipsis;
  white-space: nowrap;
  user-select: none;
  background: var(--ls-accent);
  border-color: var(--ls-accent);
  box-shadow: 0 2px 8px var(--ls-shadow);
}
@media (prefers-reduced-motion: reduce) {
  :where(ls-annotation-host) .lsf-richtext__caret {
    animation: none;
  }
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-richtext__caret {
    forced-color-adjust: none;
    background: CanvasText;
  }
  :where(ls-annotation-host) .lsf-richtext__label-button {
    forced-color-adjust: none;
  }
  :where(ls-annotation-host) .lsf-richtext__mark {
    border: 1px solid CanvasText;
  }
}
`;
