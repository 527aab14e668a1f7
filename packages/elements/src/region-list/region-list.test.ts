import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {emptyAnnotation} from '@ls-annotation/core';
import {labelingSession, textRegion} from '@ls-annotation/testing';

import '../define/region-list.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';

async function setup(count = 3) {
  const {session} = labelingSession();
  const {store} = session;
  const annotationId = session.scope!.annotationId;
  store.insertRegions(
    annotationId,
    Array.from({length: count}, (_, index) =>
      textRegion({
        id: `r${index}`,
        labels: [index % 2 ? 'LOC' : 'PER'],
        score: 0.5,
      }),
    ),
    {origin: 'load'},
  );
  const list = document.createElement('ls-region-list');
  Object.assign(list, {session, annotationId});
  document.body.append(list);
  ensureTokens(list);
  await list.updateComplete;
  await list.updateComplete;
  const root = list.shadowRoot!;
  const tree = () => root.querySelector<HTMLElement>('[role="tree"]')!;
  const rows = () => [
    ...root.querySelectorAll<HTMLElement>('[role="treeitem"]'),
  ];
  const names = () => rows().map((row) => row.getAttribute('aria-label'));
  const selection = () => store.annotation(annotationId).selection;
  const ids = () => session.serialize().map(({id}) => id);
  const active = () =>
    root.getElementById(tree().getAttribute('aria-activedescendant') ?? '');
  const press = async (...keys: readonly string[]) => {
    for (const key of keys) await sendKeys({press: key});
    await list.updateComplete;
  };
  const button = (name: string) =>
    root.querySelector<HTMLButtonElement>(`header [aria-label="${name}"]`)!;
  return {
    session,
    store,
    annotationId,
    list,
    root,
    tree,
    rows,
    names,
    selection,
    ids,
    active,
    press,
    button,
  };
}

async function clickOn(element: Element, keys: readonly string[] = []) {
  const {left, top, height} = element.getBoundingClientRect();
  for (const key of keys) await sendKeys({down: key});
  await sendMouse({
    type: 'click',
    position: [Math.round(left + 60), Math.round(top + height / 2)],
  });
  for (const key of keys) await sendKeys({up: key});
}

function bottomOf(element: Element): number {
  return element.getBoundingClientRect().bottom;
}

