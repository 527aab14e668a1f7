import {html, nothing} from 'lit';
import type {TemplateResult} from 'lit';

import {byteText} from '@ls-annotation/operators';
import type {FileParameter, FileSource} from '@ls-annotation/operators';

import {icon} from '../../styles/icons.js';

import {ariaOf} from './aria-of.js';
import {startList} from './list-values.js';
import type {Field, FieldControl, ShapeOf} from './field-control.js';

type RawFiles = readonly FileSource[];

/** Files: chosen in the browser's dialog, dropped, or pasted. */
export const fileControl: FieldControl = {
  layout: 'stacked',

  start(parameter, value) {
    return startList(parameter, value);
  },

  read(parameter, raw) {
    const files = raw as RawFiles;
    if (files.length === 0) return {value: undefined, issues: []};
    const {multiple} = parameter as ShapeOf<FileParameter>;
    return {value: multiple ? files : files[0], issues: []};
  },

  render(field) {
    const files = field.raw as RawFiles;
    const {multiple, accept} = field.parameter as ShapeOf<FileParameter>;
    const aria = ariaOf(field);
    const isFixed = field.isDisabled || field.isReadOnly;
    return html`
      <div
        class="drop ${field.form.ui(field.id) === true ? 'over' : ''}"
        part="drop"
        @dragover=${(event: DragEvent) => onDragOver(field, event, isFixed)}
        @dragleave=${() => field.form.setUi(field.id, false)}
        @drop=${(event: DragEvent) => onDrop(field, event, isFixed)}
        @paste=${(event: ClipboardEvent) => {
          if (!isFixed) add(field, event.clipboardData?.files);
        }}
      >
        <input
          id=${field.id}
          class="file"
          part="file"
          type="file"
          accept=${accept?.join(',') ?? nothing}
          ?multiple=${multiple}
          ?disabled=${isFixed}
          aria-label=${aria.label}
          aria-describedby=${`${field.describedBy} ${field.id}-limits`.trim()}
          aria-required=${aria.required}
          aria-invalid=${aria.invalid}
          @change=${({target}: Event) => onPick(field, target)}
          @blur=${() => field.leave()}
        />
        <span class="drop-words" aria-hidden="true">
          <b>Choose ${multiple ? 'files' : 'a file'}</b> or drop
          ${multiple ? 'them' : 'it'} here
        </span>
        <span id=${`${field.id}-limits`} class="description">
          ${limitsText(field.parameter as ShapeOf<FileParameter>)}
        </span>
      </div>
      ${
        files.length === 0
          ? nothing
          : html`<ul
              class="files"
              aria-label=${`${field.parameter.title}, chosen`}
            >
              ${files.map((file, index) => renderFile(field, file, index))}
            </ul>`
      }
    `;
  },
};

function renderFile(
  field: Field,
  {name, size}: FileSource,
  index: number,
): TemplateResult {
  return html`<li>
    <span class="file-name">${name}</span>
    <span class="description">${byteText(size)}</span>
    ${
      field.isReadOnly || field.isDisabled
        ? nothing
        : html`<button
            class="button quiet icon"
            part="remove"
            type="button"
            aria-label=${`Remove ${name}`}
            @click=${() => {
              field.change((raw) =>
                (raw as RawFiles).filter((_one, at) => at !== index),
              );
              field.form.announce(`${name} removed.`);
              field.form.focusLater(field.id);
            }}
          >
            ${icon('delete')}
          </button>`
    }
  </li>`;
}

function onPick(field: Field, target: EventTarget | null): void {
  const input = target as HTMLInputElement;
  add(field, input.files);
  // The same file may be chosen again after it was removed.
  input.value = '';
}

function onDragOver(field: Field, event: DragEvent, isFixed: boolean): void {
  if (isFixed || event.dataTransfer?.types.includes('Files') !== true) return;
  event.preventDefault();
  if (field.form.ui(field.id) !== true) field.form.setUi(field.id, true);
}

function onDrop(field: Field, event: DragEvent, isFixed: boolean): void {
  event.preventDefault();
  field.form.setUi(field.id, false);
  if (!isFixed) add(field, event.dataTransfer?.files);
}

/** What does not fit is kept, so that the form can say why it does not. */
function add(field: Field, list: FileList | null | undefined): void {
  const {multiple} = field.parameter as ShapeOf<FileParameter>;
  const added = [...(list ?? [])];
  if (added.length === 0) return;
  field.change((raw) =>
    multiple ? [...(raw as RawFiles), ...added] : added.slice(0, 1),
  );
  field.leave();
  field.form.announce(`${added.map(({name}) => name).join(', ')} chosen.`);
}

function limitsText({accept, maxSize}: ShapeOf<FileParameter>): string {
  return [
    ...(accept ? [accept.join(', ')] : []),
    ...(maxSize === undefined ? [] : [`at most ${byteText(maxSize)}`]),
  ].join(' · ');
}
