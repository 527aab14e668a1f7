import type {Disposer} from '@ls-annotation/core';

/** Texts of the host's inline children; `''` for none. */
export interface InlineTexts {
  /** Text of `<script type="application/xml">`. */
  readonly config: string;
  /** Text of `<script type="application/json">`. */
  readonly task: string;
}

const SELECTORS: Readonly<Record<keyof InlineTexts, string>> = {
  config: ':scope > script[type="application/xml"]',
  task: ':scope > script[type="application/json"]',
};

/** Returns the texts of the host's inline children. */
export function inlineTexts(host: Element): InlineTexts {
  return {
    config: textOf(host, SELECTORS.config),
    task: textOf(host, SELECTORS.task),
  };
}

/**
 * Calls `listener` whenever a child comes or goes, or the text of an inline
 * child changes. What happens inside other children is not looked at: the
 * labeling interface is one of them.
 */
export function watchChildren(host: Element, listener: () => void): Disposer {
  const texts = new MutationObserver(listener);
  const children = new MutationObserver(() => {
    observeScripts();
    listener();
  });
  function observeScripts(): void {
    texts.disconnect();
    for (const script of host.querySelectorAll(':scope > script')) {
      texts.observe(script, {
        childList: true,
        characterData: true,
        subtree: true,
        attributeFilter: ['type'],
      });
    }
  }
  children.observe(host, {childList: true});
  observeScripts();
  return () => {
    children.disconnect();
    texts.disconnect();
  };
}

function textOf(host: Element, selector: string): string {
  return host.querySelector(selector)?.textContent.trim() ?? '';
}
