import {html} from 'lit';
import type {TemplateResult} from 'lit';
import {unsafeHTML} from 'lit/directives/unsafe-html.js';
import {until} from 'lit/directives/until.js';

/** What plain words have not. */
const MARKS = /[*_`[\]<>#~|&\\]|^\s*(?:[-+]|\d+[.)])\s|https?:|\n/m;

const known = new Map<string, Promise<TemplateResult | string>>();

/**
 * Draws markdown, made safe. Plain words are drawn at once; for others the
 * text stands there as it is until what reads it is loaded, and stays when
 * that fails.
 */
export function markdown(text: string): unknown {
  if (!MARKS.test(text)) return text;
  let shown = known.get(text);
  if (!shown) {
    shown = render(text);
    known.set(text, shown);
  }
  return until(shown, text);
}

async function render(text: string): Promise<TemplateResult | string> {
  try {
    const {safeMarkdown} = await import('./safe-markdown.js');
    return html`<div class="markdown">
      ${unsafeHTML(await safeMarkdown(text))}
    </div>`;
  } catch {
    known.delete(text);
    return text;
  }
}
