import {trusted} from '../../trusted-types.js';
import {GUEST_PORT} from '../protocol.js';
import type {LocateQuestion} from '../protocol.js';

/** Opens a document and says something to it, with a port; see below. */
export type InDocument = (
  message: string | LocateQuestion,
  port: MessagePort,
) => () => void;

/** Has a worker load the runtime; it waits for a port to a host. */
export function startWorker(address: string): Worker {
  return new Worker(trusted().createScriptURL(address));
}

/**
 * Hands a worker the port to the host. Once, it may ask where its plugin does
 * not parse, which only a document can find out.
 *
 * @returns what ends it.
 */
export function openWorker(
  worker: Worker,
  port: MessagePort,
  inDocument: InDocument,
): () => void {
  let endDocument = (): void => undefined;
  worker.onmessage = ({data}: MessageEvent<LocateQuestion>) => {
    worker.onmessage = null;
    const {port1, port2} = new MessageChannel();
    port1.onmessage = (answer: MessageEvent<unknown>) => {
      endDocument();
      worker.postMessage(answer.data);
    };
    endDocument = inDocument(data, port2);
  };
  worker.postMessage(GUEST_PORT, [port]);
  return () => {
    worker.terminate();
    endDocument();
  };
}

/**
 * Opens a document that runs the runtime, and says something to it.
 *
 * @param onLeave - called when what runs in it has left it, which ends it.
 * @returns what ends it.
 */
export function openDocument(
  html: string,
  message: string | LocateQuestion,
  port: MessagePort,
  onLeave: () => void,
): () => void {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  frame.title = document.title;
  frame.style.cssText =
    'position:absolute;inset:0;inline-size:100%;block-size:100%;border:0';
  let isFirst = true;
  frame.addEventListener('load', () => {
    if (isFirst) {
      isFirst = false;
      frame.contentWindow?.postMessage(message, '*', [port]);
      return;
    }
    frame.remove();
    onLeave();
  });
  frame.srcdoc = html;
  document.body.append(frame);
  return () => {
    frame.remove();
  };
}
