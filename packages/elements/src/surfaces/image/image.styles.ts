/** Styles of images and of what is drawn on them. */
export const imageStyles = `
:where(ls-annotation-host) .lsf-image {
  display: flex;
  flex-direction: column;
  gap: 8px;
  position: relative;
  min-inline-size: 0;
}
:where(ls-annotation-host) .lsf-image [hidden] {
  display: none !important;
}
:where(ls-annotation-host) .lsf-image__retry:focus-visible,
:where(ls-annotation-host) .lsf-image__slider input:focus-visible,
:where(ls-annotation-host) .lsf-image__stage:focus-visible {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 2px;
}
:where(ls-annotation-host) .lsf-image__zoom-level {
  min-inline-size: 5ch;
  text-align: center;
  color: var(--ls-text-muted);
  font-variant-numeric: tabular-nums;
}
:where(ls-annotation-host) .lsf-image__slider {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-image__slider input {
  inline-size: 96px;
  accent-color: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-image__stage {
  direction: ltr;
  position: relative;
  overflow: hidden;
  inline-size: 100%;
  min-block-size: 160px;
  border-radius: var(--ls-radius);
  background: var(--ls-surface-raised);
  user-select: none;
  -webkit-user-select: none;
  touch-action: pan-x pan-y;
}
:where(ls-annotation-host) .lsf-image__stage_ready {
  min-block-size: 0;
}
:where(ls-annotation-host) .lsf-image__stage_busy {
  touch-action: none;
}
:where(ls-annotation-host) .lsf-image:has(.lsf-image__regions:focus-visible) .lsf-image__stage {
  outline: 2px solid var(--ls-focus-ring);
  outline-offset: 2px;
}
:where(ls-annotation-host) .lsf-image__picture {
  position: absolute;
  inset-block-start: 0;
  left: 0;
  max-inline-size: none;
  max-block-size: none;
  transform-origin: 0 0;
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-image__grid,
:where(ls-annotation-host) .lsf-image__handles {
  position: absolute;
  inset: 0;
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-image__grid {
  background-image:
    linear-gradient(to right, var(--_grid-color, #eeeef4) 1px, transparent 1px),
    linear-gradient(to bottom, var(--_grid-color, #eeeef4) 1px, transparent 1px);
  background-size: var(--_grid-size, 30px) var(--_grid-size, 30px);
}
:where(ls-annotation-host) .lsf-image__canvas {
  position: absolute;
  inset-block-start: 0;
  left: 0;
  color: var(--ls-accent);
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-image__handle {
  position: absolute;
  inset-block-start: -5px;
  left: -5px;
  box-sizing: border-box;
  inline-size: 10px;
  block-size: 10px;
  border: 1.5px solid var(--ls-accent);
  border-radius: 2px;
  background: #fff;
  pointer-events: auto;
  touch-action: none;
}
:where(ls-annotation-host) .lsf-image__handle_rotate {
  border-radius: 50%;
  background: var(--ls-accent);
  border-color: #fff;
}
:where(ls-annotation-host) .lsf-image__handle::before {
  content: '';
  position: absolute;
  inset: -6px;
}
:where(ls-annotation-host) .lsf-image__status {
  position: absolute;
  inset: 0;
  display: flex;
  flex-direction: column;
  align-items: center;
  justify-content: center;
  gap: 8px;
  padding: 16px;
  overflow: auto;
  text-align: center;
  color: var(--ls-text-muted);
  font-size: var(--ls-font-size-medium);
}
:where(ls-annotation-host) .lsf-image__status p {
  margin: 0;
}
:where(ls-annotation-host) .lsf-image__status code {
  max-inline-size: 100%;
  overflow-wrap: anywhere;
  font-size: var(--ls-font-size-small);
  user-select: text;
  -webkit-user-select: text;
}
:where(ls-annotation-host) .lsf-image__status[role='alert'] p {
  color: var(--ls-danger);
}
:where(ls-annotation-host) .lsf-image__retry {
  min-block-size: var(--ls-target-size);
  padding: 0 12px;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  background: var(--ls-surface);
  color: var(--ls-text);
  font: inherit;
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-image__hint,
:where(ls-annotation-host) .lsf-image__regions {
  position: absolute;
  inline-size: 1px;
  block-size: 1px;
  margin: -1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
:where(ls-annotation-host) .lsf-image .lsf-pagination {
  display: flex;
  align-items: center;
  gap: 8px;
  color: var(--ls-text);
  font-size: var(--ls-font-size);
}
:where(ls-annotation-host) .lsf-image .lsf-pagination .lsf-tool {
  border-color: var(--ls-border);
}
:where(ls-annotation-host) .lsf-image .lsf-pagination .lsf-icon:dir(rtl) {
  transform: scaleX(-1);
}
@media (pointer: coarse) {
  :where(ls-annotation-host) .lsf-image__handle {
    inset-block-start: -7px;
    left: -7px;
    inline-size: 14px;
    block-size: 14px;
  }
  :where(ls-annotation-host) .lsf-image__handle::before {
    inset: -13px;
  }
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-image__stage {
    border: 1px solid CanvasText;
  }
  :where(ls-annotation-host) .lsf-image__handle {
    border-color: Highlight;
    background: Canvas;
  }
  :where(ls-annotation-host) .lsf-image__handle_rotate {
    background: Highlight;
  }
}
`;
