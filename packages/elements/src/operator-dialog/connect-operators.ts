import type {Disposer} from '@ls-annotation/core';
import type {
  OperatorOpenRequest,
  OperatorRegistry,
  OperatorRun,
} from '@ls-annotation/operators';

import {OperatorErrorEvent} from '../events/error-events.js';
import {
  OperatorDoneEvent,
  OperatorRunEvent,
  OperatorShowEvent,
} from '../events/operator-events.js';

import type {OperatorDialogElement} from './operator-dialog.js';

/** Name of the host's slot that dialogs of operators stand in. */
export const OPERATOR_DIALOG_SLOT = 'operator';

/**
 * Gives a registry a place on the page: an `<ls-operator-dialog>` becomes a
 * child of `parent` when an operator is opened, and `ls-operator-run`,
 * `ls-operator-done` and `ls-operator-error` are fired at `parent`.
 *
 * An operator whose dialog is open already gets the focus instead of a second
 * one. On `ls-operator-show-request` a dialog shows the run.
 *
 * @returns A disposer that closes the dialogs, too.
 */
export function connectOperators(
  parent: HTMLElement,
  registry: OperatorRegistry,
): Disposer {
  const dialogs = new Map<string, OperatorDialogElement>();
  const subscriptions = [
    registry.openRequests$.subscribe((request) => {
      const open = dialogs.get(request.name);
      if (open?.isConnected) open.focus();
      else dialogs.set(request.name, openDialog(parent, registry, request));
    }),
    registry.runs$.subscribe((run) => fireRun(parent, run)),
    registry.errors$.subscribe((error) => {
      parent.dispatchEvent(new OperatorErrorEvent(error));
    }),
  ];
  const onShow = ({run}: OperatorShowEvent): void => {
    const open = dialogs.get(run.operatorName);
    const dialog = open?.isConnected
      ? open
      : openDialog(parent, registry, {
          name: run.operatorName,
          values: run.parameters,
        });
    dialogs.set(run.operatorName, dialog);
    dialog.run = run;
  };
  parent.addEventListener(OperatorShowEvent.eventName, onShow);
  return () => {
    parent.removeEventListener(OperatorShowEvent.eventName, onShow);
    for (const subscription of subscriptions) subscription.unsubscribe();
    for (const dialog of dialogs.values()) dialog.remove();
    dialogs.clear();
  };
}

function openDialog(
  parent: HTMLElement,
  registry: OperatorRegistry,
  {name, values}: OperatorOpenRequest,
): OperatorDialogElement {
  const dialog = parent.ownerDocument.createElement('ls-operator-dialog');
  dialog.slot = OPERATOR_DIALOG_SLOT;
  // What is gone is still named, with what became of it.
  dialog.operator = registry.find(name) ?? {
    name,
    description: '',
    parameters: [],
  };
  dialog.registry = registry;
  dialog.values = values;
  parent.append(dialog);
  return dialog;
}

function fireRun(parent: HTMLElement, run: OperatorRun): void {
  parent.dispatchEvent(new OperatorRunEvent(run));
  void run.done.then((result) =>
    parent.dispatchEvent(new OperatorDoneEvent(run, result)),
  );
}
