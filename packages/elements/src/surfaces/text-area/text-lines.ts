import {attributeFlag, attributeNumber} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';
import {ControlView} from '@ls-annotation/lsi';

import type {ControlFrame} from '../control/control-frame.js';
import {element} from '../dom/element.js';
import type {SurfaceContext} from '../surface.js';

import {TextLine} from './text-line.js';

/** The submitted lines of a `TextArea`, each to be edited or deleted. */
export class TextLines {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  #lines: TextLine[] = [];
  #canEdit = true;

  /** Element that holds the lines. */
  readonly root = element('div', {class: 'lsf-text-area__lines'});

  /** Creates it without lines. */
  constructor(tag: ConfigTag, context: SurfaceContext, frame: ControlFrame) {
    this.#tag = tag;
    this.#context = context;
    this.#frame = frame;
  }

  /** Shows these lines; a line that is being edited stays as it is. */
  show(texts: readonly string[]): void {
    while (this.#lines.length > texts.length) this.#lines.pop()?.root.remove();
    for (const [index, text] of texts.entries()) {
      const line = this.#lines[index];
      if (line) line.setText(text);
      else this.#append(text);
    }
    this.#number();
  }

  /** Lets the lines be changed, or keeps them from it. */
  setEditable(canEdit: boolean): void {
    this.#canEdit = canEdit;
    for (const line of this.#lines) line.setEditable(canEdit);
  }

  /** Puts the focus on the last line. */
  focus(): void {
    this.#lines.at(-1)?.focus();
  }

  /** Lines are known to the page as they are to plugins. */
  #number(): void {
    const control = this.#context.annotation.names.get(this.#tag.name);
    const known = control instanceof ControlView ? control.regions : undefined;
    for (const [index, line] of this.#lines.entries()) {
      line.setId(known?.[index]?.id ?? String(index));
    }
  }

  #append(text: string): void {
    const isEditable = attributeFlag(this.#tag, 'editable');
    const line = new TextLine({
      name: this.#tag.name,
      label: this.#frame.label,
      rows: attributeNumber(this.#tag, 'rows', 1),
      isEditable,
      isAlwaysEditor: isEditable && attributeFlag(this.#tag, 'transcription'),
      change: (next) => {
        this.#change(line, next);
      },
      remove: () => {
        this.#remove(line);
      },
    });
    line.setText(text);
    line.setEditable(this.#canEdit);
    this.#lines.push(line);
    this.root.append(line.root);
  }

  #change(line: TextLine, text: string): void {
    const texts = this.#lines.map((other) =>
      other === line ? text : other.text,
    );
    this.#context.session.actions.setClassification(
      this.#tag.name,
      texts,
      this.#frame.place,
      {mergeKey: `line:${line.key}`},
    );
  }

  #remove(line: TextLine): void {
    const index = this.#lines.indexOf(line);
    if (index === -1) return;
    this.#lines.splice(index, 1);
    line.root.remove();
    const next = this.#lines[Math.min(index, this.#lines.length - 1)];
    this.#context.session.actions.removeLine(
      this.#tag.name,
      index,
      this.#frame.place,
    );
    this.#number();
    const editor = this.#frame.fields[0];
    if (next) next.focus();
    else editor?.focus();
  }
}
