/** Styles of dates and times. */
export const dateTimeStyles = `
:where(ls-annotation-host) .lsf-date-time {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-1) var(--ls-space-2);
  align-items: center;
}
:where(ls-annotation-host) .lsf-date-time > .lsf-input {
  max-inline-size: 100%;
  block-size: calc(var(--ls-target-size) + 6px);
  font-variant-numeric: tabular-nums;
}
:where(ls-annotation-host) .lsf-date-time__clear[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-date-time > .lsf-problem {
  flex: 1 1 100%;
  margin: 0;
}
:where(ls-annotation-host) .lsf-control_required.lsf-date-time:not(.lsf-control_invalid)::after {
  font-size: var(--ls-font-size-small);
  line-height: var(--ls-line-height);
  color: var(--ls-text-muted);
  content: 'Required';
}
`;
