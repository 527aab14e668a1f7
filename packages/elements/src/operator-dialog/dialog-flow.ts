import type {ReactiveControllerHost} from 'lit';

import {LsError} from '@ls-annotation/core';
import type {
  ApplyMode,
  OperatorRegistry,
  OperatorRun,
  OperatorRunSnapshot,
  ParameterValues,
  ProposedEdits,
} from '@ls-annotation/operators';

import type {DialogPhase} from './dialog-buttons.js';
import type {OperatorDescription} from './operator-description.js';
import {RunController} from './run-controller.js';

/** What a dialog is about; asked for when it is needed. */
export interface DialogFlowOptions {
  /** Returns the operator. */
  readonly operator: () => OperatorDescription | null;
  /** Returns where it is run. */
  readonly registry: () => OperatorRegistry | undefined;
  /** Called with what could not be done. */
  readonly onFailure: (error: LsError) => void;
}

/**
 * Where a dialog is, from the form over a question and a run to what came out,
 * and what leads from one to the other. The element is updated as it goes on.
 */
export class DialogFlow {
  readonly #host: ReactiveControllerHost;
  readonly #options: DialogFlowOptions;
  readonly #runs: RunController;
  #failure: LsError | null = null;
  #question: ParameterValues | null = null;
  /** The run was not started here: closing leaves it alone. */
  #isVisitor = false;

  constructor(host: ReactiveControllerHost, options: DialogFlowOptions) {
    this.#host = host;
    this.#options = options;
    this.#runs = new RunController(host);
  }

  /** Why a run could not even be made, or edits not be applied. */
  get failure(): LsError | null {
    return this.#failure;
  }

  /** True while values wait for a word before they are run with. */
  get isAsking(): boolean {
    return this.#question !== null;
  }

  /** The run in view, or `null`. */
  get run(): OperatorRun | null {
    return this.#runs.run;
  }

  /** The run as it is now, or `null`. */
  get snapshot(): OperatorRunSnapshot | null {
    return this.#runs.snapshot;
  }

  /** Edits of the run, waiting for a word or settled; `null` for none. */
  get proposal(): ProposedEdits | null {
    return this.snapshot?.proposal ?? null;
  }

  /** True while nothing can be typed. */
  get isInert(): boolean {
    return this.#runs.isRunning || this.isAsking;
  }

  /** Edits are looked at on the annotation, which must be in view. */
  get standsAside(): boolean {
    const state = this.proposal?.state;
    return state === 'open' || state === 'applied';
  }

  /** Where it is. */
  get phase(): DialogPhase {
    if (this.isAsking) return 'question';
    const {run} = this;
    if (!run) return 'form';
    switch (this.proposal?.state) {
      case 'open':
        return 'review';
      case 'applied':
        return 'succeeded';
      case 'dropped':
        return 'aborted';
      case undefined:
        return run.state;
    }
  }

  /** Shows a run that was started elsewhere. */
  visit(run: OperatorRun): void {
    this.#isVisitor = true;
    this.#runs.watch(run);
  }

  /** Runs with values; an operator that needs care only after a question. */
  ask(values: ParameterValues): void {
    const {danger = 'none'} = this.#options.operator() ?? {};
    if (danger === 'none') this.#start(values, false);
    else this.#setQuestion(values);
  }

  /** Runs dry. That changes nothing, so nobody is asked. */
  preview(values: ParameterValues): void {
    this.#start(values, true);
  }

  /** Answers the question: runs. */
  confirm(): void {
    const values = this.#question;
    this.#setQuestion(null);
    if (values) this.#start(values, false);
  }

  /** Applies edits that wait. */
  apply(mode: ApplyMode): void {
    this.#failure = null;
    this.#attempt(() => this.proposal?.apply(mode));
  }

  /** Lets edits that wait go. */
  drop(): void {
    this.proposal?.drop();
  }

  /** Forgets what came out, as other values are about something else. */
  forget(): void {
    this.#failure = null;
    this.#host.requestUpdate();
    if (!this.#runs.isRunning) this.#runs.watch(null);
  }

  /** Lets the run go on where nobody sees it. */
  release(): void {
    this.#runs.release();
  }

  /**
   * Cancels the run, as its button does.
   *
   * @returns whether there was one.
   */
  cancel(): boolean {
    if (!this.#runs.isRunning) return false;
    this.run?.abort();
    return true;
  }

  /**
   * Takes one step back: from the question, or out of a run of its own.
   *
   * @returns whether there was one to take.
   */
  stepBack(): boolean {
    if (this.isAsking) {
      this.#setQuestion(null);
      return true;
    }
    return !this.#isVisitor && this.cancel();
  }

  /** The dialog is gone: a run of its own is cancelled, another left alone. */
  leave(): void {
    if (this.#isVisitor) this.release();
    else this.run?.abort();
  }

  #setQuestion(values: ParameterValues | null): void {
    this.#question = values;
    this.#host.requestUpdate();
  }

  #start(values: ParameterValues, isPreview: boolean): void {
    const registry = this.#options.registry();
    const operator = this.#options.operator();
    if (!registry || !operator || this.#runs.isRunning) return;
    const options = {applyDefaults: false};
    this.#failure = null;
    this.#isVisitor = false;
    this.#attempt(() => {
      this.#runs.watch(
        isPreview
          ? registry.preview(operator.name, values, options)
          : registry.run(operator.name, values, options),
      );
    });
  }

  #attempt(act: () => void): void {
    this.#host.requestUpdate();
    try {
      act();
    } catch (error) {
      if (!(error instanceof LsError)) throw error;
      this.#failure = error;
      this.#options.onFailure(error);
    }
  }
}
