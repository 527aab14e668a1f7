import {fixture, html} from '@open-wc/testing';

import {AnnotationStore, emptyAnnotation, regionsOf} from '@ls-annotation/core';
import type {NewRegion} from '@ls-annotation/core';
import {
  OperatorMemory,
  OperatorRegistry,
  StoreOperatorTarget,
} from '@ls-annotation/operators';
import type {Operator, OperatorResult} from '@ls-annotation/operators';

import '../../define/operator-dialog.js';
import {connectOperators} from '../connect-operators.js';
import type {OperatorDialogElement} from '../operator-dialog.js';

/** A page with a button, an operator, and an annotation with regions. */
export async function dialogPage(
  operator: Partial<Operator> = {},
  regions: readonly NewRegion[] = [],
) {
  const page = await fixture<HTMLElement>(
    html`<div><button id="opener">Open</button></div>`,
  );
  const stored = new Map<string, string>();
  const memory = new OperatorMemory({
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem: (key, value) => void stored.set(key, value),
      removeItem: (key) => void stored.delete(key),
    },
  });
  const registry = new OperatorRegistry({memory});
  registry.register({
    name: 'op',
    execute: () => ({success: true, message: 'Done it.'}),
    ...operator,
  });
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  store.insertRegions('a', regions, {origin: 'load'});
  registry.setTarget(
    new StoreOperatorTarget({store, annotationId: 'a', config: null}),
  );
  const disconnect = connectOperators(page, registry);
  const opener = found(page.querySelector('button'));
  const open = (): Promise<DialogView> => {
    opener.focus();
    registry.open('op');
    return dialogView(page);
  };
  const regionIds = (): readonly string[] =>
    [...regionsOf(store.annotation('a').regions)].map(({id}) => id);
  return {page, registry, memory, store, opener, open, regionIds, disconnect};
}

/** The open dialog as a person sees it. */
export type DialogView = Awaited<ReturnType<typeof dialogView>>;

/** Returns handles on the dialog that is on a page. */
export async function dialogView(page: HTMLElement) {
  const dialog: OperatorDialogElement = found(
    page.querySelector('ls-operator-dialog'),
  );
  await dialog.updateComplete;
  const root = found(dialog.shadowRoot);
  const form = root.querySelector('ls-operator-form');
  await form?.updateComplete;
  await Promise.resolve();
  const native = found(root.querySelector('dialog'));
  const buttons = (): readonly HTMLButtonElement[] => [
    ...root.querySelectorAll<HTMLButtonElement>('footer button'),
  ];
  return {
    dialog,
    native,
    root,
    input: () => found(form?.shadowRoot?.querySelector('input')),
    names: () => buttons().map((one) => one.textContent.trim()),
    button: (name: string) =>
      found(buttons().find((one) => one.textContent.trim() === name)),
    focused: () => root.activeElement?.textContent.trim() ?? '',
    text: () => native.innerText,
    status: () => found(root.querySelector('[role=status]')).textContent.trim(),
    /** Waits until the dialog has drawn what a test is after. */
    shows: async (fact: () => unknown): Promise<void> => {
      await dialog.updateComplete;
      while (!fact()) {
        await new Promise(requestAnimationFrame);
        await dialog.updateComplete;
      }
    },
  };
}

/** Work that waits until the test lets it go on. */
export function heldWork() {
  let release!: (result: OperatorResult) => void;
  const outcome = new Promise<OperatorResult>((resolve) => {
    release = resolve;
  });
  return {execute: () => outcome, release};
}

function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined)
    throw new Error('It is not there.');
  return value;
}
