import {element} from '../dom/element.js';

/** Says what is wrong with what is said about a picture out of sight. */
export class ProblemElsewhere {
  /** Where it is said. */
  readonly element: HTMLElement;
  readonly #words = element('span');
  readonly #go = element('button', {
    class: 'lsf-button',
    attributes: {type: 'button'},
  });
  #itemIndex = 0;

  /** @param onGo - called with the picture that a person wants to see. */
  constructor(onGo: (itemIndex: number) => void) {
    this.#go.addEventListener('click', () => {
      onGo(this.#itemIndex);
    });
    this.element = element(
      'div',
      {class: 'lsf-problem lsf-problem_elsewhere'},
      this.#words,
      this.#go,
    );
  }

  /** Says it of a picture, 0-based. */
  show(itemIndex: number, message: string): void {
    this.#itemIndex = itemIndex;
    const number = String(itemIndex + 1);
    this.#words.textContent = `Picture ${number}: ${message}`;
    this.#go.textContent = `Go to picture ${number}`;
  }
}
