import {element} from './element.js';

const RETRY = 'Retry';

/** Says what is up. */
export function showStatus(status: HTMLElement, message: string): void {
  status.setAttribute('role', 'status');
  status.replaceChildren(element('p', {text: message}));
}

/**
 * Says what failed, and about what, with a button that tries again where that
 * may help.
 */
export function showFailure(
  status: HTMLElement,
  message: string,
  retry: (() => void) | null,
  detail = '',
): void {
  status.setAttribute('role', 'alert');
  const parts: Node[] = [element('p', {text: message})];
  if (detail !== '') parts.push(element('code', {text: detail}));
  if (retry) {
    const button = element('button', {
      class: 'lsf-button',
      attributes: {type: 'button'},
      text: RETRY,
    });
    button.addEventListener('click', retry);
    parts.push(button);
  }
  status.replaceChildren(...parts);
}
