import {css} from 'lit';

/** Styles of the controls that come with a chunk of their own. */
export const moreControlStyles = css`
  textarea.input {
    display: block;
    resize: vertical;
    line-height: var(--ls-line-height);
  }

  select.input {
    cursor: pointer;
  }

  select.input:disabled {
    cursor: default;
  }

  .with-button {
    display: flex;
    gap: var(--ls-space-1);
    align-items: center;
  }

  .with-button > .input {
    flex: 1;
  }

  .slider-row {
    display: grid;
    grid-template-columns: 1fr 7.5rem;
    gap: var(--ls-space-3);
    align-items: center;
  }

  .slider {
    inline-size: 100%;
    min-inline-size: 0;
    margin: 0;
    accent-color: var(--ls-accent);
    cursor: pointer;
  }

  .range-row {
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
  }

  .range-row > .with-unit,
  .range-row > .input {
    flex: 1;
  }

  .range-sliders {
    position: relative;
    display: block;
    block-size: 1.75rem;
  }

  .range-sliders::before,
  .range-sliders::after {
    position: absolute;
    inset-block-start: calc(50% - 2px);
    inset-inline: 0;
    block-size: 4px;
    content: '';
    background: var(--ls-border-strong);
    border-radius: 2px;
  }

  .range-sliders::after {
    inset-inline: var(--_low) calc(100% - var(--_high));
    background: var(--ls-accent);
  }

  .range-sliders .slider {
    position: absolute;
    inset: 0;
    z-index: 1;
    block-size: 100%;
    pointer-events: none;
    appearance: none;
    background: none;
  }

  .range-sliders .slider::-webkit-slider-thumb {
    inline-size: 1rem;
    block-size: 1rem;
    pointer-events: auto;
    appearance: none;
    background: var(--ls-accent);
    border: 2px solid var(--ls-surface);
    border-radius: 50%;
  }

  .range-sliders .slider::-moz-range-thumb {
    inline-size: 1rem;
    block-size: 1rem;
    pointer-events: auto;
    background: var(--ls-accent);
    border: 2px solid var(--ls-surface);
    border-radius: 50%;
  }

  .radios {
    display: grid;
    gap: var(--ls-space-1);
    justify-items: start;
  }

  .radio {
    display: flex;
    gap: var(--ls-space-2);
    align-items: start;
    min-block-size: var(--ls-target-size);
    padding-block: 0.1875rem;
    font-size: var(--ls-font-size);
    cursor: pointer;
  }

  .radio input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0.125rem 0 0;
    accent-color: var(--ls-accent);
    cursor: inherit;
  }

  .radio-words {
    display: grid;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .radio:has(input:disabled) {
    color: var(--ls-text-muted);
    cursor: default;
  }

  .segments,
  .chips {
    display: flex;
    flex-wrap: wrap;
  }

  .segments {
    gap: 0;
  }

  .segments .radio,
  .chips .radio {
    position: relative;
    align-items: center;
    padding: var(--ls-space-1) var(--ls-space-3);
    border: 1px solid var(--ls-border-strong);
  }

  .segments .radio {
    margin-inline-end: -1px;
  }

  .segments .radio:first-of-type {
    border-start-start-radius: var(--ls-radius);
    border-end-start-radius: var(--ls-radius);
  }

  .segments .radio:last-of-type {
    border-start-end-radius: var(--ls-radius);
    border-end-end-radius: var(--ls-radius);
  }

  .chips .radio {
    padding-inline: var(--ls-space-2);
    border-color: var(--ls-border);
    border-radius: var(--ls-radius);
  }

  .segments input,
  .chips input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
  }

  .segments .radio:has(input:checked),
  .chips .radio:has(input:checked) {
    z-index: 1;
    font-weight: 600;
    background: var(--ls-surface-selected);
    border-color: var(--ls-accent);
  }

  .segments .radio:has(input:focus-visible),
  .chips .radio:has(input:focus-visible) {
    z-index: 2;
    outline: 2px solid var(--ls-focus-ring);
    outline-offset: 1px;
  }

  .dot {
    flex: none;
    inline-size: 0.75rem;
    block-size: 0.75rem;
    margin-block-start: 0.25rem;
    background: var(--_color);
    border-radius: 3px;
    forced-color-adjust: none;
  }

  .chips .dot {
    margin: 0;
  }

  .choice-status {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-2);
    align-items: center;
    font-size: var(--ls-font-size-small);
    color: var(--ls-text-muted);
  }

  .choice-status.failed {
    color: var(--ls-danger);
  }

  .listbox {
    inset: auto;
    padding: var(--ls-space-1);
    margin: 0;
    overflow: auto;
    font-size: var(--ls-font-size);
    color: var(--ls-text);
    background: var(--ls-surface);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
    box-shadow: 0 8px 24px var(--ls-shadow);
  }

  .option {
    display: flex;
    gap: var(--ls-space-2);
    justify-content: space-between;
    padding: var(--ls-space-1) var(--ls-space-2);
    border-radius: var(--ls-radius-small);
    cursor: pointer;
  }

  .option .radio-words {
    flex: 1;
  }

  .option:hover {
    background: var(--ls-surface-hover);
  }

  .option.active {
    background: var(--ls-surface-selected);
    outline: 1px solid var(--ls-accent);
  }

  .option[aria-selected='true'] {
    font-weight: 600;
  }

  .option[aria-disabled] {
    color: var(--ls-text-muted);
    cursor: default;
  }

  .no-match {
    padding: var(--ls-space-1) var(--ls-space-2);
    color: var(--ls-text-muted);
  }

  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1);
    padding: 0;
    margin: 0;
    list-style: none;
  }

  .tag {
    display: inline-flex;
    gap: var(--ls-space-1);
    align-items: center;
    padding-inline: var(--ls-space-2) 0;
    font-size: var(--ls-font-size);
    background: var(--ls-surface-selected);
    border-radius: var(--ls-radius-small);
  }

  .tag:not(:has(button)) {
    padding-inline-end: var(--ls-space-2);
  }

  .tag button {
    display: grid;
    place-items: center;
    inline-size: 1.5rem;
    block-size: 1.5rem;
    padding: 0;
    color: var(--ls-text-muted);
    cursor: pointer;
    background: none;
    border: 0;
    border-radius: var(--ls-radius-small);
  }

  .tag button:hover {
    color: var(--ls-danger);
  }

  .tag svg {
    inline-size: 0.75rem;
    block-size: 0.75rem;
  }

  .color {
    flex: none;
    inline-size: 2.25rem;
    block-size: 2rem;
    padding: 2px;
    cursor: pointer;
    background: var(--ls-surface);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius);
  }

  .color.unset {
    opacity: 0.4;
  }

  .swatches {
    display: flex;
    flex-wrap: wrap;
    gap: var(--ls-space-1);
  }

  .swatch {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    padding: 0;
    cursor: pointer;
    background: var(--_color);
    border: 1px solid var(--ls-border-strong);
    border-radius: var(--ls-radius-small);
    forced-color-adjust: none;
  }

  .swatch[aria-pressed='true'] {
    outline: 2px solid var(--ls-accent);
    outline-offset: 1px;
  }

  .drop {
    position: relative;
    display: grid;
    gap: 0.125rem;
    place-items: center;
    padding: var(--ls-space-3);
    font-size: var(--ls-font-size);
    text-align: center;
    border: 1px dashed var(--ls-border-strong);
    border-radius: var(--ls-radius);
  }

  .drop.over {
    background: var(--ls-surface-selected);
    border-color: var(--ls-accent);
  }

  .drop:has(:focus-visible) {
    outline: 2px solid var(--ls-focus-ring);
    outline-offset: 1px;
  }

  .drop b {
    color: var(--ls-accent);
  }

  .drop .file {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    cursor: pointer;
    opacity: 0;
  }

  .files {
    display: grid;
    gap: var(--ls-space-1);
    padding: 0;
    margin: 0;
    list-style: none;
  }

  .files li {
    display: flex;
    gap: var(--ls-space-2);
    align-items: center;
    font-size: var(--ls-font-size);
  }

  .file-name {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  .list {
    display: grid;
    gap: var(--ls-space-2);
    justify-items: start;
    min-inline-size: 0;
  }

  .list ol {
    display: grid;
    gap: var(--ls-space-2);
    inline-size: 100%;
    padding: 0;
    margin: 0;
    list-style: none;
  }

  .entry {
    display: flex;
    gap: var(--ls-space-1);
    align-items: start;
  }

  .entry.whole {
    padding: var(--ls-space-2) var(--ls-space-3) var(--ls-space-3);
    border: 1px solid var(--ls-border);
    border-radius: var(--ls-radius);
  }

  .entry-field {
    flex: 1;
    min-inline-size: 0;
  }

  .entry-tools {
    display: flex;
    padding-block-start: 0.125rem;
  }

  .entry-tools .button {
    color: var(--ls-text-muted);
  }

  .move-up svg {
    transform: rotate(180deg);
  }

  .inner {
    display: grid;
    gap: var(--ls-space-3);
    padding-block-start: var(--ls-space-1);
    padding-inline-start: var(--ls-space-3);
    margin-block-start: var(--ls-space-1);
    border-inline-start: 2px solid var(--ls-border);
  }

  .entry.whole .inner {
    padding-inline-start: 0;
    border: 0;
  }

  .notice {
    --_tone: var(--ls-accent);

    padding: var(--ls-space-2) var(--ls-space-3);
    font-size: var(--ls-font-size);
    overflow-wrap: anywhere;
    background: color-mix(in srgb, var(--_tone) 8%, var(--ls-surface));
    border-inline-start: 3px solid var(--_tone);
    border-radius: var(--ls-radius-small);
  }

  .notice-title {
    font-weight: 600;
  }

  .notice.success {
    --_tone: var(--ls-success);
  }

  .notice.warning {
    --_tone: var(--ls-warning);
  }

  .notice.error {
    --_tone: var(--ls-danger);
  }

  @media (forced-colors: active) {
    .range-sliders::before {
      background: GrayText;
    }

    .range-sliders::after {
      background: Highlight;
    }

    .range-sliders::before,
    .range-sliders::after {
      forced-color-adjust: none;
    }

    .tag {
      border: 1px solid;
    }

    .segments .radio:has(input:checked),
    .chips .radio:has(input:checked),
    .option.active {
      outline: 2px solid Highlight;
    }
  }
`;
