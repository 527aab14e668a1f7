/** Styles of strips. */
export const intervalStyles = `
:where(ls-annotation-host) .lsf-strip {
  direction: ltr;
  position: relative;
  overflow: hidden;
  inline-size: 100%;
  user-select: none;
  -webkit-user-select: none;
  touch-action: pan-y;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-strip:focus-visible,
:where(ls-annotation-host) :has(> .lsf-image__regions:focus-visible) .lsf-strip {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 2px;
}
:where(ls-annotation-host) .lsf-strip__canvas {
  position: absolute;
  inset-block-start: 0;
  left: 0;
  inline-size: 100%;
  block-size: 100%;
  color: var(--ls-accent);
  outline-color: var(--ls-surface);
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-strip__canvas_live {
  z-index: 1;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-strip {
    border: 1px solid CanvasText;
  }
}
`;
