import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {FrontendEvents} from '@ls-annotation/lsi';

import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

async function setup(script?: string) {
  const parts = await panelFixture(script === undefined ? {} : {script});
  const log = parts.root.querySelector('ls-event-log')!;
  await log.updateComplete;
  const root = log.shadowRoot!;
  const list = root.querySelector('ls-record-list')!;
  const lines = (): string[] =>
    [...list.shadowRoot!.querySelectorAll('[role="option"]')].map((line) =>
      line.textContent.replace(/\s+/g, ' ').trim(),
    );
  const find = (name: string): HTMLButtonElement =>
    [...root.querySelectorAll('button')].find(
      ({textContent}) => textContent.trim() === name,
    )!;
  const whenLines = (isShown: () => boolean): Promise<void> =>
    whenShown(list.shadowRoot!, isShown);
  find('Clear').click();
  await whenLines(() => lines().length === 0);
  return {
    ...parts,
    log,
    list,
    lines,
    find,
    whenLines,
    logRoot: root,
    shows: (words: string): Promise<void> =>
      whenLines(() => lines().some((line) => line.includes(words))),
    /** Presses the last line. */
    chooseLast: async (): Promise<HTMLElement> => {
      list.shadowRoot!.querySelector<HTMLElement>('.list')!.focus();
      await sendKeys({press: 'End'});
      await log.updateComplete;
      return root.querySelector<HTMLElement>('.detail')!;
    },
    fire: async (name: string, args: string): Promise<void> => {
      root.querySelector<HTMLElement>('summary')!.focus();
      const details = root.querySelector<HTMLDetailsElement>('.fire')!;
      if (!details.open) await sendKeys({press: 'Enter'});
      const input = root.querySelector<HTMLInputElement>('[name="name"]')!;
      const text = root.querySelector<HTMLTextAreaElement>('textarea')!;
      input.value = '';
      text.value = '';
      text.focus();
      await sendKeys({type: args});
      input.focus();
      await sendKeys({type: name});
      await sendKeys({press: 'Enter'});
      await log.updateComplete;
    },
    said: (): string => root.querySelector('#said')!.textContent.trim(),
  };
}

/** Counts who watches events from now on. */
function countWatchers(events: FrontendEvents): () => number {
  const watch = events.watch.bind(events);
  let count = 0;
  events.watch = (watcher) => {
    const dispose = watch(watcher);
    count += 1;
    return () => {
      dispose();
      count -= 1;
    };
  };
  return () => count;
}

