import {
  attributeFlag,
  attributeNumber,
  attributeText,
  optionsOf,
} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {optionElement} from '../control/option-makers.js';
import {applyCssText} from '../dom/apply-css-text.js';
import {element, setShown} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {filterStyles} from './filter.styles.js';

/**
 * A `Filter`: a field that has only those labels or choices of a control on
 * the page that have its text in them.
 *
 * Enter chooses the first of them, Escape shows all again.
 */
export const filterSurface: SurfaceFactory = (tag, context) => {
  const control = controlOf(tag, context);
  if (!control) return null;
  context.add(adoptStyles(context.host, filterStyles));
  const hotkey = context.hotkeyOf(tag);
  const placeholder = attributeText(tag, 'placeholder');
  const input = element('input', {
    class: 'lsf-filter lsf-input',
    attributes: {
      type: 'search',
      name: tag.name || null,
      placeholder,
      'aria-label': placeholder,
      'aria-keyshortcuts': toAriaKeyShortcuts(hotkey) || null,
      autocomplete: 'off',
      spellcheck: 'false',
    },
  });
  applyCssText(input, attributeText(tag, 'style'));
  const filter = new OptionFilter(tag, control, context);
  context.listen(input, 'input', () => {
    filter.apply(input.value);
  });
  context.listen(input, 'keydown', (event) => {
    if (event.isComposing || !['Enter', 'Escape'].includes(event.key)) return;
    if (event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const isChosen = event.key === 'Enter' && filter.chooseFirst();
    const isDone = isChosen && attributeFlag(tag, 'cleanup');
    if (isDone || event.key === 'Escape') {
      input.value = '';
      filter.apply('');
    }
  });
  if (hotkey !== '') {
    const focus = (): boolean => {
      if (!input.checkVisibility()) return false;
      input.focus();
      return true;
    };
    const description = `Filter ${control.name}`;
    context.add(context.hotkeys.bind(hotkey, focus, {description}));
  }
  return input;
};

/** The control that `toName` names, or the only one that can be filtered. */
function controlOf(
  tag: ConfigTag,
  {config}: SurfaceContext,
): ConfigTag | undefined {
  const named = config.byName.get(tag.toName[0] ?? '');
  const filtered = config.controls.filter(isFilterable);
  const only = filtered.length === 1 ? filtered[0] : undefined;
  const control = tag.toName.length === 0 ? only : named;
  return control && isFilterable(control) ? control : undefined;
}

function isFilterable({definition, type}: ConfigTag): boolean {
  return definition.labeling || type === 'choices';
}

class OptionFilter {
  readonly #tag: ConfigTag;
  readonly #control: ConfigTag;
  readonly #context: SurfaceContext;
  #wanted = '';

  constructor(tag: ConfigTag, control: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#control = control;
    this.#context = context;
  }

  /** Shows what has `text` in it; everything while it is too short. */
  apply(text: string): void {
    const least = attributeNumber(this.#tag, 'minLength', 3);
    this.#wanted = text.length < least ? '' : this.#normalise(text);
    let count = 0;
    for (const option of optionsOf(this.#control)) {
      const isShown = this.#isShown(option);
      const target = optionElement(this.#context, option);
      if (target) setShown(target, isShown);
      if (isShown) count += 1;
    }
    this.#keepTabStop();
    if (this.#wanted !== '') this.#context.announce(`${String(count)} found`);
  }

  /** Chooses the first option that is shown because of its own text. */
  chooseFirst(): boolean {
    const option = optionsOf(this.#control).find(
      (candidate) =>
        this.#matches(candidate) &&
        optionElement(this.#context, candidate)?.checkVisibility(),
    );
    const target = option && optionElement(this.#context, option);
    if (!target) return false;
    (target.querySelector('input') ?? target).click();
    return true;
  }

  /** An option is there for those inside it, and for the one around it. */
  #isShown(option: ConfigTag): boolean {
    if (this.#matches(option)) return true;
    for (let at = option.parent; at?.type === option.type; at = at.parent) {
      if (this.#matches(at)) return true;
    }
    return optionsOf(option).some((inner) => this.#matches(inner));
  }

  #matches(option: ConfigTag): boolean {
    return this.#normalise(option.value).includes(this.#wanted);
  }

  #normalise(text: string): string {
    const isExact = attributeFlag(this.#tag, 'caseSensetive');
    return isExact ? text : text.toLowerCase();
  }

  /** The one tab stop of a row of labels must not be one that is gone. */
  #keepTabStop(): void {
    const shown = optionsOf(this.#control)
      .map((option) => optionElement(this.#context, option))
      .filter((target) => target?.hasAttribute('tabindex') === true)
      .filter((target) => target !== undefined);
    const stop = shown.find(({tabIndex}) => tabIndex === 0);
    if (stop?.style.display !== 'none') return;
    const next = shown.find(({style}) => style.display !== 'none');
    if (!next) return;
    stop.tabIndex = -1;
    next.tabIndex = 0;
  }
}
