/** Styles of players' controls. */
export const mediaStyles = `
:where(ls-annotation-host) .lsf-media__toolbar {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  font-size: var(--ls-font-size);
}
:where(ls-annotation-host) .lsf-media__group {
  direction: ltr;
  display: inline-flex;
  align-items: center;
  gap: 2px;
  padding: 2px;
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
  background: var(--ls-surface-raised);
}
:where(ls-annotation-host) .lsf-media__button {
  appearance: none;
  display: inline-grid;
  place-items: center;
  min-inline-size: var(--ls-target-size);
  min-block-size: var(--ls-target-size);
  margin: 0;
  padding: 0;
  border: 1px solid transparent;
  border-radius: var(--ls-radius-small);
  background: none;
  color: var(--ls-text);
  font: inherit;
  cursor: pointer;
}
:where(ls-annotation-host) .lsf-media__button:hover:enabled {
  background: var(--ls-surface-hover);
}
:where(ls-annotation-host) .lsf-media__button:disabled {
  color: var(--ls-text-muted);
  opacity: 0.5;
  cursor: default;
}
:where(ls-annotation-host) .lsf-media__button_main {
  color: var(--ls-on-accent);
  background: var(--ls-accent);
}
:where(ls-annotation-host) .lsf-media__button_main:hover:enabled {
  background: var(--ls-accent-hover);
}
:where(ls-annotation-host) .lsf-media__button_main .lsf-media__icon {
  fill: currentcolor;
}
:where(ls-annotation-host) .lsf-media__icon {
  inline-size: 16px;
  block-size: 16px;
  fill: none;
  stroke: currentcolor;
  stroke-width: 1.5;
  stroke-linecap: round;
  stroke-linejoin: round;
}
:where(ls-annotation-host) .lsf-media__time {
  color: var(--ls-text);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  direction: ltr;
}
:where(ls-annotation-host) .lsf-media__rate {
  min-block-size: var(--ls-target-size);
  padding: 0 4px;
  margin: 0;
  font: inherit;
  color: var(--ls-text);
  background: var(--ls-surface-raised);
  border: 1px solid var(--ls-border-strong);
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-media__volume {
  inline-size: 72px;
  margin: 0 6px 0 2px;
  min-block-size: var(--ls-target-size);
  accent-color: var(--ls-accent);
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-media__button_main {
    border-color: ButtonText;
  }
  :where(ls-annotation-host) .lsf-media__button:disabled {
    color: GrayText;
    opacity: 1;
  }
}
`;
