import {DetectionError} from './detection-error.js';

/** Called with bytes so far and in all; `null` when nobody knows. */
export type BytesListener = (loaded: number, total: number | null) => void;

/**
 * Loads a file and tells how far it is.
 *
 * @throws {@link DetectionError} when it cannot be loaded.
 */
export async function fetchBytes(
  address: string,
  onBytes: BytesListener = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const response = await request(address);
  const length = Number(response.headers.get('content-length'));
  const isPlain = !response.headers.has('content-encoding');
  const total = isPlain && length > 0 ? length : null;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let loaded = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) break;
    chunks.push(part.value);
    loaded += part.value.length;
    onBytes(loaded, total);
  }
  return joined(chunks, loaded);
}

async function request(address: string): Promise<Response> {
  const shown = address.length > 120 ? `${address.slice(0, 120)}…` : address;
  let response: Response;
  try {
    response = await fetch(address);
  } catch (cause) {
    throw new DetectionError(
      'detection/load-failed',
      `"${shown}" cannot be loaded. Check the address, and that its server allows this page (CORS).`,
      {cause},
    );
  }
  if (response.ok) return response;
  throw new DetectionError(
    'detection/load-failed',
    `"${shown}" cannot be loaded: the server answers ${response.status}.`,
  );
}

function joined(
  chunks: readonly Uint8Array[],
  length: number,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}
