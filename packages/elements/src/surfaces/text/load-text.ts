/**
 * Loads the text at an address.
 *
 * @throws `TypeError` when the address is not http(s), or cannot be reached;
 *   `Error` when the server answers with a failure.
 */
export async function loadText(
  address: string,
  signal: AbortSignal,
): Promise<string> {
  const url = new URL(address, document.baseURI);
  if (!['http:', 'https:', 'blob:', 'data:'].includes(url.protocol)) {
    throw new TypeError(`The scheme "${url.protocol}" is not loaded.`);
  }
  const response = await fetch(url, {signal});
  if (!response.ok) {
    throw new Error(`The server answered ${String(response.status)}.`);
  }
  return response.text();
}
