/** Styles of time series. */
export const timeSeriesStyles = `
:where(ls-annotation-host) .lsf-time-series {
  display: flex;
  flex-direction: column;
  gap: 8px;
  min-inline-size: 0;
}
:where(ls-annotation-host) .lsf-time-series__view {
  position: relative;
  display: grid;
  grid-template-columns: 52px minmax(0, 1fr) 16px;
  min-inline-size: 0;
  padding-block-end: 8px;
  direction: ltr;
  background: var(--ls-surface);
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  overflow: hidden;
}
:where(ls-annotation-host) .lsf-time-series__view_two-axes {
  grid-template-columns: 52px minmax(0, 1fr) 52px;
}
:where(ls-annotation-host) .lsf-time-series__view[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-time-series__axis {
  grid-row: 1;
  display: block;
  inline-size: 52px;
  block-size: 100%;
  color: var(--ls-text-muted);
}
:where(ls-annotation-host) .lsf-time-series__stage {
  grid-row: 1;
  grid-column: 2;
  border-radius: 0;
}
:where(ls-annotation-host) .lsf-strip.lsf-time-series__stage {
  outline-offset: -2px;
}
:where(ls-annotation-host) .lsf-time-series__plot {
  display: block;
  inline-size: 100%;
  color: var(--ls-border);
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-time-series__tracker {
  position: absolute;
  inset-block: 0;
  left: 0;
  inline-size: 1px;
  background: var(--ls-text-muted);
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-time-series__tracker[hidden] {
  display: none;
}
:where(ls-annotation-host) .lsf-time-series__legends {
  position: relative;
  z-index: 2;
  grid-row: 1;
  grid-column: 2;
  pointer-events: none;
}
:where(ls-annotation-host) .lsf-time-series__legend {
  position: absolute;
  inset-inline: 0;
  display: flex;
  flex-wrap: wrap;
  gap: 2px 6px;
  padding: 4px 6px;
}
:where(ls-annotation-host) .lsf-time-series__channel {
  display: inline-flex;
  align-items: center;
  gap: 6px;
  max-inline-size: 100%;
  padding: 1px 6px;
  color: var(--ls-text);
  font-size: var(--ls-font-size-small);
  line-height: 1.4;
  background: color-mix(in srgb, var(--ls-surface) 86%, transparent);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-time-series__swatch {
  flex: none;
  inline-size: 10px;
  block-size: 3px;
  border-radius: 2px;
  forced-color-adjust: none;
}
:where(ls-annotation-host) .lsf-time-series__name {
  min-inline-size: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
  font-weight: 600;
}
:where(ls-annotation-host) .lsf-time-series__value {
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
}
:where(ls-annotation-host) .lsf-time-series__note:not(:empty) {
  color: var(--ls-danger);
}
:where(ls-annotation-host) .lsf-time-series__view .lsf-ruler {
  grid-row: 2;
  grid-column: 2;
  display: block;
  inline-size: 100%;
  block-size: 20px;
  color: var(--ls-text-muted);
  touch-action: none;
  cursor: ew-resize;
}
:where(ls-annotation-host) .lsf-time-series__overview {
  grid-row: 3;
  grid-column: 2;
  display: block;
  inline-size: 100%;
  block-size: 56px;
  margin-block-start: 4px;
  color: var(--ls-accent);
  background: var(--ls-surface-raised);
  border-radius: var(--ls-radius-small);
  touch-action: none;
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-time-series__plot {
    color: GrayText;
  }
  :where(ls-annotation-host) .lsf-time-series__swatch {
    display: none;
  }
  :where(ls-annotation-host) .lsf-time-series__overview {
    outline: 1px solid CanvasText;
  }
}
`;
