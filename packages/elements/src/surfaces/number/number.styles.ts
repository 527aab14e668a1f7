/** Styles of numbers. */
export const numberStyles = `
:where(ls-annotation-host) .lsf-number {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-2);
  align-items: center;
}
:where(ls-annotation-host) .lsf-number > .lsf-problem {
  flex-basis: 100%;
  margin: 0;
}
:where(ls-annotation-host) .lsf-number__input {
  inline-size: 10rem;
}
:where(ls-annotation-host) .lsf-number_proposed .lsf-number__input {
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-number__slider {
  inline-size: 14rem;
  min-block-size: var(--ls-target-size);
  margin: 0;
  accent-color: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-number__output {
  min-inline-size: 3ch;
  font-variant-numeric: tabular-nums;
}
`;
