/** Styles of the audio surface. */
export const audioStyles = `
:where(ls-annotation-host) .lsf-audio {
  display: flex;
  flex-direction: column;
  gap: 8px;
  position: relative;
  min-inline-size: 0;
}
:where(ls-annotation-host) .lsf-audio__view {
  display: flex;
  flex-direction: column;
  min-inline-size: 0;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  background: var(--ls-surface-raised);
}
:where(ls-annotation-host) .lsf-audio__view[hidden],
:where(ls-annotation-host) .lsf-audio__note[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-ruler {
  display: block;
  inline-size: 100%;
  block-size: 20px;
  color: var(--ls-text-muted);
  touch-action: none;
  cursor: ew-resize;
}
:where(ls-annotation-host) .lsf-audio__stage {
  background: var(--ls-surface);
  border-block: 1px solid var(--ls-border);
  border-radius: 0;
}
:where(ls-annotation-host) .lsf-audio__wave {
  isolation: isolate;
  pointer-events: none;
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-audio__overview-canvas {
  display: block;
  inline-size: 100%;
  block-size: 32px;
  color: var(--ls-text-muted);
  touch-action: none;
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-audio__note {
  margin: 0;
  color: var(--ls-text-muted);
  font-size: var(--ls-font-size-small);
}
`;
