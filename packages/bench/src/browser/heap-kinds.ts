/** What the heap of a page's scripts holds, bytes. */
export interface HeapKinds {
  /** Objects, closures, arrays, texts, numbers: what a leak would be made of. */
  readonly objectBytes: number;
  /**
   * What the engine keeps for functions: compiled code, feedback, one piece
   * for each function at most.
   */
  readonly codeBytes: number;
}

/** The parts of a heap snapshot that are read here. */
interface HeapSnapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
}

/** Kinds of nodes that are the browser's, or are there for snapshots alone. */
const OTHERS = new Set(['native', 'hidden', 'synthetic']);

/** Adds up the JSON of a heap snapshot, as the browser writes it. */
export function heapKindsOf(json: string): HeapKinds {
  const {snapshot, nodes} = JSON.parse(json) as HeapSnapshot;
  const {node_fields: fields, node_types: types} = snapshot.meta;
  const typeAt = fields.indexOf('type');
  const sizeAt = fields.indexOf('self_size');
  let objectBytes = 0;
  let codeBytes = 0;
  for (let start = 0; start < nodes.length; start += fields.length) {
    const type = types[typeAt]?.[nodes[start + typeAt] ?? -1] ?? '';
    const size = nodes[start + sizeAt] ?? 0;
    if (type === 'code') codeBytes += size;
    else if (!OTHERS.has(type)) objectBytes += size;
  }
  return {objectBytes, codeBytes};
}
