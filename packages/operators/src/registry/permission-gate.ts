import {toMessage} from '../errors.js';
import type {OperatorContext} from '../operator/operator-context.js';
import {isRecord} from '../parameters/own-value.js';

import type {CanAnswer, CanRequest, OperatorCan} from './can-operator.js';

/** What `can` says, made whole. */
export interface Permission {
  /** Why the operator may not be run, or `null`. */
  readonly reason: string | null;
  /** True to offer it nowhere. */
  readonly isHidden: boolean;
}

const ALLOWED: Permission = {reason: null, isHidden: false};
const ASKING: Permission = {
  reason: 'Whether you may run it is being found out.',
  isHidden: false,
};

/** Asks the page whether operators may be run, and keeps late answers. */
export class PermissionGate {
  readonly #onAnswer: () => void;
  /** Late answers by the name of their operator; no value: still asking. */
  readonly #kept = new Map<
    string,
    {permission: Permission; settled: Promise<unknown>}
  >();
  #can: OperatorCan | null;

  /** @param onAnswer - called when a late answer has come. */
  constructor(can: OperatorCan | null, onAnswer: () => void) {
    this.#can = can;
    this.#onAnswer = onAnswer;
  }

  /** Who is asked, or `null`. */
  get can(): OperatorCan | null {
    return this.#can;
  }

  set can(can: OperatorCan | null) {
    this.#can = can;
    this.forget();
  }

  /** Has late answers asked for again. */
  forget(): void {
    this.#kept.clear();
  }

  /** Returns what is known at this moment. */
  check(request: CanRequest, context: OperatorContext): Permission {
    if (!this.#can) return ALLOWED;
    const kept = this.#kept.get(request.name);
    if (kept) return kept.permission;
    try {
      const answer = this.#can(request, context);
      if (!isPromise(answer)) return toPermission(answer);
      this.#keep(request.name, answer);
      return ASKING;
    } catch (thrown) {
      return refusal(thrown);
    }
  }

  /** The same, once a late answer has come. */
  async settled(
    request: CanRequest,
    context: OperatorContext,
  ): Promise<Permission> {
    let permission = this.check(request, context);
    while (permission === ASKING) {
      await this.#kept.get(request.name)?.settled;
      permission = this.check(request, context);
    }
    return permission;
  }

  #keep(name: string, answer: Promise<boolean | CanAnswer>): void {
    const kept = {
      permission: ASKING,
      settled: answer.then(toPermission, refusal).then((permission) => {
        kept.permission = permission;
        if (this.#kept.get(name) === kept) this.#onAnswer();
      }),
    };
    this.#kept.set(name, kept);
  }
}

function isPromise<T>(answer: T | Promise<T>): answer is Promise<T> {
  return typeof (answer as {then?: unknown} | null)?.then === 'function';
}

/** What is no answer says no. */
function toPermission(answer: unknown): Permission {
  if (answer === true) return ALLOWED;
  const {isAllowed, reason, isHidden} = isRecord(answer) ? answer : {};
  return {
    reason:
      isAllowed === true
        ? null
        : typeof reason === 'string' && reason !== ''
          ? reason
          : 'You may not run it.',
    isHidden: isHidden === true,
  };
}

function refusal(thrown: unknown): Permission {
  return {reason: toMessage(thrown), isHidden: false};
}
