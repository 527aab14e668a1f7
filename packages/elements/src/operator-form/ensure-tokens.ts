import {tokens} from '../styles/tokens.js';

/**
 * Gives an element that stands outside a host the host's tokens, so that it
 * looks the same there. Inside a host it does nothing: there they are
 * inherited, with what the page has set.
 */
export function ensureTokens(element: HTMLElement): void {
  const {shadowRoot} = element;
  const sheet = tokens.styleSheet;
  if (!shadowRoot || !sheet) return;
  const others = shadowRoot.adoptedStyleSheets.filter((one) => one !== sheet);
  shadowRoot.adoptedStyleSheets = others;
  const isInherited =
    getComputedStyle(element).getPropertyValue('--ls-surface') !== '';
  if (!isInherited) shadowRoot.adoptedStyleSheets = [sheet, ...others];
}
