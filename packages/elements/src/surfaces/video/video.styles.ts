/** Styles of the video surface. */
export const videoStyles = `
:where(ls-annotation-host) .lsf-video {
  display: flex;
  flex-direction: column;
  gap: 8px;
  position: relative;
  min-inline-size: 0;
}
:where(ls-annotation-host) .lsf-video [hidden] {
  display: none !important;
}
:where(ls-annotation-host) .lsf-video__stage {
  background: #000;
  margin-inline: auto;
}
:where(ls-annotation-host) .lsf-video__picture {
  position: absolute;
  inset-block-start: 0;
  left: 0;
  max-inline-size: none;
  max-block-size: none;
  object-fit: fill;
  transform-origin: 0 0;
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-video__frame {
  display: inline-flex;
  align-items: center;
  gap: 4px;
  color: var(--ls-text-muted);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
}
:where(ls-annotation-host) .lsf-video__frame input {
  inline-size: 7ch;
  min-block-size: var(--ls-target-size);
  padding: 0 4px;
  margin: 0;
  font: inherit;
  color: var(--ls-text);
  background: var(--ls-surface);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-timeline {
  direction: ltr;
  position: relative;
  overflow: hidden auto;
  inline-size: 100%;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  background: var(--ls-surface);
  user-select: none;
  -webkit-user-select: none;
  touch-action: pan-y;
}
:where(ls-annotation-host) .lsf-timeline:focus-visible {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 2px;
}
:where(ls-annotation-host) .lsf-timeline__canvas {
  position: sticky;
  inset-block-start: 0;
  display: block;
  color: var(--ls-text);
  caret-color: var(--ls-text-muted);
  outline-color: var(--ls-accent);
  column-rule-color: var(--ls-border);
  text-decoration-color: var(--ls-surface-selected);
  background: var(--ls-surface);
  pointer-events: none;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-timeline__canvas {
    caret-color: CanvasText;
    outline-color: Highlight;
    column-rule-color: CanvasText;
    text-decoration-color: Canvas;
    background: Canvas;
  }
}
`;
