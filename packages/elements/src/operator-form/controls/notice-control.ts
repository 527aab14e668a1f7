import {html} from 'lit';

import type {NoticeParameter} from '@ls-annotation/operators';

import {markdown} from '../markdown/markdown.js';

import type {FieldControl, ShapeOf} from './field-control.js';

/** Words between the fields. */
export const noticeControl: FieldControl = {
  layout: 'bare',
  start: () => null,
  read: () => ({value: undefined, issues: []}),

  render({parameter, id}) {
    const {
      text,
      severity = 'info',
      title,
      name,
    } = parameter as ShapeOf<NoticeParameter>;
    return html`<div
      id=${id}
      class="notice ${severity}"
      part="notice"
      role="note"
      aria-label=${title === name ? WORDS[severity] : title}
    >
      ${title === name ? '' : html`<p class="notice-title">${title}</p>`}
      ${markdown(text)}
    </div>`;
  },
};

const WORDS = {
  info: 'Note',
  success: 'Success',
  warning: 'Warning',
  error: 'Error',
} as const;
