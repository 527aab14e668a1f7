/** Ways out of a document that no content security policy closes. */
const EXITS = [
  'RTCPeerConnection',
  'webkitRTCPeerConnection',
  'RTCDataChannel',
  'WebTransport',
];

/**
 * Takes away what reaches the network past the document's policy. Frames that
 * a plugin makes are of another origin than its own, so that it finds no
 * second copy there.
 */
export function closeExits(): void {
  for (const name of EXITS) {
    if (!(name in globalThis)) continue;
    Object.defineProperty(globalThis, name, {
      value: undefined,
      configurable: false,
      writable: false,
    });
  }
}
