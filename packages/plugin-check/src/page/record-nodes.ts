import type {Caller} from './callers.js';
import {elementName, isOutsideLabeling} from './labeling-view.js';
import type {Recording} from './recording.js';
import {replaceMethod} from './replace-method.js';

/**
 * Finds the elements that appear in the page outside the labeling interface.
 * Those that the host made, and those inside another one, are left out.
 */
export class NodeRecorder {
  readonly #recording: Recording;
  readonly #makers = new WeakMap<Node, Caller>();
  readonly #known = new WeakSet<Element>();
  readonly #added = new WeakSet<Element>();

  constructor(recording: Recording) {
    this.#recording = recording;
    const makers = this.#makers;
    replaceMethod(
      Document.prototype,
      'createElement',
      (original) =>
        function (this: unknown, ...args) {
          const made = original.apply(this, args) as Element;
          const caller = recording.callers.current();
          if (caller) makers.set(made, caller);
          return made;
        },
    );
  }

  /** Takes what is there as what belongs to the page. */
  accept(): void {
    for (const element of elements()) this.#known.add(element);
  }

  /** Notes what came since the last time, as of the display that is open. */
  note(): void {
    for (const element of elements()) {
      if (this.#known.has(element)) continue;
      this.#known.add(element);
      this.#note(element);
    }
  }

  #note(element: Element): void {
    const {log} = this.#recording;
    const {parentElement} = element;
    const isInside = parentElement !== null && this.#added.has(parentElement);
    this.#added.add(element);
    const maker = this.#makers.get(element);
    if (isInside || maker?.kind === 'host') return;
    log.take({
      kind: 'node',
      what: elementName(element),
      place: maker?.place ?? null,
      owner: log.owner,
      isInEffect: () => isOutsideLabeling(element),
    });
  }
}

/** In document order: what is around comes before what is inside. */
function elements(): Element[] {
  return [...document.querySelectorAll('*')].filter(isOutsideLabeling);
}
