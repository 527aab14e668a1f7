import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {filter, firstValueFrom} from 'rxjs';

import type {CustomButtons} from '@ls-annotation/lsi';

import '../define/annotation-host.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';
import {hostFixture, task} from '../host/testing/host-fixture.js';
import {nextEvent} from '../host/testing/next-event.js';
import type {HostFixtureParts} from '../host/testing/host-fixture.js';

async function setup(parts: HostFixtureParts = {}) {
  const {host} = await hostFixture(parts);
  const toolbar = host.shadowRoot!.querySelector('ls-toolbar')!;
  await toolbar.updateComplete;
  const root = toolbar.shadowRoot!;
  const button = (label: string) =>
    root.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`);
  const tabs = () => [
    ...root.querySelectorAll<HTMLButtonElement>('[role="tab"]'),
  ];
  const selected = () =>
    tabs().findIndex((tab) => tab.getAttribute('aria-selected') === 'true');
  return {host, toolbar, root, button, tabs, selected};
}

async function withTabs(count: number) {
  const parts = await setup();
  for (let made = 1; made < count; made += 1) parts.host.createAnnotation();
  await settle(parts.host);
  return parts;
}

async function settle(host: AnnotationHostElement): Promise<void> {
  await host.displayed;
  await host.shadowRoot!.querySelector('ls-toolbar')!.updateComplete;
}

describe('<ls-toolbar>', () => {
  describe('accessibility', () => {
    it('is accessible', async () => {
      const {host, toolbar} = await withTabs(3);
      await expect(toolbar).to.be.accessible();
      host.remove();
    });

    it('has Label Studio’s names on the buttons that save and skip', async () => {
      const {host, button, root} = await setup({
        task: {id: 1, data: {text: 'x'}},
      });
      expect(root.querySelector('button[name="submit"]')).to.equal(
        button('Submit current annotation'),
      );
      expect(button('skip-task')?.textContent.trim()).to.equal('Skip');
      host.remove();
    });
  });

  describe('layout', () => {
    /** What the buttons of each row of the bar are called. */
    function rowsOf(host: AnnotationHostElement): readonly string[] {
      const {shadowRoot} = host.shadowRoot!.querySelector('ls-toolbar')!;
      const buttons = [
        ...shadowRoot!.querySelectorAll<HTMLButtonElement>('button'),
        ...host.querySelectorAll<HTMLButtonElement>('[slot="toolbar"]'),
      ];
      const rows: {middle: number; names: string[]}[] = [];
      for (const button of buttons) {
        const {top, bottom} = button.getBoundingClientRect();
        if (top === bottom) continue;
        const middle = (top + bottom) / 2;
        const row = rows.find((one) => Math.abs(one.middle - middle) < 8);
        const name = button.ariaLabel ?? button.textContent;
        const words = name.replace(/\s+/g, ' ').trim();
        if (row) row.names.push(words);
        else rows.push({middle, names: [words]});
      }
      return rows
        .sort((one, other) => one.middle - other.middle)
        .map(({names}) => names.join());
    }

    for (const [dir, width] of [
      ['ltr', 400],
      ['ltr', 320],
      ['rtl', 400],
      ['rtl', 320],
    ] as const) {
      it(`keeps to two rows in ${width} px, ${dir}`, async () => {
        const {host, root} = await setup({
          html: '<button slot="toolbar" style="inline-size: 6.5rem">Next</button>',
        });
        host.dir = dir;
        host.style.inlineSize = `${width}px`;
        await settle(host);
        expect(rowsOf(host)).to.deep.equal([
          'Admin #10,New annotation,Duplicate,Delete annotation,Undo,Redo',
          'skip-task,Update current annotation,Next',
        ]);
        const bar = root.querySelector('[part="toolbar"]')!;
        expect(bar.scrollWidth).to.be.at.most(bar.clientWidth);
        host.remove();
      });
    }

    it('keeps the buttons that save together', async () => {
      const {host} = await setup({
        html: Array.from(
          'abcdef',
          (name) =>
            `<button slot="toolbar" style="inline-size: 5rem">${name}</button>`,
        ).join(''),
      });
      host.style.inlineSize = '320px';
      await settle(host);
      const last = rowsOf(host).at(-1);
      expect(last).to.contain('skip-task,Update current annotation');
      host.remove();
    });

    it('is one row where there is room', async () => {
      const {host} = await setup();
      host.style.inlineSize = '700px';
      await settle(host);
      expect(rowsOf(host)).to.have.length(1);
      host.remove();
    });
  });

  describe('tabs', () => {
    it('show annotations, newest first, then predictions', async () => {
      const {host, tabs} = await setup({
        task: {
          ...task(),
          predictions: [{id: 3, model_version: 'ner-2', score: 0.5}],
        },
      });
      host.createAnnotation();
      await settle(host);
      expect(
        tabs().map((tab) => tab.textContent.replace(/\s+/g, ' ').trim()),
      ).to.deep.equal(['Admin new', 'Admin #10', 'ner-2 0.50']);
      host.remove();
    });

    it('show the annotation that is clicked', async () => {
      const {host, tabs, selected} = await withTabs(2);
      expect(selected()).to.equal(0);
      tabs()[1]!.click();
      await settle(host);
      expect(selected()).to.equal(1);
      expect(host.lsi.annotation?.pk).to.equal('10');
      host.remove();
    });

    it('are one stop of the tab key', async () => {
      const {host, tabs} = await withTabs(3);
      expect(tabs().map(({tabIndex}) => tabIndex)).to.deep.equal([0, -1, -1]);
      host.remove();
    });

    it('are walked with arrow keys, home and end, and chosen with enter', async () => {
      const {host, root, tabs, selected} = await withTabs(3);
      const focused = () => tabs().indexOf(root.activeElement as never);
      tabs()[0]!.focus();
      await sendKeys({press: 'ArrowRight'});
      expect(focused()).to.equal(1);
      await sendKeys({press: 'End'});
      expect(focused()).to.equal(2);
      await sendKeys({press: 'ArrowRight'});
      expect(focused()).to.equal(0);
      await sendKeys({press: 'ArrowLeft'});
      expect(focused()).to.equal(2);
      await sendKeys({press: 'Home'});
      await sendKeys({press: 'ArrowRight'});
      expect(selected()).to.equal(0);
      await sendKeys({press: 'Enter'});
      await settle(host);
      expect(selected()).to.equal(1);
      host.remove();
    });

    it('scroll where they do not fit, and the buttons stay in view', async () => {
      const {host, root, button} = await withTabs(12);
      host.style.inlineSize = '360px';
      await settle(host);
      const list = root.querySelector('[role="tablist"]')!;
      const edge = host.getBoundingClientRect().right;
      expect(list.scrollWidth).to.be.greaterThan(list.clientWidth);
      for (const label of ['New annotation', 'Submit current annotation']) {
        expect(button(label)!.getBoundingClientRect().right).to.be.at.most(
          edge,
        );
      }
      host.remove();
    });
  });

  describe('buttons', () => {
    it('make an annotation', async () => {
      const {host, button, tabs} = await setup();
      button('New annotation')!.click();
      await settle(host);
      expect(tabs()).to.have.length(2);
      host.remove();
    });

    it('copy an annotation or a prediction to a new annotation', async () => {
      const {host, button, tabs} = await setup();
      button('Duplicate')!.click();
      await settle(host);
      expect(tabs()).to.have.length(2);
      expect(host.lsi.annotation?.pk).to.equal(null);
      expect(host.serialize()).to.have.length(3);
      host.remove();
    });

    it('delete an annotation after asking', async () => {
      const {host, root, button} = await setup();
      button('Delete annotation')!.click();
      const dialog = root.querySelector('dialog')!;
      expect(dialog.open).to.equal(true);
      expect(dialog.textContent).to.contain('3 results');
      await sendKeys({press: 'Escape'});
      expect(host.serialize()).to.have.length(3);
      button('Delete annotation')!.click();
      const told = nextEvent(host, 'ls-annotation-delete');
      dialog.querySelector<HTMLButtonElement>('.danger')!.click();
      await told;
      expect(host.store.state.order).to.have.length(0);
      host.remove();
    });

    it('undo and redo, and say when there is nothing to', async () => {
      const {host, button, toolbar} = await setup();
      const isOff = (label: string) =>
        button(label)!.getAttribute('aria-disabled') === 'true';
      expect([isOff('Undo'), isOff('Redo')]).to.deep.equal([true, true]);
      host.session.actions.deleteRegion('a');
      await toolbar.updateComplete;
      expect([isOff('Undo'), isOff('Redo')]).to.deep.equal([false, true]);
      button('Undo')!.click();
      await toolbar.updateComplete;
      expect(host.serialize()).to.have.length(3);
      expect([isOff('Undo'), isOff('Redo')]).to.deep.equal([true, false]);
      button('Redo')!.click();
      expect(host.serialize()).to.have.length(2);
      host.remove();
    });

    it('submit what is new and update what is known', async () => {
      const {host, button} = await setup();
      const updated = nextEvent(host, 'ls-annotation-update');
      button('Update current annotation')!.click();
      await updated;
      await firstValueFrom(
        host.session.state$.pipe(filter(({isSubmitting}) => !isSubmitting)),
      );
      host.createAnnotation();
      await settle(host);
      const submitted = nextEvent(host, 'ls-annotation-submit');
      button('Submit current annotation')!.click();
      await submitted;
      host.remove();
    });

    it('are off while a save is under way', async () => {
      const {host, button, toolbar} = await setup();
      const saved = host.submit();
      await toolbar.updateComplete;
      const update = button('Update current annotation')!;
      expect(update.getAttribute('aria-disabled')).to.equal('true');
      await saved;
      await firstValueFrom(
        host.session.state$.pipe(filter(({isSubmitting}) => !isSubmitting)),
      );
      await toolbar.updateComplete;
      expect(update.getAttribute('aria-disabled')).to.equal('false');
      host.remove();
    });

    it('skip', async () => {
      const {host, button} = await setup();
      const told = nextEvent(host, 'ls-task-skip');
      button('skip-task')!.click();
      expect((await told).extra).to.deep.equal({});
      host.remove();
    });

    const ROWS = [
      {without: 'skip', label: 'skip-task'},
      {without: 'update', label: 'Update current annotation'},
      {without: 'annotations:add-new', label: 'New annotation'},
      {without: 'annotations:delete', label: 'Delete annotation'},
      {without: 'edit-history', label: 'Undo'},
    ];
    for (const {without, label} of ROWS) {
      it(`leave out "${label}" without the interface ${without}`, async () => {
        const {host, button, toolbar} = await setup();
        expect(button(label)).not.to.equal(null);
        host.interfaces = host.interfaces.filter((name) => name !== without);
        await host.updateComplete;
        await toolbar.updateComplete;
        expect(button(label)).to.equal(null);
        host.remove();
      });
    }

    it('stand around, instead of and between those of the page', async () => {
      const {host, toolbar, root} = await setup();
      const told = nextEvent(host, 'ls-custom-button-press');
      const names = () =>
        [...root.querySelectorAll('.save > button')].map((button) =>
          button.textContent.trim(),
        );
      const show = async (customButtons: CustomButtons) => {
        host.session.frontend.set({customButtons});
        await toolbar.updateComplete;
      };
      await show({
        _before: {name: 'flag', title: 'Flag', tooltip: 'Flag it'},
        _after: [{name: 'later', look: 'danger', disabled: true}],
      });
      expect(names()).to.deep.equal(['Flag', 'Skip', 'Update', 'later']);
      await expect(toolbar).to.be.accessible();
      await show({_replace: ['submit', {name: 'close', title: 'Close'}]});
      expect(names()).to.deep.equal(['Update', 'Close']);
      await show({_replace: [], skip: {name: 'pass', title: 'Pass'}});
      expect(names()).to.deep.equal(['Pass', 'Update']);
      root.querySelector<HTMLButtonElement>('[name="pass"]')!.click();
      await told;
      host.remove();
    });

    it('go to other tasks with the interface topbar:prevnext', async () => {
      const {host, toolbar, button} = await setup({
        interfaces: ['topbar', 'topbar:prevnext'],
      });
      const asked: string[] = [];
      host.events.all$.subscribe(({name, args}) => {
        asked.push([name, ...args].join());
      });
      const off = () =>
        ['Previous task', 'Next task'].map(
          (label) => button(label)?.ariaDisabled,
        );
      expect(off()).to.deep.equal(['true', 'true']);
      host.htx.setTaskHistory(
        [0, 1, 2].map((taskId) => ({taskId, annotationId: null})),
      );
      await toolbar.updateComplete;
      expect(off()).to.deep.equal(['false', 'false']);
      button('Previous task')!.click();
      button('Next task')!.click();
      expect(asked).to.deep.equal(['prevTask,0,', 'nextTask,2,']);
      host.remove();
    });

    it('postpone a task that is not saved with the interface postpone', async () => {
      const {host, toolbar, button} = await setup({
        interfaces: ['topbar', 'topbar:prevnext', 'postpone'],
      });
      expect(button('Postpone task'), 'saved work').to.equal(null);
      host.createAnnotation();
      await settle(host);
      await expect(toolbar).to.be.accessible();
      const drafts: unknown[] = [];
      host.events.on('submitDraft').subscribe(([, annotation, extra]) => {
        drafts.push([annotation === host.lsi.annotation, extra]);
      });
      host.session.events.addHandler('submitDraft', () => ({id: 7}));
      const asked = firstValueFrom(host.events.on('nextTask'));
      button('Postpone task')!.focus();
      await sendKeys({press: 'Enter'});
      expect(await asked).to.deep.equal([]);
      expect(drafts).to.deep.equal([[true, {was_postponed: true}]]);
      host.htx.setTaskHistory(
        [1, 2].map((taskId) => ({taskId, annotationId: null})),
      );
      await toolbar.updateComplete;
      expect(button('Postpone task'), 'another follows').to.equal(null);
      expect(button('Next task')?.ariaDisabled).to.equal('false');
      host.remove();
    });

    it('show review buttons with the interface review', async () => {
      const {host, button} = await setup({
        interfaces: ['topbar', 'review', 'update'],
      });
      const told = nextEvent(host, 'ls-annotation-accept');
      button('accept-annotation')!.click();
      await told;
      expect(button('reject-annotation')).not.to.equal(null);
      host.remove();
    });
  });
});
