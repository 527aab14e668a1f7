import {trusted} from '../../trusted-types.js';
import {enforcePolicy} from '../guest-policy.js';
import {GUEST_PORT} from '../protocol.js';
import type {BootMessage} from '../protocol.js';

/**
 * Entry of the script of a frame's outer document.
 *
 * The plugin's document stands inside it and inherits its policy, which also
 * says that nothing may be framed: so that the plugin cannot take its document
 * elsewhere, which no policy of its own could keep it from.
 */
function main(): void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [guestPort, shellPort] = event.ports;
    const message = event.data as Partial<BootMessage> | null;
    if (event.source !== parent || !guestPort || !shellPort) return;
    if (message?.type !== 'ls-annotation-boot') return;
    removeEventListener('message', onMessage);
    boot(message as BootMessage, guestPort, shellPort);
  };
  addEventListener('message', onMessage);
}

function boot(
  {policy, nonce, runtime}: BootMessage,
  guestPort: MessagePort,
  shellPort: MessagePort,
): void {
  enforcePolicy(policy);
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = document.title;
  frame.style.cssText =
    'position:absolute;inset:0;inline-size:100%;block-size:100%;border:0';
  let isFirst = true;
  frame.addEventListener('load', () => {
    if (isFirst) {
      isFirst = false;
      frame.contentWindow?.postMessage(GUEST_PORT, '*', [guestPort]);
      return;
    }
    frame.remove();
    shellPort.postMessage('left');
  });
  frame.srcdoc = trusted().createHTML(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
      '<title>Plugin</title></head><body></body>' +
      `<script nonce="${nonce}">${runtime}</script></html>`,
  );
  document.body.append(frame);
}

main();
