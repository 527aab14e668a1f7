import {attributeFlag, attributeText} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {ControlFrame, isEditable} from '../control/control-frame.js';
import {applyCssText} from '../dom/apply-css-text.js';
import {element, setAttribute} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {pairwiseStyles} from './pairwise.styles.js';

type Side = 'left' | 'right';

const SIDES = ['left', 'right'] as const;
const WORDS: Readonly<Record<Side, string>> = {left: 'Left', right: 'Right'};
const INTERACTIVE =
  'a, button, input, select, textarea, summary, label, audio, video, ' +
  '[role=button], [role=slider], [contenteditable]';

/**
 * A `Pairwise`: a click on one of two objects chooses it, another one lets go
 * of it. Two radio buttons say the same for the keyboard.
 */
export const pairwiseSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, pairwiseStyles));
  return new Pairwise(tag, context).root;
};

class Pairwise {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  readonly #inputs = new Map<Side, HTMLInputElement>();
  readonly #objects = new Map<Side, HTMLElement>();
  #chosen: unknown;

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#frame = new ControlFrame(tag, context);
    this.root = this.#frame.root;
    this.root.classList.add('lsf-pairwise');
    this.root.role = 'radiogroup';
    for (const side of SIDES) this.root.append(this.#makeOption(side));
    this.#frame.connect();
    if (attributeFlag(tag, 'required')) this.root.ariaRequired = 'true';
    this.#frame.onValue((value) => {
      this.#chosen = value;
      this.#show();
    });
    SIDES.forEach((side, index) => {
      this.#connectObject(side, tag.toName[index] ?? '');
    });
  }

  #makeOption(side: Side): HTMLElement {
    const input = element('input', {
      class: 'lsf-choice__input',
      attributes: {
        type: 'radio',
        name: `${this.#context.displayId}-${this.#tag.key}`,
      },
    });
    this.#inputs.set(side, input);
    this.#frame.fields.push(input);
    let isLetGo = false;
    this.#context.listen(input, 'click', () => {
      // A radio button cannot be let go of by itself.
      isLetGo = this.#chosen === side;
      if (isLetGo) this.#toggle(side);
    });
    this.#context.listen(input, 'change', () => {
      if (!isLetGo) this.#toggle(side);
      isLetGo = false;
      this.#show();
    });
    return element(
      'label',
      {class: 'lsf-choice'},
      input,
      element('span', {class: 'lsf-choice__text', text: WORDS[side]}),
    );
  }

  #connectObject(side: Side, name: string): void {
    const object = this.#context.config.byName.get(name);
    if (!object) return;
    this.#context.whenRendered(object, (target) => {
      this.#objects.set(side, target);
      target.classList.add('lsf-pairwise__object');
      const own = attributeText(this.#tag, `${side}Class`);
      for (const part of own.split(/\s+/)) {
        if (part !== '') target.classList.add(part);
      }
      this.#context.listen(target, 'click', (event) => {
        if (this.#isMeant(event)) this.#toggle(side);
      });
      this.#show();
    });
  }

  /** What a click on a link or the end of a selection is for is theirs. */
  #isMeant(event: MouseEvent): boolean {
    if (event.defaultPrevented) return false;
    if (!isEditable(this.#tag, this.#context.state())) return false;
    if ((event.target as Element).closest(INTERACTIVE)) return false;
    return document.getSelection()?.isCollapsed !== false;
  }

  #toggle(side: Side): void {
    this.#context.session.actions.setClassification(
      this.#tag.name,
      this.#chosen === side ? undefined : side,
      this.#frame.place,
    );
  }

  #show(): void {
    for (const [side, input] of this.#inputs) {
      input.checked = this.#chosen === side;
    }
    for (const [side, target] of this.#objects) {
      this.#mark(target, this.#chosen === side);
    }
  }

  #mark(target: HTMLElement, isChosen: boolean): void {
    const style = attributeText(this.#tag, 'selectionStyle');
    const wasChosen = target.classList.contains('lsf-pairwise__object_chosen');
    target.classList.toggle('lsf-pairwise__object_chosen', isChosen);
    setAttribute(target, 'data-ls-styled', style !== '');
    if (style === '' || wasChosen === isChosen) return;
    if (isChosen) applyCssText(target, style);
    else
      for (const name of propertiesOf(style)) target.style.removeProperty(name);
  }
}

function propertiesOf(cssText: string): readonly string[] {
  const {style} = document.createElement('span');
  style.cssText = cssText;
  return [...style];
}
