/**
 * Puts CSS declarations from a config (`style="color: red"`) on an element.
 *
 * Goes through the CSS object model, so that a page's policy against inline
 * styles does not stand in the way; what is no declaration is dropped.
 */
export function applyCssText(target: HTMLElement, cssText: string): void {
  if (cssText.trim() !== '') target.style.cssText += `;${cssText}`;
}
