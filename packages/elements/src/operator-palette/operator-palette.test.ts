import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {OperatorMemory, OperatorRegistry} from '@ls-annotation/operators';
import type {Operator} from '@ls-annotation/operators';

import '../define/operator-palette.js';

import type {OperatorPaletteElement} from './operator-palette.js';

function operator(name: string, rest: Partial<Operator> = {}): Operator {
  return {name, execute: () => ({success: true, message: ''}), ...rest};
}

const SOME = [
  operator('count', {title: 'Count words', group: 'Text', shortcut: 'ctrl+j'}),
  operator('split', {title: 'Split words', group: 'Text', icon: '✂'}),
  operator('boxes', {title: 'Find boxes', group: 'Pictures'}),
  operator('film', {title: 'Cut film', supportedScopes: ['video']}),
  operator('menu only', {placements: ['menu']}),
  operator('nowhere', {unlisted: true}),
];

async function setup(operators: readonly Operator[] = SOME) {
  const page = await fixture<HTMLElement>(
    html`<div><button>Before</button></div>`,
  );
  const opener = page.querySelector('button')!;
  const registry = new OperatorRegistry();
  for (const one of operators) registry.register(one);
  const opened: string[] = [];
  registry.openRequests$.subscribe(({name}) => opened.push(name));
  opener.focus();
  const palette = document.createElement('ls-operator-palette');
  palette.registry = registry;
  page.append(palette);
  await palette.updateComplete;
  return {page, opener, registry, opened, palette, ...handles(palette)};
}

function handles(palette: OperatorPaletteElement) {
  const root = palette.shadowRoot!;
  const input = root.querySelector('input')!;
  const texts = (selector: string): readonly string[] =>
    [...root.querySelectorAll(selector)].map((one) => one.textContent.trim());
  const active = (): string => {
    const id = input.getAttribute('aria-activedescendant') ?? '';
    const option = root.getElementById(id);
    return option?.querySelector('.name')?.textContent ?? '';
  };
  const press = async (key: string): Promise<void> => {
    await sendKeys({press: key});
    await palette.updateComplete;
  };
  const type = async (text: string): Promise<void> => {
    await sendKeys({type: text});
    await palette.updateComplete;
    await palette.updateComplete;
  };
  return {root, input, texts, active, press, type};
}

describe('<ls-operator-palette>', () => {
  it('is accessible with a list, with a search and empty', async () => {
    const {palette, type} = await setup();
    await expect(palette).to.be.accessible();
    await type('zzz');
    await expect(palette).to.be.accessible();
    palette.close();
    const empty = await setup([]);
    await expect(empty.palette).to.be.accessible();
  });

  it('lists by group what may be found in it, with reasons last', async () => {
    const {texts} = await setup();
    expect(texts('.group-title')).to.deep.equal([
      'Text',
      'Pictures',
      'Not available here',
    ]);
    expect(texts('.name')).to.deep.equal([
      'Count words',
      'Split words',
      'Find boxes',
      'Cut film',
    ]);
    expect(texts('.reason')).to.deep.equal(['Needs a video.']);
    expect(texts('kbd')).to.have.length(1);
  });

  it('has what was used before the page was loaded again at the top', async () => {
    const items = new Map<string, string>();
    const storage = {
      getItem: (key: string) => items.get(key) ?? null,
      setItem: (key: string, value: string) => void items.set(key, value),
      removeItem: (key: string) => void items.delete(key),
    };
    const before = new OperatorRegistry({
      memory: new OperatorMemory({storage}),
    });
    for (const one of SOME) before.register(one);
    await before.run('split');
    const {registry, palette, texts} = await setup();
    expect(texts('.group-title')).not.to.contain('Used last');
    registry.memory = new OperatorMemory({storage});
    await palette.updateComplete;
    expect(texts('.group-title')[0]).to.equal('Used last');
    expect(texts('.name')[0]).to.equal('Split words');
    palette.close();
  });

  it('has what was used last at the top', async () => {
    const {page, registry, palette} = await setup();
    palette.close();
    await registry.run('boxes');
    await registry.run('split');
    const next = document.createElement('ls-operator-palette');
    next.registry = registry;
    page.append(next);
    await next.updateComplete;
    const {texts} = handles(next);
    expect(texts('.group-title')[0]).to.equal('Used last');
    expect(texts('.name').slice(0, 3)).to.deep.equal([
      'Split words',
      'Find boxes',
      'Count words',
    ]);
  });

  it('is searched while the arrow keys move in the list', async () => {
    const {root, input, active, press, type, texts} = await setup();
    expect(root.activeElement).to.equal(input);
    await type('words');
    expect(texts('.name')).to.deep.equal(['Count words', 'Split words']);
    expect(texts('[role=status]')).to.deep.equal(['2 found']);
    await press('ArrowDown');
    expect(active()).to.equal('Split words');
    await press('ArrowDown');
    expect(active()).to.equal('Count words');
    await press('ArrowUp');
    expect(active()).to.equal('Split words');
    await press('Control+Home');
    expect(active()).to.equal('Count words');
    expect(root.activeElement).to.equal(input);
  });

  it('opens what Enter is pressed on, once the focus is back', async () => {
    const {opener, opened, palette, press, type} = await setup();
    await type('box');
    await press('Enter');
    expect(opened).to.deep.equal(['boxes']);
    expect(document.activeElement).to.equal(opener);
    while (palette.isConnected) await new Promise(requestAnimationFrame);
  });

  it('says why one cannot run instead of opening it', async () => {
    const {opened, palette, press, type, texts} = await setup();
    await type('film');
    await press('Enter');
    expect(opened).to.be.empty;
    expect(palette.isConnected).to.be.true;
    expect(texts('[role=status]')[0]).to.equal(
      'Cut film cannot run: Needs a video.',
    );
  });

  it('opens what is clicked', async () => {
    const {opened, root} = await setup();
    const option = root.querySelectorAll('.option')[2]!;
    const {left, top} = option.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + 20), Math.round(top + 10)],
    });
    expect(opened).to.deep.equal(['boxes']);
  });

  it('is left with Escape, which gives the focus back', async () => {
    const {opener, palette} = await setup();
    await sendKeys({press: 'Escape'});
    while (palette.isConnected) await new Promise(requestAnimationFrame);
    expect(document.activeElement).to.equal(opener);
  });

  it('does not leak keys to the page', async () => {
    const {page, press} = await setup();
    const leaked: string[] = [];
    page.addEventListener('keydown', ({key}) => leaked.push(key));
    await press('a');
    await press('ArrowDown');
    expect(leaked).to.be.empty;
  });

  it('hears nothing of the registry when it is gone', async () => {
    const {registry, palette} = await setup();
    palette.remove();
    let updates = 0;
    palette.requestUpdate = () => {
      updates += 1;
    };
    registry.register(operator('late'));
    expect(updates).to.equal(0);
  });
});
