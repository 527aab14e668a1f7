import {expect, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {Operator, ProposedEdits} from '@ls-annotation/operators';
import {textRegion} from '@ls-annotation/testing';

import {OperatorShowEvent} from '../events/operator-events.js';
import type {OperatorChangesElement} from '../operator-changes/operator-changes.js';

import {dialogPage, dialogView, heldWork} from './testing/dialog-page.js';
import type {DialogView} from './testing/dialog-page.js';

const REGIONS = ['r1', 'r2'].map((id) => textRegion({id}));

const EDITS: Partial<Operator> = {
  editsAnnotation: true,
  execute: ({context}) => {
    context.edit((editor) => editor.insertRegion(textRegion({id: 'n1'})));
    context.edit((editor) =>
      editor.updateRegion('r1', (draft) => {
        draft.score = 0.5;
      }),
    );
    context.edit((editor) => editor.removeRegion('r2'));
    return {success: true, message: 'Found one.'};
  },
};

async function changesOf(view: DialogView): Promise<OperatorChangesElement> {
  await customElements.whenDefined('ls-operator-changes');
  const changes = view.root.querySelector('ls-operator-changes')!;
  await changes.updateComplete;
  return changes;
}

async function closes(page: HTMLElement, act: () => unknown): Promise<void> {
  const closed = oneEvent(page, 'ls-operator-close');
  await act();
  await closed;
}

describe('runs in <ls-operator-dialog>', () => {
  describe('in the background', () => {
    it('go on when the dialog has closed', async () => {
      const {execute, release} = heldWork();
      const {page, registry, opener, open} = await dialogPage({execute});
      const view = await open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.names().includes('Run in background'));
      await expect(view.dialog).to.be.accessible();
      view.button('Run in background').focus();
      await closes(page, () => sendKeys({press: 'Enter'}));
      expect(document.activeElement).to.equal(opener);
      const [run] = registry.runList.current;
      release({success: true, message: 'At last.'});
      await run;
      expect(run!.state).to.equal('succeeded');
      expect(registry.runList.recent).to.deep.equal([run]);
    });

    it('are shown again on request, and left alone by Escape', async () => {
      const {execute, release} = heldWork();
      const {page, registry} = await dialogPage({execute});
      const run = registry.run('op');
      page.dispatchEvent(new OperatorShowEvent(run));
      const view = await dialogView(page);
      await view.shows(() => view.native.querySelector('progress'));
      await closes(page, () => sendKeys({press: 'Escape'}));
      expect(run.isOver).to.be.false;
      release({success: true, message: 'At last.'});
      await run;
      page.dispatchEvent(new OperatorShowEvent(run));
      const again = await dialogView(page);
      await again.shows(() => again.text().includes('At last.'));
      expect(again.focused()).to.equal('Done');
    });

    it('say how many come before them', async () => {
      const {execute, release} = heldWork();
      const {registry, open} = await dialogPage({execute, overlap: 'queue'});
      registry.run('op');
      const second = registry.run('op');
      const view = await open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.text().includes('Queued: 1 before it.'));
      expect(view.status()).to.equal('Queued.');
      expect(view.native.querySelector('progress'), 'no work yet').to.be.null;
      expect(view.text()).not.to.contain('0:00');
      second.abort();
      await view.shows(() => view.text().includes('it is next'));
      release({success: true, message: ''});
      await view.shows(() => view.names().includes('Done'));
    });
  });

  describe('that need care', () => {
    it('are asked about first, with the way out focused', async () => {
      const {registry, open} = await dialogPage({
        danger: 'dangerous',
        confirmText: 'Delete all of it?',
      });
      const view = await open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.names().includes('Back'));
      expect(view.text()).to.contain('Delete all of it?');
      expect(view.status()).to.equal('Please confirm.');
      expect(view.focused()).to.equal('Back');
      const probe = document.createElement('i');
      probe.style.background = 'var(--ls-danger)';
      view.root.append(probe);
      const confirm = view.button('Run it');
      for (const one of confirm.getAnimations()) one.finish();
      expect(getComputedStyle(confirm).backgroundColor).to.equal(
        getComputedStyle(probe).backgroundColor,
      );
      probe.remove();
      expect(registry.runList.current).to.be.empty;
      await expect(view.dialog).to.be.accessible();
      await sendKeys({press: 'Tab'});
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.names().includes('Done'));
      expect(view.text()).to.contain('Done it.');
    });

    it('are not run when the question is left with Escape', async () => {
      const {registry, open} = await dialogPage({danger: 'confirm'});
      const view = await open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.names().includes('Back'));
      expect(view.text()).to.contain('Run “op”?');
      await sendKeys({press: 'Escape'});
      await view.shows(() => view.names().includes('Run'));
      expect(view.native.open).to.be.true;
      expect(registry.runList.recent).to.be.empty;
    });
  });

  describe('that run dry', () => {
    it('are offered where an operator only edits the annotation', async () => {
      const plain = await dialogPage();
      expect((await plain.open()).names()).to.deep.equal(['Cancel', 'Run']);
      plain.disconnect();
      const edits = await dialogPage(EDITS, REGIONS);
      const {names} = await edits.open();
      expect(names()).to.deep.equal(['Cancel', 'Preview', 'Run']);
    });

    it('list what would change, beside the annotation', async () => {
      const {open, regionIds} = await dialogPage(EDITS, REGIONS);
      const view = await open();
      view.button('Preview').click();
      await view.shows(() => view.names().includes('Apply'));
      const changes = await changesOf(view);
      expect(changes.shadowRoot!.textContent).to.contain(
        '1 region added, 1 changed, 1 removed.',
      );
      const kinds = [...changes.shadowRoot!.querySelectorAll('li')].map(
        ({className}) => className,
      );
      expect(kinds).to.have.members(['added', 'changed', 'removed']);
      expect(regionIds()).to.deep.equal(['r1', 'r2']);
      expect(view.native.matches(':modal')).to.be.false;
      expect(view.native.matches(':popover-open')).to.be.true;
      expect(view.focused()).to.equal('Apply');
      await expect(view.dialog).to.be.accessible();
    });

    it('are applied as one undo step', async () => {
      const {page, store, open, regionIds} = await dialogPage(EDITS, REGIONS);
      const view = await open();
      view.button('Preview').click();
      await view.shows(() => view.names().includes('Apply'));
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.names().includes('Done'));
      expect(view.text()).to.contain('One undo takes it back.');
      expect(regionIds()).to.deep.equal(['r1', 'n1']);
      store.history('a').undo();
      expect(regionIds()).to.deep.equal(['r1', 'r2']);
      await closes(page, () => view.button('Done').click());
    });

    it('are discarded, and lead back to the form', async () => {
      const {open, regionIds} = await dialogPage(EDITS, REGIONS);
      const view = await open();
      view.button('Preview').click();
      await view.shows(() => view.names().includes('Discard'));
      view.button('Discard').click();
      await view.shows(() => view.names().includes('Run'));
      expect(view.text()).to.contain('Nothing was changed.');
      expect(view.native.matches(':modal')).to.be.true;
      expect(regionIds()).to.deep.equal(['r1', 'r2']);
    });

    it('keep waiting when their dialog is closed', async () => {
      const {page, registry, open} = await dialogPage(EDITS, REGIONS);
      const view = await open();
      view.button('Preview').click();
      await view.shows(() => view.names().includes('Apply'));
      await closes(page, () => sendKeys({press: 'Escape'}));
      expect(registry.proposals.map(({state}) => state)).to.deep.equal([
        'open',
      ]);
    });
  });

  describe('that meet a conflict', () => {
    async function conflict() {
      const {execute, release} = heldWork();
      const world = await dialogPage(
        {
          execute: async (options) => {
            const result = await execute();
            void EDITS.execute?.(options);
            return result;
          },
        },
        REGIONS,
      );
      const view = await world.open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.native.querySelector('progress'));
      world.store.updateRegion('a', 'r1', (draft) => {
        draft.score = 0.1;
      });
      release({success: true, message: ''});
      await view.shows(() => view.names().includes('Apply anyway'));
      return {...world, view};
    }

    for (const [name, score] of [
      ['Apply anyway', 0.5],
      ['Apply what fits', 0.1],
    ] as const) {
      it(`have a way to ${name.toLowerCase()}`, async () => {
        const {store, regionIds, view} = await conflict();
        const changes = await changesOf(view);
        expect(changes.shadowRoot!.textContent).to.contain(
          'Was changed by somebody else meanwhile.',
        );
        await expect(view.dialog).to.be.accessible();
        view.button(name).click();
        await view.shows(() => view.names().includes('Done'));
        expect(store.findRegion('a', 'r1')?.score).to.equal(score);
        expect(regionIds()).to.deep.equal(['r1', 'n1']);
      });
    }

    it('follow the annotation: what fits again can just be applied', async () => {
      const {store, view} = await conflict();
      const changes = await changesOf(view);
      store.history('a').undo();
      await view.shows(() => view.names().join() === 'Discard,Apply');
      expect(view.status()).to.equal('All changes fit again.');
      expect(view.focused()).to.equal('Apply');
      await changes.updateComplete;
      expect(changes.shadowRoot!.textContent).not.to.contain('meanwhile');
      expect(view.text()).to.contain('All changes fit again.');
      await expect(view.dialog).to.be.accessible();
    });

    it('keep a key on its way from pressing what was not asked for', async () => {
      const {store, view} = await conflict();
      store.history('a').undo();
      await view.shows(() => view.names().includes('Apply'));
      const apply = view.button('Apply');
      store.history('a').redo();
      await view.shows(() => view.names().includes('Apply anyway'));
      expect(apply.isConnected).to.be.false;
      expect(view.focused()).to.equal('Apply what fits');
      expect(view.status()).to.contain('was changed meanwhile');
    });

    it('have a way to drop all of it', async () => {
      const {regionIds, view} = await conflict();
      view.button('Discard').click();
      await view.shows(() => view.names().includes('Run'));
      expect(regionIds()).to.deep.equal(['r1', 'r2']);
    });
  });

  describe('with outputs', () => {
    it('show them when the chunk that draws them is there', async () => {
      const {open} = await dialogPage({
        execute: () => ({
          success: true,
          message: 'Counted.',
          outputs: [{type: 'number', title: 'Words', value: 1234, unit: 'w'}],
        }),
      });
      const view = await open();
      await sendKeys({press: 'Enter'});
      await view.shows(() => view.root.querySelector('ls-operator-results'));
      await customElements.whenDefined('ls-operator-results');
      const results = view.root.querySelector('ls-operator-results')!;
      await results.updateComplete;
      expect(results.shadowRoot!.textContent).to.contain('Words');
      expect(results.shadowRoot!.querySelector('data')!.value).to.equal('1234');
    });
  });

  describe('with presets', () => {
    const NAME = [{name: 'who', param_type: 'str' as const}];

    async function presetsOf(view: DialogView) {
      await customElements.whenDefined('ls-operator-presets');
      const presets = view.root.querySelector('ls-operator-presets')!;
      await presets.updateComplete;
      const root = presets.shadowRoot!;
      const button = (name: string): HTMLButtonElement =>
        [...root.querySelectorAll('button')].find(
          (one) => one.textContent.trim() === name,
        )!;
      const choose = async (value: string): Promise<void> => {
        const select = root.querySelector('select')!;
        select.value = value;
        select.dispatchEvent(new Event('change'));
        await presets.updateComplete;
        await view.dialog.updateComplete;
        await view.root.querySelector('ls-operator-form')!.updateComplete;
      };
      const options = (): readonly string[] =>
        [...root.querySelectorAll('option')].map((one) =>
          one.textContent.trim(),
        );
      return {presets, root, button, choose, options};
    }

    it('save values under a name, take them and delete them', async () => {
      const {memory, registry, open} = await dialogPage({parameters: NAME});
      const view = await open();
      const {presets, root, button, choose, options} = await presetsOf(view);
      await expect(view.dialog).to.be.accessible();
      view.input().focus();
      await sendKeys({type: 'Ada'});
      button('Save as…').focus();
      await sendKeys({press: 'Enter'});
      await presets.updateComplete;
      await presets.updateComplete;
      expect(root.activeElement?.localName).to.equal('input');
      await sendKeys({type: 'First'});
      await sendKeys({press: 'Enter'});
      await presets.updateComplete;
      await presets.updateComplete;
      expect(root.activeElement).to.equal(button('Save as…'));
      const entry = registry.find('op')!;
      expect(memory.presets(entry)).to.deep.equal([
        {name: 'First', values: {who: 'Ada'}},
      ]);
      view.input().value = '';
      view.input().focus();
      await sendKeys({type: 'Grace'});
      await choose('');
      await choose('named:First');
      expect(view.input().value).to.equal('Ada');
      button('Delete').focus();
      await sendKeys({press: 'Enter'});
      await presets.updateComplete;
      await presets.updateComplete;
      expect(memory.presets(entry)).to.be.empty;
      expect(options()).to.deep.equal(['Presets']);
      expect(root.activeElement?.localName).to.equal('select');
    });

    it('offer the values of the last run', async () => {
      const {memory, registry, open} = await dialogPage({parameters: NAME});
      memory.remember(registry.find('op')!, {who: 'Grace'});
      const view = await open();
      const {choose, options} = await presetsOf(view);
      expect(options()).to.deep.equal(['Presets', 'Last used']);
      await choose('last');
      expect(view.input().value).to.equal('Grace');
    });

    it('leave naming with Escape, which closes nothing else', async () => {
      const {open} = await dialogPage({parameters: NAME});
      const view = await open();
      const {presets, root, button} = await presetsOf(view);
      button('Save as…').click();
      await presets.updateComplete;
      await presets.updateComplete;
      await sendKeys({press: 'Escape'});
      await presets.updateComplete;
      expect(root.querySelector('input')).to.be.null;
      expect(view.native.open).to.be.true;
    });
  });

  describe('teardown', () => {
    it('leaves what waits for a word to the registry', async () => {
      const {page, registry, open, disconnect} = await dialogPage(
        EDITS,
        REGIONS,
      );
      const view = await open();
      view.button('Preview').click();
      await view.shows(() => view.names().includes('Apply'));
      disconnect();
      expect(page.querySelector('ls-operator-dialog')).to.be.null;
      const [proposal] = registry.proposals as readonly [ProposedEdits];
      proposal.drop();
      expect(registry.proposals).to.be.empty;
    });
  });
});
