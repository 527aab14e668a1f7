import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {PanelFixtureParts} from '../testing/panel-fixture.js';
import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

/** Adds a region as a plugin does. */
const ADDS = `LSI.on('entityDelete', (region) => {
  LSI.annotation.createResult(
    {start: 19, end: 25, text: 'London'},
    {labels: ['Place']},
    LSI.annotation.names.get('label'),
    LSI.annotation.names.get('text'),
  );
});`;

async function setup(options: PanelFixtureParts = {script: ''}) {
  const parts = await panelFixture(options);
  const {host, panel, button} = parts;
  button('Changes').click();
  await panel.updateComplete;
  const log = parts.root.querySelector('ls-change-log')!;
  await log.updateComplete;
  const root = log.shadowRoot!;
  const list = () => root.querySelector('ls-record-list');
  const lines = (): string[] =>
    [...(list()?.shadowRoot?.querySelectorAll('[role="option"]') ?? [])].map(
      (line) => line.textContent.replace(/\s+/g, ' ').trim(),
    );
  const find = (name: string): HTMLButtonElement =>
    [...root.querySelectorAll('button')].find(
      ({textContent}) => textContent.trim() === name,
    )!;
  const stepsOnly = root.querySelector<HTMLInputElement>('[type="checkbox"]')!;
  stepsOnly.click();
  await log.updateComplete;
  const press = async (name: string): Promise<void> => {
    find(name).focus();
    await sendKeys({press: 'Enter'});
    await log.updateComplete;
  };
  return {
    ...parts,
    log,
    logRoot: root,
    lines,
    find,
    press,
    stepsOnly,
    /** Labels words, one region each. */
    label: (...words: readonly string[]): void => {
      const text = 'Ada met Charles in London.';
      for (const word of words) {
        const start = text.indexOf(word);
        host.session.actions.createResult(
          {start, end: start + word.length, text: word},
          {labels: ['Person']},
          'label',
          'text',
        );
      }
    },
    texts: (): unknown[] => host.serialize().map(({value}) => value?.text),
    said: (): string =>
      root.querySelector('[role="status"]')!.textContent.trim(),
    count: (): string => root.querySelector('.count')!.textContent.trim(),
    /** Settles once the list has so many lines. */
    hasLines: async (count: number): Promise<void> => {
      await whenShown(root, () => list() !== null);
      await whenShown(list()!.shadowRoot!, () => lines().length === count);
    },
    /** Chooses the line with that 1-based number, by keyboard. */
    choose: async (number: number): Promise<HTMLElement> => {
      list()!.shadowRoot!.querySelector<HTMLElement>('.list')!.focus();
      await sendKeys({press: 'Home'});
      for (let at = 1; at < number; at += 1) {
        await sendKeys({press: 'ArrowDown'});
      }
      await log.updateComplete;
      return root.querySelector<HTMLElement>('.detail')!;
    },
  };
}

