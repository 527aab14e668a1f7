/** Styles of lists and of what puts them in order. */
export const rankerStyles = `
:where(ls-annotation-host) .lsf-ranker__columns {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-3);
  align-items: stretch;
}
:where(ls-annotation-host) .lsf-ranker__column {
  flex: 1 1 14rem;
  min-inline-size: 0;
  padding: var(--ls-space-2);
  background: var(--ls-surface-raised);
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) :is(.lsf-ranker__heading, .lsf-list__title) {
  margin-block-end: var(--ls-space-2);
  font-weight: 600;
}
:where(ls-annotation-host) .lsf-ranker__items {
  display: flex;
  flex-direction: column;
  gap: var(--ls-space-2);
  min-block-size: 3rem;
  padding: 0;
  margin: 0;
  list-style: none;
}
:where(ls-annotation-host) .lsf-ranker__item {
  display: flex;
  flex-wrap: wrap;
  gap: var(--ls-space-1) var(--ls-space-2);
  align-items: center;
  padding: var(--ls-space-2);
  color: var(--ls-text);
  background: var(--ls-surface);
  border: 1px solid var(--ls-border);
  border-radius: var(--ls-radius);
}
:where(ls-annotation-host) .lsf-ranker .lsf-ranker__item:where(:not(.lsf-ranker__item_fixed)) {
  cursor: grab;
  user-select: none;
}
:where(ls-annotation-host) .lsf-ranker__item_lifted {
  border-color: var(--ls-accent);
  box-shadow: 0 4px 12px var(--ls-shadow);
}
:where(ls-annotation-host) .lsf-ranker__item_dragged {
  opacity: 0.6;
  border-style: dashed;
}
:where(ls-annotation-host) .lsf-ranker__grip {
  display: inline-flex;
  flex: none;
  align-items: center;
  align-self: stretch;
  color: var(--ls-text-muted);
  touch-action: none;
}
:where(ls-annotation-host) .lsf-ranker__grip .lsf-icon {
  stroke-width: 2;
}
:where(ls-annotation-host) .lsf-ranker__item_fixed > .lsf-ranker__grip {
  display: none;
}
:where(ls-annotation-host) .lsf-ranker__content {
  flex: 1 1 8rem;
  min-inline-size: 0;
  overflow-wrap: anywhere;
}
:where(ls-annotation-host) .lsf-ranker__title {
  font-weight: 500;
}
:where(ls-annotation-host) .lsf-ranker__body {
  font-size: var(--ls-font-size);
  white-space: pre-line;
}
:where(ls-annotation-host) .lsf-ranker__buttons {
  display: flex;
  flex: none;
  margin-inline-start: auto;
}
:where(ls-annotation-host) .lsf-ranker__item_dragged > .lsf-ranker__buttons {
  visibility: hidden;
}
:where(ls-annotation-host) .lsf-ranker__button[aria-disabled] {
  cursor: default;
  opacity: 0.35;
}
:where(ls-annotation-host) .lsf-ranker__button:dir(rtl):nth-child(n + 3) .lsf-icon {
  scale: -1 1;
}
@media (hover: hover) {
  :where(ls-annotation-host) .lsf-ranker__item {
    position: relative;
  }
  :where(ls-annotation-host) .lsf-ranker__buttons {
    position: absolute;
    inset-block-end: calc(-0.5 * var(--ls-target-size));
    inset-inline-end: var(--ls-space-2);
    z-index: 1;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
  }
  :where(ls-annotation-host) .lsf-ranker__item:where(:not(:hover, :focus-within)) .lsf-ranker__buttons {
    opacity: 0;
  }
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-ranker__item_lifted {
    border-color: Highlight;
  }
}
`;