describe('<ls-region-list>', () => {
  describe('accessibility', () => {
    it('is accessible with regions', async () => {
      const {list} = await setup();
      await expect(list).to.be.accessible();
      list.remove();
    });

    it('is accessible in groups', async () => {
      const {list, button, rows} = await setup();
      button('Group by label').click();
      await list.updateComplete;
      await expect(list).to.be.accessible();
      expect(rows().map((row) => row.ariaLevel)).to.deep.equal([
        '1',
        '2',
        '2',
        '1',
        '2',
      ]);
      list.remove();
    });

    it('is accessible without regions, and says what to do', async () => {
      const {list, root} = await setup(0);
      await expect(list).to.be.accessible();
      expect(root.textContent).to.contain('No regions yet');
      expect(root.textContent).to.contain('Choose a label');
      list.remove();
    });
  });

  describe('content', () => {
    it('names number, label, text and score of each region', async () => {
      const {list, names, root} = await setup(2);
      expect(names()).to.deep.equal(['1 PER xxxxx 0.50', '2 LOC xxxxx 0.50']);
      expect(root.querySelector('h2')?.textContent).to.equal('Regions 2');
      list.remove();
    });

    it('follows the store', async () => {
      const {list, names, store, annotationId} = await setup(1);
      store.insertRegion(annotationId, textRegion({id: 'new'}));
      store.updateRegion(annotationId, 'r0', (draft) => {
        draft.hidden = true;
      });
      await list.updateComplete;
      expect(names()).to.deep.equal([
        '1 PER xxxxx 0.50, hidden',
        '2 PER xxxxx',
      ]);
      list.remove();
    });

    it('has lines only for what is in view', async () => {
      const {list, rows, tree} = await setup(10_000);
      expect(rows().length).to.be.within(5, 60);
      expect(tree().scrollHeight).to.be.greaterThan(100_000);
      list.remove();
    });
  });

  describe('pointer', () => {
    it('selects what is clicked', async () => {
      const {list, rows, selection} = await setup();
      await clickOn(rows()[1]!);
      expect(selection()).to.deep.equal(['r1']);
      await list.updateComplete;
      expect(rows()[1]!.ariaSelected).to.equal('true');
      list.remove();
    });

    it('selects a range with shift, and adds with control', async () => {
      const {list, rows, selection} = await setup(5);
      await clickOn(rows()[1]!);
      await list.updateComplete;
      await clickOn(rows()[3]!, ['Shift']);
      expect(selection()).to.deep.equal(['r1', 'r2', 'r3']);
      await list.updateComplete;
      await clickOn(rows()[2]!, ['Control']);
      expect(selection()).to.deep.equal(['r1', 'r3']);
      list.remove();
    });

    for (const [action, check] of [
      ['hide', 'hidden'],
      ['lock', 'locked'],
    ] as const) {
      it(`has a button to ${action} a region, which is not selected by it`, async () => {
        const {list, rows, store, annotationId, selection} = await setup();
        const press = () =>
          rows()[0]!
            .querySelector<HTMLElement>(`[data-action="${action}"]`)!
            .click();
        press();
        expect(store.findRegion(annotationId, 'r0')?.[check]).to.equal(true);
        await list.updateComplete;
        press();
        expect(store.findRegion(annotationId, 'r0')?.[check]).to.equal(false);
        expect(selection()).to.deep.equal([]);
        list.remove();
      });
    }

    it('has a button to delete a region', async () => {
      const {list, rows, ids} = await setup();
      rows()[0]!.querySelector<HTMLElement>('[data-action="delete"]')!.click();
      expect(ids()).to.deep.equal(['r1', 'r2']);
      list.remove();
    });

    it('offers no deletion of what is locked', async () => {
      const {list, rows, session} = await setup();
      session.actions.setLocked('r0', true);
      await list.updateComplete;
      expect(rows()[0]!.querySelector('[data-action="delete"]')).to.equal(null);
      expect(rows()[0]!.querySelector('[data-action="lock"]')).not.to.equal(
        null,
      );
      list.remove();
    });

    it('hides and shows all regions', async () => {
      const {list, button, store, annotationId} = await setup();
      const isHidden = (id: string) =>
        store.findRegion(annotationId, id)?.hidden;
      button('Hide or show all regions').click();
      expect([isHidden('r0'), isHidden('r2')]).to.deep.equal([true, true]);
      button('Hide or show all regions').click();
      expect([isHidden('r0'), isHidden('r2')]).to.deep.equal([false, false]);
      list.remove();
    });
  });

  describe('keyboard', () => {
    it('is one stop of the tab key', async () => {
      const {list, root, tree} = await setup();
      const stops = root.querySelectorAll(
        'button:not([tabindex="-1"]), [tabindex="0"]',
      );
      expect([...stops].at(-1)).to.equal(tree());
      expect(stops).to.have.length(3);
      list.remove();
    });

    it('moves and selects with arrow keys, home and end', async () => {
      const {list, tree, press, selection, active} = await setup();
      tree().focus();
      await press('ArrowDown');
      expect(selection()).to.deep.equal(['r1']);
      expect(active()?.getAttribute('aria-label')).to.contain('2 LOC');
      await press('End');
      expect(selection()).to.deep.equal(['r2']);
      await press('Home');
      expect(selection()).to.deep.equal(['r0']);
      list.remove();
    });

    it('extends with shift, moves with control, toggles with space', async () => {
      const {list, tree, press, selection} = await setup(4);
      tree().focus();
      await press('Enter', 'Shift+ArrowDown');
      expect(selection()).to.deep.equal(['r0', 'r1']);
      await press('Control+ArrowDown', 'Control+ArrowDown', 'Space');
      expect(selection()).to.deep.equal(['r0', 'r1', 'r3']);
      await press('Control+a');
      expect(selection()).to.have.length(4);
      list.remove();
    });

    it('deletes, hides and locks', async () => {
      const {list, tree, press, store, annotationId, ids} = await setup();
      tree().focus();
      await press('Alt+h', 'Alt+l');
      expect(store.findRegion(annotationId, 'r0')).to.include({
        hidden: true,
        locked: true,
      });
      await press('Control+ArrowDown', 'Delete');
      expect(ids()).to.deep.equal(['r0', 'r2']);
      list.remove();
    });

    it('deletes the whole selection when it is on it', async () => {
      const {list, tree, press, ids} = await setup();
      tree().focus();
      await press('Enter', 'Shift+ArrowDown', 'Backspace');
      expect(ids()).to.deep.equal(['r2']);
      list.remove();
    });

    it('folds groups with left and opens them with right', async () => {
      const {list, tree, button, press, rows} = await setup();
      button('Group by label').click();
      await list.updateComplete;
      tree().focus();
      await press('ArrowLeft');
      expect(rows()[0]!.ariaExpanded).to.equal('false');
      expect(rows()).to.have.length(3);
      await press('ArrowRight');
      expect(rows()).to.have.length(5);
      list.remove();
    });

    it('keeps the line it is on in the document, however far it scrolls', async () => {
      const {list, tree, press, active} = await setup(1000);
      tree().focus();
      await press('End');
      tree().scrollTop = 0;
      await new Promise((resolve) => requestAnimationFrame(resolve));
      await list.updateComplete;
      expect(active()?.getAttribute('aria-label')).to.contain('1000 ');
      list.remove();
    });
  });

  it('draws what scrolls into view', async () => {
    const {list, tree, names} = await setup(1000);
    const scrolled = oneEvent(tree(), 'scroll');
    tree().scrollTop = tree().scrollHeight / 2;
    await scrolled;
    await list.updateComplete;
    expect(names().some((name) => name?.startsWith('500 '))).to.equal(true);
    expect(names().some((name) => name?.startsWith('502 '))).to.equal(true);
    list.remove();
  });

  it('scrolls no further than it takes to see the line', async () => {
    const {list, tree, active, press} = await setup(1000);
    tree().focus();
    await press('End');
    expect(bottomOf(active()!)).to.be.closeTo(bottomOf(tree()), 1);
    const {scrollTop} = tree();
    await press('ArrowUp');
    expect(tree().scrollTop).to.equal(scrollTop);
    await press('Home');
    expect(tree().scrollTop).to.equal(0);
    list.remove();
  });

  it('brings into view what is selected elsewhere', async () => {
    const {list, session, active} = await setup(1000);
    session.actions.selectRegion('r700');
    await list.updateComplete;
    await list.updateComplete;
    expect(active()?.getAttribute('aria-label')).to.contain('701 ');
    list.remove();
  });

  it('leaves no node behind, however often it shows other regions', async () => {
    const {list, store, annotationId, tree} = await setup(1000);
    const other = emptyAnnotation({id: 'other'});
    store.insertAnnotation(other);
    store.insertRegions(
      other.id,
      Array.from({length: 1000}, (_, index) => textRegion({id: `o${index}`})),
    );
    const nodes = () => tree().firstElementChild!.childNodes.length;
    const show = async (id: string) => {
      list.annotationId = id;
      await list.updateComplete;
    };
    await show(other.id);
    const before = nodes();
    await show(annotationId);
    await show(other.id);
    expect(nodes()).to.equal(before);
    list.remove();
  });

  it('lets go of the store when it leaves the page', async () => {
    const {list, store} = await setup();
    const observers = () =>
      (store.changes$ as unknown as {observers: readonly unknown[]}).observers
        .length;
    const before = observers();
    list.remove();
    expect(observers()).to.equal(before - 1);
    document.body.append(list);
    expect(observers()).to.equal(before);
    list.remove();
  });
});
