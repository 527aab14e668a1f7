import type {Disposer} from '@ls-annotation/core';

/** A host that wants to hear the keys that are meant for it. */
export interface KeyReceiver {
  /** Element within which focus and pointer count as use. */
  readonly host: HTMLElement;
  /** Called for a key that is meant for this host. */
  receive(event: KeyboardEvent): void;
}

const receivers = new Set<KeyReceiver>();
let lastUsed: WeakRef<KeyReceiver> | null = null;

/**
 * Has `receiver` hear the keys that are pressed while its host is in use.
 *
 * A host is in use while the focus is in it. While the focus is nowhere or on
 * something that takes no text, the host that was used last is in use, or the
 * only one on the page. A key pressed in a text field outside every host is
 * for nobody. Listeners are on the document only while a receiver is there.
 */
export function receiveKeys(receiver: KeyReceiver): Disposer {
  if (receivers.size === 0) connect();
  receivers.add(receiver);
  return () => {
    if (!receivers.delete(receiver)) return;
    if (lastUsed?.deref() === receiver) lastUsed = null;
    if (receivers.size === 0) disconnect();
  };
}

/**
 * Returns true for an element in which keys make text, and for what is inside
 * one.
 */
export function takesText(target: EventTarget | undefined): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !KEYLESS.has(target.type);
  return (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  );
}

const KEYLESS: ReadonlySet<string> = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

function connect(): void {
  document.addEventListener('keydown', onKeyDown);
  document.addEventListener('pointerdown', onUse, {capture: true});
  document.addEventListener('focusin', onUse, {capture: true});
}

function disconnect(): void {
  document.removeEventListener('keydown', onKeyDown);
  document.removeEventListener('pointerdown', onUse, {capture: true});
  document.removeEventListener('focusin', onUse, {capture: true});
}

function onUse(event: Event): void {
  const receiver = receiverOn(event.composedPath());
  if (receiver) lastUsed = new WeakRef(receiver);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  receiverFor(event)?.receive(event);
}

function receiverFor(event: KeyboardEvent): KeyReceiver | undefined {
  const path = event.composedPath();
  const inside = receiverOn(path);
  if (inside) return inside;
  if (takesText(path[0])) return undefined;
  const [only] = receivers;
  return lastUsed?.deref() ?? (receivers.size === 1 ? only : undefined);
}

function receiverOn(path: readonly EventTarget[]): KeyReceiver | undefined {
  for (const target of path) {
    for (const receiver of receivers) {
      if (receiver.host === target) return receiver;
    }
  }
  return undefined;
}
