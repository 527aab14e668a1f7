/** Returns a value as the language writes it as text; `''` for nothing. */
export function toText(value: unknown): string {
  const text: unknown = value ?? '';
  return String(text);
}
