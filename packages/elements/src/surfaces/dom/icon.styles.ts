/** Styles of icons. */
export const iconStyles = `
:where(ls-annotation-host) .lsf-icon {
  flex: none;
  inline-size: 1rem;
  block-size: 1rem;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
`;