describe('<ls-change-log>', () => {
  it('is accessible', async () => {
    const {logRoot, label, hasLines, choose, press, end} = await setup();
    // The root, as axe takes every element with a `host` for one.
    await expect(logRoot).to.be.accessible();
    label('met', 'Charles');
    await hasLines(2);
    await choose(1);
    await press('Step back');
    await expect(logRoot).to.be.accessible();
    end();
  });

  it('names the plugin that made a change after an await, or in the sandbox', async () => {
    for (const parts of [
      {
        script: ADDS.replace('=> {', '=> { await 0;').replace(
          '(region)',
          'async (region)',
        ),
      },
      {script: ADDS, sandbox: true, permissions: 'write'},
    ]) {
      const {host, lines, hasLines, end} = await setup(parts);
      const [region] = host.session.annotation!.regions;
      host.session.actions.deleteRegion(region!.id);
      await hasLines(2);
      expect(lines().at(-1)).to.match(/^create region .* plugin “mine” /);
      end();
    }
  });

  it('shows who made a change, and the patches of it', async () => {
    const {host, lines, hasLines, choose, end} = await setup({script: ADDS});
    const [region] = host.session.annotation!.regions;
    host.session.actions.deleteRegion(region!.id);
    await hasLines(2);
    expect(lines()[0]).to.match(/^create region regions .* plugin “mine” /);
    expect(lines()[1]).to.match(/^delete region .* here person /);
    const detail = await choose(1);
    expect(detail.textContent).to.contain('By plugin “mine”, ');
    expect(detail.textContent).to.match(/add\s+regions \//);
    const [tree] = detail.querySelectorAll('ls-value-tree');
    expect(tree?.value).to.have.nested.property('geometry.text', 'London');
    end();
  });

  it('steps back and forward, and says where it is', async () => {
    const {label, hasLines, press, texts, said, count, end} = await setup();
    label('met', 'Charles', 'London');
    await hasLines(3);
    expect(count()).to.equal('Step 3 of 3');
    await press('Step back');
    await press('Step back');
    expect(texts()).to.deep.equal(['Ada', 'met']);
    expect(said()).to.equal('Step 1 of 3: create region');
    await press('Step forward');
    expect(texts()).to.deep.equal(['Ada', 'met', 'Charles']);
    await press('To the end');
    expect(texts()).to.deep.equal(['Ada', 'met', 'Charles', 'London']);
    expect(said()).to.equal('Step 3 of 3: create region');
    end();
  });

  it('goes to a change with Enter, and on from there', async () => {
    const {log, label, hasLines, choose, lines, texts, find, end} =
      await setup();
    label('met', 'Charles', 'London');
    await hasLines(3);
    await choose(1);
    await sendKeys({press: 'Enter'});
    expect(texts()).to.deep.equal(['Ada', 'met']);
    await whenShown(log.shadowRoot!, () => find('Go here').isConnected);
    label('in');
    await hasLines(4);
    expect(texts()).to.deep.equal(['Ada', 'met', 'in']);
    const states = lines().map(
      (line) => / (here|lost|undone) /.exec(line)?.[1],
    );
    expect(states).to.deep.equal([undefined, 'lost', 'lost', 'here']);
    const detail = await choose(2);
    expect(detail.textContent).to.contain('cannot be gone to');
    expect(detail.textContent).not.to.contain('Go here');
    end();
  });

  it('selects nothing that is not there', async () => {
    const {host, label, hasLines, press, end} = await setup();
    label('met');
    await hasLines(1);
    const {actions, annotation} = host.session;
    actions.selectRegion(annotation!.regions[1]!.id);
    await press('Step back');
    expect(host.store.annotation(annotation!.id).selection).to.deep.equal([]);
    end();
  });

  it('shows what undo passes over when it is asked to', async () => {
    const {host, log, label, hasLines, stepsOnly, lines, end} = await setup();
    label('met');
    await hasLines(1);
    const {actions, annotation} = host.session;
    actions.selectRegion(annotation!.regions[1]!.id);
    stepsOnly.focus();
    await sendKeys({press: 'Space'});
    await log.updateComplete;
    const list = log.shadowRoot!.querySelector('ls-record-list')!;
    await whenShown(list.shadowRoot!, () =>
      lines().some((line) => line.startsWith('select')),
    );
    end();
  });

  it('shows the changes of the annotation on display', async () => {
    const {host, log, label, hasLines, lines, count, end} = await setup();
    label('met');
    await hasLines(1);
    const first = host.store.state.selectedId!;
    host.createAnnotation();
    await host.displayed;
    await whenShown(log.shadowRoot!, () => count() === 'Step 0 of 0');
    expect(lines()).to.deep.equal([]);
    host.selectAnnotation(first);
    await host.displayed;
    await hasLines(1);
    expect(lines()[0]).to.contain('create region');
    end();
  });

  it('has what came before somebody looked', async () => {
    const {host, button, root, end} = await panelFixture({script: ''});
    host.session.actions.setClassification('note', ['Hello']);
    button('Changes').click();
    const log = root.querySelector('ls-change-log')!;
    await whenShown(
      log.shadowRoot!,
      () => log.shadowRoot!.querySelector('ls-record-list') !== null,
    );
    const list = log.shadowRoot!.querySelector('ls-record-list')!;
    await whenShown(list.shadowRoot!, () =>
      list.shadowRoot!.textContent.includes('set note'),
    );
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const {log, label, end} = await setup();
    log.remove();
    label('met');
    document.body.append(log);
    await log.updateComplete;
    expect(log.shadowRoot!.textContent).to.contain('Nothing has changed yet');
    log.remove();
    end();
  });
});
