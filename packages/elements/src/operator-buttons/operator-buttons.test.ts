import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {OperatorRegistry} from '@ls-annotation/operators';
import type {Operator} from '@ls-annotation/operators';

import '../define/annotation-host.js';
import '../define/operator-buttons.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';

import type {OperatorButtonsElement} from './operator-buttons.js';

function operator(name: string, overrides: Partial<Operator> = {}): Operator {
  return {
    name,
    placements: ['toolbar'],
    execute: () => ({success: true, message: ''}),
    ...overrides,
  };
}

async function setup(operators: readonly Operator[], width = '60rem') {
  const registry = new OperatorRegistry();
  for (const one of operators) registry.register(one);
  const opened: string[] = [];
  registry.openRequests$.subscribe(({name}) => opened.push(name));
  const page = await fixture<HTMLElement>(
    html`<div>
      <button>before</button
      ><ls-operator-buttons
        style="max-inline-size: ${width}"
        .registry=${registry}
      ></ls-operator-buttons>
      <button>after</button>
    </div>`,
  );
  const element = page.querySelector('ls-operator-buttons')!;
  await settled(element);
  const root = element.shadowRoot!;
  const all = () => [...root.querySelectorAll('button')];
  const shown = () => all().filter((one) => isVisible(one));
  return {
    registry,
    opened,
    page,
    element,
    all,
    shown,
    names: () => shown().map(({innerText}) => innerText.trim()),
    focused: () => root.activeElement?.textContent.trim(),
  };
}

async function settled(element: OperatorButtonsElement): Promise<void> {
  while (!(await element.updateComplete)) continue;
}

function isVisible(button: HTMLElement): boolean {
  return button.checkVisibility({visibilityProperty: true});
}

