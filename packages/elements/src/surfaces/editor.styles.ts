/** Styles of what is around every tag of the labeling interface. */
export const editorStyles = `
:where(ls-annotation-host) .lsf-editor {
  display: block;
  box-sizing: border-box;
  min-inline-size: 0;
  font-family: var(--ls-font-family);
  font-size: var(--ls-font-size-medium);
  line-height: var(--ls-line-height);
  color: var(--ls-text);
  text-align: start;
}
:where(ls-annotation-host) :where([class^='lsf-']) {
  box-sizing: border-box;
}
:where(ls-annotation-host) .lsf-main-view__annotation {
  padding: var(--ls-space-4);
}
:where(ls-annotation-host) .lsf-main-view__infobar {
  padding: 0 var(--ls-space-4) var(--ls-space-2);
  font-size: var(--ls-font-size-small);
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) [class^='lsf-'][hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-visually-hidden {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
  border: 0;
}
:where(ls-annotation-host) .lsf-button {
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-inline-size: var(--ls-target-size);
  min-block-size: var(--ls-target-size);
  padding: 0 var(--ls-space-3);
  margin: 0;
  font: inherit;
  font-size: var(--ls-font-size);
  font-weight: 500;
  color: var(--ls-text);
  cursor: pointer;
  background: var(--ls-surface);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius);
  transition: background var(--ls-duration);
}
:where(ls-annotation-host) .lsf-button:where(:hover) {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host) .lsf-button:where(:disabled, [aria-disabled="true"]) {
  cursor: default;
  opacity: 0.5;
}
:where(ls-annotation-host) .lsf-button_icon {
  padding: 0;
  color: var(--ls-text-muted);
  background: transparent;
  border-color: transparent;
}
:where(ls-annotation-host) .lsf-input {
  min-block-size: var(--ls-target-size);
  padding: var(--ls-space-1) var(--ls-space-2);
  margin: 0;
  font: inherit;
  font-size: var(--ls-font-size-medium);
  color: var(--ls-text);
  background: var(--ls-surface);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-input::placeholder {
  color: var(--ls-text-muted);
  opacity: 1;
}
:where(ls-annotation-host) .lsf-input:where(:disabled) {
  color: var(--ls-text-muted);
  cursor: default;
  background: var(--ls-surface-raised);
  border-color: var(--ls-border);
  opacity: 1;
}
:where(ls-annotation-host) .lsf-input[aria-invalid='true'] {
  border-color: var(--ls-danger);
}
:where(ls-annotation-host) .lsf-problem {
  order: 1;
  margin-block-start: var(--ls-space-1);
  font-size: var(--ls-font-size);
  color: var(--ls-danger);
}
:where(ls-annotation-host) .lsf-problem_elsewhere {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-1) var(--ls-space-3);
  align-items: center;
}
:where(ls-annotation-host) .lsf-hotkey {
  flex: none;
  font-size: 0.6875rem;
  font-weight: 500;
  line-height: 1;
  color: var(--ls-text-muted);
}
:where(ls-annotation-host .lsf-editor) :where(button, input, select, textarea, [tabindex]):focus-visible {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 1px;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) :is(.lsf-button, .lsf-input):where(:disabled) {
    color: GrayText;
    border-color: GrayText;
    opacity: 1;
  }
}
@media (prefers-reduced-motion: reduce) {
  :where(ls-annotation-host) [class^='lsf-'] {
    transition: none;
  }
}
`;
