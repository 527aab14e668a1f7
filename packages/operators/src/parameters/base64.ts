interface Platform {
  readonly atob: (text: string) => string;
  readonly btoa: (text: string) => string;
}

/** Browsers and Node have had both for long; only their types are missing. */
const platform = globalThis as unknown as Platform;
const CHUNK = 0x8000;
const ALPHABET = /^[A-Za-z0-9+/]*={0,2}$/;

/** Returns bytes as base64 text. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return platform.btoa(binary);
}

/** Returns the bytes of a text that {@link base64Length} has a length for. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(platform.atob(text), (one) => one.charCodeAt(0));
}

/** Returns how many bytes a base64 text holds; `null` when it is none. */
export function base64Length(text: string): number | null {
  if (text.length % 4 !== 0 || !ALPHABET.test(text)) return null;
  const padding = text.endsWith('==') ? 2 : Number(text.endsWith('='));
  return (text.length / 4) * 3 - padding;
}
