import {element, setAttribute} from '../dom/element.js';

/** Makes a button of a toolbar that shows `icon` and is called `label`. */
export function toolButton(
  icon: SVGSVGElement,
  label: string,
  onClick: () => void,
): HTMLButtonElement {
  const button = element('button', {
    class: 'lsf-tool',
    attributes: {type: 'button'},
  });
  showOnTool(button, icon, label);
  button.addEventListener('click', onClick);
  return button;
}

/** Has a button show another icon and be called otherwise. */
export function showOnTool(
  button: HTMLButtonElement,
  icon: SVGSVGElement,
  label: string,
): void {
  button.replaceChildren(icon);
  setAttribute(button, 'aria-label', label);
  setAttribute(button, 'title', label);
}

/** Makes a frame around buttons that belong together. */
export function toolGroup(...controls: readonly HTMLElement[]): HTMLElement {
  return element('div', {class: 'lsf-tools'}, ...controls);
}
