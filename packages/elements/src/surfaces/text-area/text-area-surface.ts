import {
  attributeFlag,
  attributeNumber,
  attributeText,
  canSubmitText,
  hasAttribute,
  shownResult,
  textLines,
} from '@ls-annotation/core';
import type {AnnotationState, ConfigTag} from '@ls-annotation/core';

import {
  ControlFrame,
  isEditable,
  regionIdOf,
} from '../control/control-frame.js';
import {element} from '../dom/element.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {renderShortcuts} from './shortcuts.js';
import {textAreaStyles} from './text-area.styles.js';
import {TextLines} from './text-lines.js';

/**
 * A `TextArea`: an editor, and under it the lines that were submitted.
 *
 * What is typed is in the store with every key stroke, so nothing is lost when
 * the display changes or a plugin fails.
 */
export const textAreaSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, textAreaStyles));
  return new TextAreaSurface(tag, context).root;
};

class TextAreaSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  readonly #form = element('form', {class: 'lsf-text-area__form'});
  readonly #editor: HTMLInputElement | HTMLTextAreaElement;
  readonly #lines: TextLines;

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#frame = new ControlFrame(tag, context);
    this.#editor = this.#makeEditor();
    this.#lines = new TextLines(tag, context, this.#frame);
    this.root = this.#frame.root;
    this.root.classList.add('lsf-text-area');
    this.#build();
    this.#frame.fields.push(this.#editor);
    this.#frame.connect();
    this.#followTyped();
    this.#followLines();
  }

  #build(): void {
    const label = attributeText(this.#tag, 'label', '');
    if (label !== '') {
      this.root.append(
        element('label', {
          class: 'lsf-text-area__label',
          attributes: {for: this.#editor.id},
          text: this.#frame.label,
        }),
      );
    }
    renderShortcuts(this.#tag, this.#context, this.#editor, this.#form);
    this.#form.append(this.#editor);
    if (this.#hasButton()) {
      this.#form.append(
        element('button', {
          class: 'lsf-text-area__add lsf-button',
          attributes: {type: 'submit'},
          text: 'Add',
        }),
      );
    }
    this.root.append(this.#form, this.#lines.root);
    this.#context.listen(this.#form, 'submit', (event) => {
      event.preventDefault();
      this.#submit();
    });
  }

  #hasButton(): boolean {
    if (!attributeFlag(this.#tag, 'allowSubmit')) return false;
    return hasAttribute(this.#tag, 'showSubmitButton')
      ? attributeFlag(this.#tag, 'showSubmitButton')
      : isMultiline(this.#tag);
  }

  #makeEditor(): HTMLInputElement | HTMLTextAreaElement {
    const tag = this.#tag;
    const rows = attributeNumber(tag, 'rows', 1);
    const attributes = {
      id: `${this.#context.displayId}-editor-${tag.key}`,
      name: tag.name,
      placeholder: attributeText(tag, 'placeholder') || null,
      'aria-label': this.#frame.label,
      autocomplete: 'off',
    };
    const editor = isMultiline(tag)
      ? element('textarea', {
          class: 'lsf-text-area__editor lsf-input',
          attributes: {...attributes, rows},
        })
      : element('input', {
          class: 'lsf-text-area__editor lsf-input',
          attributes: {...attributes, type: 'text'},
        });
    this.#listen(editor);
    return editor;
  }

  #listen(editor: HTMLInputElement | HTMLTextAreaElement): void {
    const save = (): void => {
      this.#context.session.actions.setTyped(
        this.#tag.name,
        editor.value,
        this.#frame.place,
      );
    };
    // `change` as well: plugins set the value and fire that.
    this.#context.listen(editor, 'input', save);
    this.#context.listen(editor, 'change', save);
    this.#context.listen(editor, 'keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.shiftKey !== isMultiline(this.#tag)) return;
      event.preventDefault();
      if (attributeFlag(this.#tag, 'allowSubmit')) this.#submit();
    });
  }

  #submit(): void {
    this.#context.session.actions.submitTyped(
      this.#tag.name,
      this.#frame.place,
    );
  }

  #followTyped(): void {
    this.#context.watch(
      (state) => typedOf(this.#tag, state),
      (typed) => {
        if (this.#editor.value !== typed) this.#editor.value = typed;
      },
    );
  }

  #followLines(): void {
    this.#frame.onValue((value) => {
      const lines = textLines(value);
      this.#lines.show(lines);
      this.#showEditor(lines);
    });
    // Another region may have lines that are the same and an editor that is
    // not.
    this.#context.watch(
      (state) => regionIdOf(this.#tag, state),
      () => {
        const result = shownResult(this.#context.state(), this.#tag);
        this.#lines.show(textLines(result?.value));
        this.#editor.value = typedOf(this.#tag, this.#context.state());
      },
    );
    this.#context.watch(
      (state) => isEditable(this.#tag, state),
      (canEdit) => {
        this.#lines.setEditable(canEdit);
      },
    );
  }

  #showEditor(lines: readonly string[]): void {
    const isThere = this.#form.parentNode === this.root;
    const isWanted = canSubmitText(this.#tag, lines);
    if (isThere && !isWanted) {
      const hadFocus = this.#form.contains(document.activeElement);
      this.#form.remove();
      if (hadFocus) this.#lines.focus();
    } else if (!isThere && isWanted) {
      this.#lines.root.before(this.#form);
    }
  }
}

function isMultiline(tag: ConfigTag): boolean {
  return attributeNumber(tag, 'rows', 1) > 1;
}

function typedOf(tag: ConfigTag, state: AnnotationState): string {
  const regionId = regionIdOf(tag, state);
  const key = regionId === '' ? tag.name : `${tag.name}:${regionId}`;
  return state.session.typed[key] ?? '';
}
