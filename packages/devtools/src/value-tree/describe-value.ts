const MAX_TEXT = 120;

/** Returns a value in a few words, without looking into what it holds. */
export function describeValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return shorten(JSON.stringify(value));
    case 'bigint':
      return `${String(value)}n`;
    case 'function':
      return `function ${value.name || 'without a name'}`;
    case 'object':
      return value === null ? 'null' : describeObject(value);
    default:
      return String(value);
  }
}

function describeObject(value: object): string {
  if (Array.isArray(value)) return `Array(${String(value.length)})`;
  if (value instanceof Error) return shorten(String(value));
  if (value instanceof Map) return `Map(${String(value.size)})`;
  if (value instanceof Set) return `Set(${String(value.size)})`;
  if (value instanceof Element) {
    const id = value.id ? ` id="${value.id}"` : '';
    return `<${value.localName}${id}>`;
  }
  const name = read(() => value.constructor.name);
  const id = read(() => (value as {readonly id?: unknown}).id);
  const title = typeof name === 'string' && name ? name : 'Object';
  return typeof id === 'string' || typeof id === 'number'
    ? `${title} ${shorten(JSON.stringify(id))}`
    : title;
}

function read(getter: () => unknown): unknown {
  try {
    return getter();
  } catch {
    return undefined;
  }
}

function shorten(text: string): string {
  return text.length > MAX_TEXT ? `${text.slice(0, MAX_TEXT)}…` : text;
}