describe('<ls-operator-buttons>', () => {
  it('is accessible', async () => {
    const {element} = await setup([
      operator('grow', {title: 'Grow', icon: '✚', description: 'Grows it.'}),
      operator('video', {supportedScopes: ['video']}),
    ]);
    await expect(element).to.be.accessible();
  });

  it('has a button for each operator that asks for one', async () => {
    const {names, registry, element} = await setup([
      operator('grow', {title: 'Grow'}),
      operator('menu', {placements: ['menu']}),
      operator('unlisted', {unlisted: true}),
    ]);
    expect(names()).to.deep.equal(['Grow']);
    const unregister = registry.register(operator('Later'));
    await settled(element);
    expect(names()).to.deep.equal(['Grow', 'Later']);
    unregister();
    await settled(element);
    expect(names()).to.deep.equal(['Grow']);
  });

  it('opens the operator', async () => {
    const {shown, opened} = await setup([operator('a'), operator('b')]);
    shown()[1]!.click();
    expect(opened).to.deep.equal(['b']);
  });

  it('says what an operator does and by which keys', async () => {
    const {shown} = await setup([
      operator('a', {description: 'Grows it.', shortcut: 'ctrl+shift+y'}),
    ]);
    const [button] = shown();
    expect(button!.ariaDescription).to.equal('Grows it.');
    expect(button!.dataset.tooltip).to.match(/^Grows it\. \(.+Y\)$/);
    expect(button!.getAttribute('aria-keyshortcuts')).to.contain('Shift');
  });

  it('says why an operator cannot run, and does not open it', async () => {
    const {shown, opened, registry, element} = await setup([
      operator('a', {supportedScopes: ['video']}),
      operator('b'),
    ]);
    const [button, other] = shown();
    expect(button!.ariaDisabled).to.equal('true');
    expect(button!.ariaDescription).to.equal('Needs a video.');
    expect(button!.dataset.tooltip).to.equal('Needs a video.');
    button!.click();
    registry.can = ({name}) =>
      name === 'b' ? {isAllowed: false, reason: 'Ask Ada.'} : true;
    await settled(element);
    expect(other!.ariaDescription).to.equal('Ask Ada.');
    other!.click();
    expect(opened).to.be.empty;
  });

  it('is one tab stop, in which arrow keys move', async () => {
    const {page, focused, opened} = await setup(
      ['a', 'b', 'c'].map((name) => operator(name)),
    );
    page.querySelector('button')!.focus();
    const at: (string | undefined)[] = [];
    for (const press of [
      'Tab',
      'ArrowRight',
      'End',
      'ArrowRight',
      'ArrowLeft',
      'Home',
      'ArrowRight',
    ]) {
      await sendKeys({press});
      at.push(focused());
    }
    expect(at).to.deep.equal(['a', 'b', 'c', 'a', 'c', 'a', 'b']);
    await sendKeys({press: 'Tab'});
    expect(document.activeElement?.textContent).to.equal('after');
    await sendKeys({press: 'Shift+Tab'});
    expect(focused()).to.equal('b');
    await sendKeys({press: 'Enter'});
    expect(opened).to.deep.equal(['b']);
  });

  it('goes the other way from right to left', async () => {
    const {element, focused, shown} = await setup(
      ['a', 'b', 'c'].map((name) => operator(name)),
    );
    element.dir = 'rtl';
    shown()[0]!.focus();
    await sendKeys({press: 'ArrowLeft'});
    expect(focused()).to.equal('b');
  });

  it('leaves to the menu what there is no room for', async () => {
    const {element, shown, names, all, focused} = await setup(
      ['One', 'Two', 'Three'].map((name) => operator(name)),
    );
    const [first, second] = shown().map(({offsetWidth}) => offsetWidth);
    element.style.maxInlineSize = `${first! + second! + 8}px`;
    element.requestUpdate();
    await settled(element);
    expect(names()).to.deep.equal(['One', 'Two']);
    shown()[1]!.focus();
    await sendKeys({press: 'ArrowRight'});
    expect(focused()).to.equal('One');
    element.style.maxInlineSize = '0px';
    element.requestUpdate();
    await settled(element);
    expect(names()).to.be.empty;
    expect(element.offsetWidth).to.equal(0);
    expect(element.hasAttribute('empty')).to.be.true;
    element.style.maxInlineSize = '60rem';
    element.requestUpdate();
    await settled(element);
    expect(names()).to.have.length(all().length);
    expect(element.hasAttribute('empty')).to.be.false;
  });

  it('has the room that a percentage of what it stands in is', async () => {
    const operators = ['One', 'Two', 'Three'].map((name) => operator(name));
    const {names, shown, element, page} = await setup(operators, '100%');
    expect(names()).to.deep.equal(['One', 'Two', 'Three']);
    const [first, second] = shown().map(({offsetWidth}) => offsetWidth);
    page.style.inlineSize = `${2 * (first! + second! + 8)}px`;
    element.style.maxInlineSize = '50%';
    element.requestUpdate();
    await settled(element);
    expect(names()).to.deep.equal(['One', 'Two']);
  });

  describe('in a host', () => {
    async function inHost(inlineSize: string) {
      const page = await fixture<HTMLElement>(
        html`<div style="inline-size: ${inlineSize}">
          <ls-annotation-host
            .config=${`<View><Text name="text" value="$text"/>
              <Choices name="is" toName="text"><Choice value="Good"/></Choices>
            </View>`}
            .task=${{id: 1, data: {text: 'Ada'}}}
          ></ls-annotation-host>
        </div>`,
      );
      const host =
        page.querySelector<AnnotationHostElement>('ls-annotation-host')!;
      await host.displayed;
      host.operators.register(operator('Tidy', {editsAnnotation: true}));
      await host.updateComplete;
      const element = host.shadowRoot!.querySelector('ls-operator-buttons')!;
      await settled(element);
      const button = element.shadowRoot!.querySelector('button')!;
      return {page, host, element, button};
    }

    it('stands beside the menu, which has the operator as well', async () => {
      const {host, button} = await inHost('1000px');
      expect(isVisible(button)).to.be.true;
      const menu = host.shadowRoot!.querySelector('ls-operator-menu')!;
      menu.show();
      await menu.updateComplete;
      await menu.updateComplete;
      expect(
        menu.shadowRoot!.querySelector('[part=name]')!.textContent,
      ).to.equal('Tidy');
      menu.hide();
    });

    it('is in the menu alone where the toolbar is narrow', async () => {
      const {page, element, button} = await inHost('1000px');
      page.style.inlineSize = '400px';
      while (isVisible(button)) await new Promise(requestAnimationFrame);
      expect(element.offsetWidth).to.equal(0);
    });

    it('follows whether the annotation can be changed', async () => {
      const {host, button} = await inHost('1000px');
      expect(button.ariaDisabled).to.be.null;
      host.session.annotation!.setReadonly(true);
      while (button.ariaDisabled !== 'true') {
        await new Promise(requestAnimationFrame);
      }
      expect(button.dataset.tooltip).not.to.equal('');
    });
  });

  it('listens to nothing any more when it is gone', async () => {
    const {element, registry, page, names} = await setup([operator('a')]);
    element.remove();
    registry.register(operator('b'));
    await element.updateComplete;
    expect(names()).to.be.empty;
    page.append(element);
    await settled(element);
    expect(names()).to.deep.equal(['a', 'b']);
  });
});
