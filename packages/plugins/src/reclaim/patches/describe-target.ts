/** Returns what people call a target: `window`, `<body>`. */
export function describeTarget(target: unknown): string {
  if (target === globalThis) return 'window';
  if (target === document) return 'document';
  if (!(target instanceof Element)) {
    return target instanceof Object ? target.constructor.name : String(target);
  }
  return `<${target.localName}${target.id ? ` id="${target.id}"` : ''}>`;
}
