import {attributeFlag, checkDateTime} from '@ls-annotation/core';
import type {ConfigTag} from '@ls-annotation/core';

import {toAriaKeyShortcuts} from '../../hotkeys/key-chord.js';
import {ControlFrame, isEditable} from '../control/control-frame.js';
import {element, setAttribute} from '../dom/element.js';
import {surfaceIcon} from '../dom/icon.js';
import {adoptStyles} from '../surface-styles.js';
import type {SurfaceContext, SurfaceFactory} from '../surface.js';

import {DateTimeFields} from './date-time-fields.js';
import {dateTimeStyles} from './date-time.styles.js';

/**
 * A `DateTime`: the browser's own fields for a date, a time, a month or a
 * year, and a button that empties them.
 */
export const dateTimeSurface: SurfaceFactory = (tag, context) => {
  context.add(adoptStyles(context.host, dateTimeStyles));
  return new DateTimeSurface(tag, context).root;
};

class DateTimeSurface {
  readonly #tag: ConfigTag;
  readonly #context: SurfaceContext;
  readonly #frame: ControlFrame;
  readonly #fields: DateTimeFields;
  readonly #clear: HTMLButtonElement;
  #place = '';

  readonly root: HTMLElement;

  constructor(tag: ConfigTag, context: SurfaceContext) {
    this.#tag = tag;
    this.#context = context;
    this.#frame = new ControlFrame(tag, context);
    this.#fields = new DateTimeFields(tag);
    this.#clear = element(
      'button',
      {
        class: 'lsf-date-time__clear lsf-button lsf-button_icon',
        attributes: {
          type: 'button',
          'aria-label': `Clear ${this.#frame.label}`,
          title: 'Clear',
        },
      },
      surfaceIcon('clear'),
    );
    this.root = this.#frame.root;
    this.#build();
    this.#frame.connect();
    this.#follow();
    this.#listen();
  }

  #build(): void {
    const {all} = this.#fields;
    const isGroup = all.length > 1;
    this.root.classList.add('lsf-date-time');
    if (isGroup) this.root.role = 'group';
    const isRequired = attributeFlag(this.#tag, 'required');
    for (const field of all) {
      const label = isGroup ? this.#fields.labelOf(field) : this.#frame.label;
      field.setAttribute('aria-label', label);
      const isNeeded = isRequired && this.#fields.isRequired(field);
      setAttribute(field, 'aria-required', isNeeded ? 'true' : null);
    }
    this.#frame.fields.push(...all);
    this.root.append(...all, this.#clear);
  }

  #follow(): void {
    this.#frame.onValue((value) => {
      // What is typed in part is no value yet; it stays in the field.
      const place = JSON.stringify(this.#frame.place ?? {});
      const isElsewhere = place !== this.#place;
      this.#place = place;
      if (isElsewhere || this.#fields.value !== value) this.#show(value);
      else this.#check(value);
      this.#showClear();
    });
    this.#context.watch(
      () => this.#frame.regionId,
      (regionId) => {
        if (regionId === '' || !this.#fields.missing()) return;
        this.#fields.show(undefined);
        this.#showClear();
      },
    );
    this.#context.watch(
      (state) => isEditable(this.#tag, state),
      () => {
        this.#showClear();
      },
    );
  }

  #show(value: unknown): void {
    const isRead = this.#fields.show(value);
    if (isRead) this.#check(value);
    else this.#frame.setProblem(`“${String(value)}” is not a date here.`);
  }

  #check(value: unknown): void {
    const problem = checkDateTime(this.#tag, value) ?? this.#nativeProblem();
    if (problem !== '') this.#frame.setProblem(problem);
  }

  /** What the browser says of a time out of bounds. */
  #nativeProblem(): string {
    const field = this.#fields.all.find(
      ({validity: {rangeUnderflow, rangeOverflow}}) =>
        rangeUnderflow || rangeOverflow,
    );
    return field?.validationMessage ?? '';
  }

  #listen(): void {
    for (const field of this.#fields.all) {
      this.#context.listen(field, 'input', () => {
        this.#say(this.#fields.value);
      });
      this.#context.listen(field, 'focusout', (event) => {
        if (!this.root.contains(event.relatedTarget as Node | null)) {
          this.#askForTheRest();
        }
      });
    }
    this.#context.listen(this.#clear, 'click', () => {
      this.#fields.show(undefined);
      this.#say(undefined);
      this.#frame.setProblem('');
      this.#fields.all[0]?.focus();
    });
    this.#bindHotkey();
  }

  #say(value: string | undefined): void {
    this.#context.session.actions.setClassification(
      this.#tag.name,
      value,
      this.#frame.place,
      {mergeKey: `datetime:${this.#tag.name}:${this.#frame.regionId}`},
    );
    this.#showClear();
  }

  #askForTheRest(): void {
    const missing = this.#fields.missing();
    if (!missing) return;
    const {all} = this.#fields;
    const words = this.#fields.labelOf(missing).toLowerCase();
    this.#frame.setProblem(
      all.length > 1
        ? `The ${words} is missing.`
        : `The ${words} is not whole.`,
    );
  }

  #showClear(): void {
    const canEdit = isEditable(this.#tag, this.#context.state());
    this.#clear.hidden = !canEdit || this.#fields.isEmpty;
  }

  #bindHotkey(): void {
    const hotkey = this.#context.hotkeyOf(this.#tag);
    const [first] = this.#fields.all;
    if (hotkey === '' || !first) return;
    setAttribute(first, 'aria-keyshortcuts', toAriaKeyShortcuts(hotkey));
    const focus = (): boolean => {
      if (!first.checkVisibility()) return false;
      first.focus();
      return true;
    };
    this.#context.add(
      this.#context.hotkeys.bind(hotkey, focus, {
        description: `Go to ${this.#frame.label}`,
      }),
    );
  }
}
