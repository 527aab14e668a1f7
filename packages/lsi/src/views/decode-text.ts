import {attributeText, type ConfigTag} from '@ls-annotation/core';

import {toText} from './to-text.js';

interface Platform {
  readonly atob: (encoded: string) => string;
  readonly TextDecoder: new () => {decode(bytes: Uint8Array): string};
}

/**
 * Returns the text that a `<Text>` or `<HyperText>` shows for a value:
 * decoded as its `encoding` says. Values of other tags, and what cannot be
 * decoded, come back as they are.
 */
export function decodeText(tag: ConfigTag, value: unknown): unknown {
  if (tag.type !== 'text' && tag.type !== 'hypertext') return value;
  const text = toText(value);
  const encoding = attributeText(tag, 'encoding');
  if (encoding !== 'base64' && encoding !== 'base64unicode') return text;
  try {
    return decode(text, encoding === 'base64unicode');
  } catch {
    return text;
  }
}

function decode(encoded: string, isUnicode: boolean): string {
  const {atob, TextDecoder} = globalThis as unknown as Platform;
  const binary = atob(encoded);
  if (!isUnicode) return binary;
  const bytes = Uint8Array.from(binary, (unit) => unit.charCodeAt(0));
  return new TextDecoder().decode(bytes);
}
