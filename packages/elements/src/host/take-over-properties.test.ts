import {expect} from '@open-wc/testing';

import {takeOverProperties} from './take-over-properties.js';

let count = 0;

function setup() {
  count += 1;
  const tag = `take-over-${String(count)}`;
  const element = document.createElement(tag);
  document.body.append(element);
  const seen: unknown[] = [];
  const define = () => {
    customElements.define(
      tag,
      class extends HTMLElement {
        constructor() {
          super();
          takeOverProperties(this);
        }

        get task(): unknown {
          return 'own';
        }

        set task(value: unknown) {
          seen.push(value);
        }
      },
    );
  };
  return {
    element: element as HTMLElement & Record<string, unknown>,
    define,
    seen,
  };
}

describe('takeOverProperties()', () => {
  it('gives a value that was set before the definition to the accessor', () => {
    const {element, define, seen} = setup();
    element.task = 1;
    define();
    expect(seen).to.deep.equal([1]);
    expect(element.task).to.equal('own');
    element.task = 2;
    expect(seen).to.deep.equal([1, 2]);
    element.remove();
  });

  it('leaves properties of the page alone', () => {
    const {element, define} = setup();
    element.theirs = 1;
    define();
    expect(element.theirs).to.equal(1);
    element.remove();
  });
});
