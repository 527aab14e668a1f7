import {makeId} from '@ls-annotation/core';

import {element} from '../dom/element.js';

/** How a line is made. */
export interface TextLineOptions {
  /** Name of the control. */
  readonly name: string;
  /** Words that people know the control by. */
  readonly label: string;
  /** Height of the editor, lines of text. */
  readonly rows: number;
  /** True when the text may be edited. */
  readonly isEditable: boolean;
  /** True to show an editor all the time. */
  readonly isAlwaysEditor: boolean;
  /** Called with the text while a person edits it. */
  readonly change: (text: string) => void;
  /** Called when a person deletes the line. */
  readonly remove: () => void;
}

type Editor = HTMLInputElement | HTMLTextAreaElement;

/** One submitted line: its text or its editor, and its buttons. */
export class TextLine {
  readonly #options: TextLineOptions;
  readonly #text = element('span', {class: 'lsf-text-area__text'});
  readonly #edit: HTMLButtonElement | null;
  readonly #delete: HTMLButtonElement;
  #editor: Editor | null = null;
  #before = '';
  #id = '';

  /** Unlike that of any other line, for as long as it is there. */
  readonly key = makeId();
  /** Root element; its id is `TextAreaRegion-` and the line's id. */
  readonly root = element('div', {class: 'lsf-text-area__line'});
  /** The text it shows. */
  text = '';

  /** Creates it without text. */
  constructor(options: TextLineOptions) {
    this.#options = options;
    this.#edit =
      options.isEditable && !options.isAlwaysEditor
        ? this.#makeButton('Edit', '✎', () => {
            this.#beginEdit();
          })
        : null;
    this.#delete = this.#makeButton('Delete', '✕', () => {
      options.remove();
    });
    this.root.append(this.#text);
    if (this.#edit) this.root.append(this.#edit);
    this.root.append(this.#delete);
    if (options.isAlwaysEditor) this.#showEditor();
  }

  /** Says which of the lines it is now. */
  setId(id: string): void {
    this.#id = id;
    this.root.id = `TextAreaRegion-${id}`;
    if (this.#editor) this.#editor.name = this.#editorName;
  }

  /** Shows `text`; an editor that holds it already keeps its caret. */
  setText(text: string): void {
    this.text = text;
    this.#text.textContent = text;
    if (this.#editor && this.#editor.value !== text) this.#editor.value = text;
    this.#edit?.setAttribute('aria-label', `Edit “${text}”`);
    this.#delete.setAttribute('aria-label', `Delete “${text}”`);
  }

  /** Lets it be changed, or keeps it from it. */
  setEditable(canEdit: boolean): void {
    this.#delete.hidden = !canEdit;
    if (this.#edit) this.#edit.hidden = !canEdit;
    if (this.#editor) this.#editor.readOnly = !canEdit;
  }

  /** Puts the focus on its editor or its first button. */
  focus(): void {
    (this.#editor ?? this.#edit ?? this.#delete).focus();
  }

  get #editorName(): string {
    return `${this.#options.name}:${this.#id}`;
  }

  #makeButton(
    label: string,
    sign: string,
    press: () => void,
  ): HTMLButtonElement {
    const button = element('button', {
      class: 'lsf-button lsf-button_icon',
      attributes: {type: 'button', 'aria-label': label, title: label},
      text: sign,
    });
    button.addEventListener('click', press);
    return button;
  }

  #beginEdit(): void {
    this.#before = this.text;
    this.#showEditor().focus();
  }

  #showEditor(): Editor {
    const editor = this.#makeEditor();
    editor.value = this.text;
    this.#editor = editor;
    this.#text.replaceWith(editor);
    if (this.#edit) this.#edit.hidden = true;
    return editor;
  }

  #makeEditor(): Editor {
    const {label, rows, change} = this.#options;
    const options = {
      class: 'lsf-text-area__editor lsf-input',
      attributes: {
        name: this.#editorName,
        'aria-label': `${label}, submitted text`,
        autocomplete: 'off',
      },
    };
    const editor: Editor =
      rows > 1 ? element('textarea', options) : element('input', options);
    if (editor instanceof HTMLTextAreaElement) editor.rows = rows;
    editor.addEventListener('input', () => {
      change(editor.value);
    });
    editor.addEventListener('change', () => {
      this.#settle();
    });
    editor.addEventListener('blur', () => {
      this.#endEdit();
    });
    editor.addEventListener('keydown', (event) => {
      this.#onKeyDown(event as KeyboardEvent);
    });
    return editor;
  }

  #onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing || this.#options.isAlwaysEditor) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      this.#options.change(this.#before);
      this.#endEdit();
      this.focus();
    }
    if (event.key !== 'Enter') return;
    if (event.shiftKey !== this.#options.rows > 1) return;
    event.preventDefault();
    this.#endEdit();
    this.focus();
  }

  #endEdit(): void {
    if (this.#options.isAlwaysEditor || !this.#editor) return;
    const editor = this.#editor;
    this.#editor = null;
    if (this.#edit) this.#edit.hidden = false;
    editor.replaceWith(this.#text);
    this.#settle();
  }

  /** A line without text is a line to delete. */
  #settle(): void {
    if (this.text === '' && this.root.isConnected) this.#options.remove();
  }
}
