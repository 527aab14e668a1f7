/** Styles of ratings. */
export const ratingStyles = `
:where(ls-annotation-host) .lsf-rating {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  margin-inline-start: min(0px, (var(--_size) - var(--ls-target-size)) / 2);
  --_size: 1.375rem;
}
:where(ls-annotation-host) .lsf-rating::after {
  margin-inline-start: var(--ls-space-2);
}
:where(ls-annotation-host) .lsf-rating > .lsf-problem {
  flex-basis: 100%;
  margin-block: 0;
  margin-inline-start: max(0px, (var(--ls-target-size) - var(--_size)) / 2);
}
:where(ls-annotation-host) .lsf-control_readonly .lsf-rating__star {
  cursor: default;
}
:where(ls-annotation-host) .lsf-rating[data-size='small'] { --_size: 1rem; }
:where(ls-annotation-host) .lsf-rating[data-size='large'] { --_size: 1.875rem; }
:where(ls-annotation-host) .lsf-rating__star {
  position: relative;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  min-inline-size: var(--ls-target-size);
  min-block-size: var(--ls-target-size);
  margin: 0;
  cursor: pointer;
  border-radius: var(--ls-radius-small);
}
:where(ls-annotation-host) .lsf-rating__input {
  position: absolute;
  inset: 0;
  inline-size: 100%;
  block-size: 100%;
  margin: 0;
  cursor: inherit;
  opacity: 0;
}
:where(ls-annotation-host) .lsf-rating__sign {
  font-size: var(--_size);
  line-height: 1;
  color: var(--ls-border-strong);
  opacity: 0.55;
  transition: color var(--ls-duration);
}
:where(ls-annotation-host) .lsf-rating__star_lit .lsf-rating__sign {
  color: light-dark(#c27803, #f5b73d);
  opacity: 1;
}
:where(ls-annotation-host) .lsf-rating_proposed .lsf-rating__star_lit .lsf-rating__sign {
  opacity: 0.45;
}
:where(ls-annotation-host) .lsf-rating__star:where(:has(:focus-visible)) {
  outline: 2px solid var(--ls-focus-ring);
}
@media (forced-colors: active) {
  :where(ls-annotation-host) .lsf-rating__sign {
    color: Canvas;
    opacity: 1;
    -webkit-text-stroke: 1px CanvasText;
    forced-color-adjust: none;
  }
  :where(ls-annotation-host) .lsf-rating__star_lit .lsf-rating__sign {
    color: Highlight;
    -webkit-text-stroke-color: Highlight;
  }
  :where(ls-annotation-host) .lsf-control_readonly .lsf-rating__sign { -webkit-text-stroke-color: GrayText; }
}
`;
