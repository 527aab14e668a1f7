/** Styles of choices and of what all controls share. */
export const choicesStyles = `
:where(ls-annotation-host) .lsf-control {
  margin-block: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-choices {
  display: flex;
  flex-direction: column;
  gap: var(--ls-space-1);
  align-items: flex-start;
}
:where(ls-annotation-host) .lsf-choices_layout_inline {
  flex-flow: row wrap;
  gap: var(--ls-space-1) var(--ls-space-4);
  align-items: center;
}
:where(ls-annotation-host) .lsf-choice {
  display: inline-flex;
  gap: var(--ls-space-2);
  align-items: center;
  min-block-size: var(--ls-target-size);
  margin: 0;
  font-size: var(--ls-font-size-medium);
  font-weight: 400;
  color: var(--ls-text);
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-choice__input {
  flex: none;
  inline-size: 1rem;
  block-size: 1rem;
  margin: 0;
  accent-color: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-choice__children {
  display: flex;
  flex-direction: column;
  gap: var(--ls-space-1);
  padding-inline-start: var(--ls-space-6);
}
:where(ls-annotation-host) .lsf-choices__select {
  min-inline-size: 12rem;
  max-inline-size: 100%;
}
:where(ls-annotation-host) .lsf-control_readonly .lsf-choice {
  cursor: default;
}
:where(ls-annotation-host) .lsf-choices_layout_inline > .lsf-problem {
  flex-basis: 100%;
  margin: 0;
}
:where(ls-annotation-host) .lsf-control_required:is(.lsf-choices:not(.lsf-choices_layout_inline), .lsf-text-area)::before,
:where(ls-annotation-host) .lsf-control_required:is(.lsf-choices_layout_inline, .lsf-rating, .lsf-number)::after {
  display: block;
  font-size: var(--ls-font-size-small);
  line-height: var(--ls-line-height);
  color: var(--ls-text-muted);
  content: 'Required';
}
:where(ls-annotation-host) .lsf-control_required.lsf-control_invalid:is(.lsf-choices, .lsf-rating, .lsf-number, .lsf-text-area)::before,
:where(ls-annotation-host) .lsf-control_required.lsf-control_invalid:is(.lsf-choices, .lsf-rating, .lsf-number, .lsf-text-area)::after {
  content: none;
}
`;
