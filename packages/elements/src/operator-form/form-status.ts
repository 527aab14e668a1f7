import type {ReactiveControllerHost} from 'lit';

import type {ParameterIssue} from '@ls-annotation/operators';

/**
 * What a form says about itself: the summary of what is wrong with it, and
 * words for those who do not see a change.
 */
export class FormStatus {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  #issues: readonly ParameterIssue[] = [];
  #announcement = '';

  /** @param host - is updated when something is said. */
  constructor(host: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#host = host;
  }

  /** What the summary is about; empty when there is none. */
  get issues(): readonly ParameterIssue[] {
    return this.#issues;
  }

  /** Words for assistive technology; may be empty. */
  get announcement(): string {
    return this.#announcement;
  }

  /** Sums up what is wrong. */
  show(issues: readonly ParameterIssue[]): void {
    this.#issues = issues;
    this.#host.requestUpdate();
  }

  /** Takes out of the summary what is no longer wrong. */
  keep(visible: readonly ParameterIssue[]): void {
    if (this.#issues.length === 0) return;
    const paths = new Set(visible.map(({path}) => path));
    this.show(this.#issues.filter(({path}) => paths.has(path)));
  }

  /** Tells people who do not see the change. */
  announce(words: string): void {
    this.#announcement = words;
    this.#host.requestUpdate();
  }
}

/** Returns how many fields are wrong, as a sentence. */
export function countText(count: number): string {
  return count === 1
    ? 'One field needs attention.'
    : `${count} fields need attention.`;
}
