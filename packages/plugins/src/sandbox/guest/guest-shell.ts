import {trusted} from '../../trusted-types.js';
import {enforcePolicy} from '../guest-policy.js';
import {GUEST_PORT} from '../protocol.js';
import type {
  BootMessage,
  LocateQuestion,
  ShellAnswer,
  ShellMessage,
} from '../protocol.js';

import {openDocument, openWorker, startWorker} from './shell-stage.js';

/**
 * Entry of the script of a frame's outer document, which stays for as long as
 * the plugin is on the page. It knows nothing of plugins: for each display it
 * opens a worker or a document of the plugin's own, and ends it afterwards.
 *
 * Both inherit its policy, which also says that nothing may be framed: so
 * that a plugin cannot take its document elsewhere, which no policy of that
 * document could keep it from.
 */
function main(): void {
  const onMessage = (event: MessageEvent<unknown>): void => {
    const [port] = event.ports;
    const message = event.data as Partial<BootMessage> | null;
    if (event.source !== parent || !port) return;
    if (message?.type !== 'ls-annotation-boot') return;
    removeEventListener('message', onMessage);
    boot(message as BootMessage, port);
  };
  addEventListener('message', onMessage);
}

function boot({policy, nonce, runtime}: BootMessage, port: MessagePort): void {
  enforcePolicy(policy);
  const html = trusted().createHTML(
    '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
      '<title>Plugin</title></head><body></body>' +
      `<script nonce="${nonce}">${runtime}</script></html>`,
  );
  const address = URL.createObjectURL(
    new Blob([runtime], {type: 'text/javascript'}),
  );
  const say = (answer: ShellAnswer): void => {
    port.postMessage(answer);
  };
  const inDocument = (
    message: string | LocateQuestion,
    to: MessagePort,
  ): (() => void) =>
    openDocument(html, message, to, () => {
      say({type: 'left'});
    });
  let spare: Worker | null = null;
  let end = (): void => undefined;
  port.onmessage = ({data, ports}: MessageEvent<ShellMessage>) => {
    const [guestPort] = ports;
    if (data.type === 'spare') {
      spare ??= startWorker(address);
      return;
    }
    end();
    end = () => undefined;
    if (data.type === 'open' && guestPort) {
      if (data.isShown) end = inDocument(GUEST_PORT, guestPort);
      else {
        const worker = spare ?? startWorker(address);
        spare = null;
        end = openWorker(worker, guestPort, inDocument);
      }
    }
    say({type: 'done'});
  };
}

main();
