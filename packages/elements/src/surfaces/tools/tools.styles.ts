/** Styles of the toolbars of surfaces, and of the buttons in them. */
export const toolsStyles = `
:where(ls-annotation-host) .lsf-toolbar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  font-size: var(--ls-font-size);
}
:where(ls-annotation-host) .lsf-tools {
  display: inline-flex;
  align-items: center;
  gap: 2px;
  padding: 2px;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  background: var(--ls-surface-raised);
}
:where(ls-annotation-host) .lsf-tool {
  appearance: none;
  display: inline-grid;
  place-items: center;
  min-inline-size: var(--ls-target-size);
  min-block-size: var(--ls-target-size);
  margin: 0;
  padding: 0;
  border: 1px solid transparent;
  border-radius: var(--ls-radius-small);
  background: none;
  color: var(--ls-text);
  font: inherit;
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-tool:hover:enabled {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host) .lsf-tool:disabled {
  opacity: 0.45;
  cursor: default;
}
:where(ls-annotation-host) .lsf-tool[aria-pressed='true'] {
  border-color: var(--ls-accent);
  background: var(--ls-surface-selected);
  color: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-tool:focus-visible {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 2px;
}
:where(ls-annotation-host) .lsf-tool_main {
  color: var(--ls-on-accent);
  background: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-tool_main:hover:enabled {
  background: var(--ls-accent-hover);
}
:where(ls-annotation-host) .lsf-tool_main .lsf-icon {
  fill: currentcolor;
}
@media (forced-colors: active) {
  /* What is transparent has a colour there, and their bar has a border. */
  :where(ls-annotation-host) .lsf-tools .lsf-tool {
    border-color: Canvas;
  }
  :where(ls-annotation-host) .lsf-tool_main {
    border-color: ButtonText;
  }
  :where(ls-annotation-host) .lsf-tool:disabled {
    color: GrayText;
    opacity: 1;
  }
  :where(ls-annotation-host) .lsf-tool[aria-pressed='true'] {
    outline: 2px solid Highlight;
    outline-offset: -2px;
  }
}
`;
