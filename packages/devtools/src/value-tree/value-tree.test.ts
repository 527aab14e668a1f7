import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import '../define/value-tree.js';

import type {ValueTreeElement} from './value-tree.js';

async function setup(value: unknown) {
  const tree = document.createElement('ls-value-tree');
  tree.name = 'payload';
  tree.value = value;
  document.body.append(tree);
  await tree.updateComplete;
  return {
    tree,
    end: () => {
      tree.remove();
    },
  };
}

/** Opens a tree with the keyboard and returns those in it. */
async function open(tree: ValueTreeElement): Promise<ValueTreeElement[]> {
  const toggled = new Promise((resolve) => {
    tree.shadowRoot
      ?.querySelector('details')
      ?.addEventListener('toggle', resolve, {once: true});
  });
  tree.shadowRoot?.querySelector('summary')?.focus();
  await sendKeys({press: 'Enter'});
  await toggled;
  await tree.updateComplete;
  const inner = [...tree.shadowRoot!.querySelectorAll('ls-value-tree')];
  await Promise.all(inner.map(({updateComplete}) => updateComplete));
  return inner;
}

const textOf = (tree: ValueTreeElement): string =>
  tree.shadowRoot!.textContent.trim();

describe('<ls-value-tree>', () => {
  it('is accessible', async () => {
    const {tree, end} = await setup({a: 1});
    await open(tree);
    await expect(tree).to.be.accessible();
    end();
  });

  it('reads nothing before it is opened', async () => {
    let count = 0;
    class Live {
      get text(): string {
        count += 1;
        return 'now';
      }
    }
    const {tree, end} = await setup(new Live());
    expect(textOf(tree)).to.contain('payload: Live');
    expect(count).to.equal(0);
    expect((await open(tree)).map(textOf)).to.deep.equal(['text: "now"']);
    expect(count).to.equal(1);
    end();
  });

  it('shows what holds itself, level by level', async () => {
    const value: Record<string, unknown> = {id: 'x'};
    value.self = value;
    const {tree, end} = await setup(value);
    const [, self] = await open(tree);
    expect(textOf(self!)).to.contain('self: Object "x"');
    expect(await open(self!)).to.have.length(2);
    end();
  });

  it('shows what a getter throws in its place', async () => {
    const value = {
      get bad(): string {
        throw new Error('closed');
      },
      good: [1n, undefined, null],
    };
    const {tree, end} = await setup(value);
    const [bad, good] = await open(tree);
    expect(textOf(bad!)).to.equal('bad: Error: closed');
    expect((await open(good!)).map(textOf)).to.deep.equal([
      '0: 1n',
      '1: undefined',
      '2: null',
    ]);
    end();
  });

  it('shows a hundred members, and more when asked to', async () => {
    const {tree, end} = await setup(Array.from({length: 150}, (_, at) => at));
    expect(await open(tree)).to.have.length(100);
    const more = tree.shadowRoot!.querySelector('button')!;
    expect(more.textContent.trim()).to.equal('50 more');
    more.focus();
    await sendKeys({press: 'Enter'});
    await tree.updateComplete;
    expect(tree.shadowRoot!.querySelectorAll('ls-value-tree')).to.have.length(
      150,
    );
    end();
  });

  it('leaves nothing behind, and reads nothing more, when it goes', async () => {
    const before = document.body.childElementCount;
    let count = 0;
    const live = {
      get text(): string {
        count += 1;
        return 'now';
      },
    };
    const {tree, end} = await setup(live);
    const [member] = await open(tree);
    tree.remove();
    document.body.append(tree);
    await tree.updateComplete;
    expect(textOf(member!)).to.equal('text: "now"');
    expect(count).to.equal(1);
    end();
    expect(document.body.childElementCount).to.equal(before);
  });
});