describe('<ls-event-log>', () => {
  it('is accessible', async () => {
    const {host, logRoot, shows, chooseLast, fire, end} = await setup();
    // The root, as axe takes every element with a `host` for one.
    await expect(logRoot).to.be.accessible();
    host.events.dispatch('entityCreate', {id: 'x'} as never);
    await shows('entityCreate');
    await chooseLast();
    await fire('lsTried', '{');
    await expect(logRoot).to.be.accessible();
    end();
  });

  it('says when nothing has happened, and when nothing fits', async () => {
    const {host, logRoot, shows, end} = await setup();
    const empty = () => logRoot.querySelector('.empty')?.textContent.trim();
    expect(empty()).to.contain('Nothing has happened yet');
    await expect(logRoot).to.be.accessible();
    host.events.dispatch('lsTried');
    await shows('lsTried');
    expect(empty()).to.equal(undefined);
    logRoot.querySelector<HTMLInputElement>('[type="search"]')!.focus();
    await sendKeys({type: 'nowhere'});
    await whenShown(logRoot, () => empty() === 'No event fits the filter.');
    end();
  });

  it('shows who handled an event, for how long, and what it returned', async () => {
    const {host, shows, lines, chooseLast, end} = await setup(
      "LSI.on('entityCreate', async (region) => region.id);",
    );
    host.events.dispatch('entityCreate', {id: 'x'} as never);
    await shows('mine');
    expect(lines()[0]).to.match(/^entityCreate Object "x" mine \d+\.\d ms$/);
    const detail = await chooseLast();
    await whenShown(detail, () => detail.textContent.includes('returned "x"'));
    expect(detail.textContent).to.match(/mine\s+returned "x"\s+in \d/);
    end();
  });

  it('tells handlers that threw or vetoed', async () => {
    const {host, shows, lines, chooseLast, end} = await setup(
      `LSI.on('regionFinishedDrawing', () => { throw new Error('no'); });
       LSI.on('beforeSaveAnnotation', () => false);`,
    );
    host.events.dispatch('regionFinishedDrawing', {} as never, [] as never);
    await shows('mine threw');
    expect((await chooseLast()).textContent).to.contain('threw Error: no');
    expect(await host.submit()).to.equal(false);
    await shows('mine vetoed');
    // Others had their say too, and nothing against it.
    expect(lines().at(-1)).to.match(/Object mine vetoed \d/);
    end();
  });

  it('shows of many events those in view, the last first', async () => {
    const {host, lines, whenLines, logRoot, list, end} = await setup();
    for (let id = 1; id <= 300; id += 1) host.events.dispatch('lsTried', {id});
    await whenLines(() => lines().includes('lsTried Object 300'));
    expect(lines().length).to.be.below(60);
    expect(logRoot.querySelector('.count')?.textContent.trim()).to.equal('300');
    list.shadowRoot!.querySelector<HTMLElement>('.list')!.focus();
    await sendKeys({press: 'Home'});
    await whenLines(() => lines().includes('lsTried Object 5'));
    expect(lines()).to.include('lsTried Object 1');
    end();
  });

  it('keeps to what is filtered for', async () => {
    const {host, shows, lines, whenLines, logRoot, end} = await setup();
    host.events.dispatch('entityCreate', {id: 'one'} as never);
    host.events.dispatch('entityDelete', {id: 'two'} as never);
    await shows('two');
    logRoot.querySelector<HTMLInputElement>('[type="search"]')!.focus();
    await sendKeys({type: 'TWO'});
    await whenLines(() => lines().length === 1);
    expect(lines()[0]).to.contain('entityDelete');
    expect(logRoot.querySelector('.count')?.textContent.trim()).to.equal(
      '1 of 2',
    );
    end();
  });

  it('sees nothing while it is paused', async () => {
    const {host, log, shows, lines, find, end} = await setup();
    find('Pause').focus();
    await sendKeys({press: 'Space'});
    host.events.dispatch('entityDelete', {id: 'unseen'} as never);
    await log.updateComplete;
    await sendKeys({press: 'Space'});
    host.events.dispatch('entityCreate', {id: 'seen'} as never);
    await shows('seen');
    expect(lines()).to.have.length(1);
    end();
  });

  it('fires an event with what is on display', async () => {
    const {host, fire, said, end} = await setup();
    const fired = new Promise<readonly unknown[]>((resolve) => {
      host.events.on('lsTried').subscribe(resolve);
    });
    await fire('lsTried', '["$annotation", {"of": ["$region:ada"]}, "$$"]');
    expect(said()).to.equal('lsTried: 0 handlers called.');
    const [annotation, held, text] = await fired;
    expect(annotation).to.equal(host.session.annotation);
    expect(held).to.deep.equal({of: [host.session.annotation?.regions[0]]});
    expect(text).to.equal('$');
    end();
  });

  it('says what is wrong with arguments', async () => {
    const {fire, said, end} = await setup();
    await fire('lsTried', '["$region:nobody"]');
    expect(said()).to.contain('There is no “$region:nobody” here');
    await fire('lsTried', '{');
    expect(said()).to.contain('This is not JSON');
    end();
  });

  it('sees nothing while it is not on the page', async () => {
    const {host, log, shows, lines, end} = await setup();
    log.remove();
    host.events.dispatch('entityDelete', {id: 'unseen'} as never);
    document.body.append(log);
    host.events.dispatch('entityCreate', {id: 'seen'} as never);
    await shows('seen');
    expect(lines()).to.have.length(1);
    log.remove();
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const {host, log, end} = await setup();
    log.remove();
    const watchers = countWatchers(host.events);
    document.body.append(log);
    await log.updateComplete;
    expect(watchers()).to.equal(1);
    log.remove();
    expect(watchers()).to.equal(0);
    end();
  });
});
