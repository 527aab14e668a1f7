import {expect} from '@open-wc/testing';
import {firstValueFrom, ReplaySubject, skip} from 'rxjs';

import {definePlugin} from '@ls-annotation/plugins';
import type {Contribute} from '@ls-annotation/plugins';

import '../define/annotation-host.js';
import {hostFixture, span} from './testing/host-fixture.js';
import {nextEvent} from './testing/next-event.js';

const page = globalThis as unknown as Record<string, unknown>;

function plugin(code: string, attributes = ''): string {
  return `<ls-plugin ${attributes}><script type="text/plain">${code}</script></ls-plugin>`;
}

describe('plugins of <ls-annotation-host>', () => {
  it('run after the labeling interface is rendered', async () => {
    const {host} = await hostFixture({
      html: plugin('lsSeen = document.querySelectorAll(".lsf-label").length'),
    });
    expect(page.lsSeen).to.equal(2);
    host.remove();
  });

  it('run on every display of an annotation', async () => {
    page.lsRuns = 0;
    const {host} = await hostFixture({html: plugin('lsRuns += 1')});
    host.createAnnotation();
    await host.displayed;
    host.selectAnnotation('10');
    await host.displayed;
    expect(page.lsRuns).to.equal(3);
    host.remove();
  });

  it('come from children and from the property', async () => {
    page.lsOrder = [];
    const {host} = await hostFixture({
      html: plugin('lsOrder.push("child")'),
      plugins: [
        {code: 'lsOrder.push("property")'},
        {
          definition: definePlugin({
            id: 'module',
            activate: ({lsi}) => {
              (page.lsOrder as unknown[]).push(lsi.task?.id);
            },
          }),
        },
      ],
    });
    expect(page.lsOrder).to.deep.equal(['child', 'property', 1]);
    host.remove();
  });

  it('may be added, changed and removed at any time', async () => {
    page.lsRuns = [];
    const {host} = await hostFixture();
    host.insertAdjacentHTML('beforeend', plugin('lsRuns.push("added")'));
    await host.displayed;
    const element = host.querySelector('ls-plugin')!;
    element.querySelector('script')!.textContent = 'lsRuns.push("changed")';
    await nextEvent(element, 'ls-plugin-change');
    await host.displayed;
    element.remove();
    await Promise.resolve();
    await host.displayed;
    host.createAnnotation();
    await host.displayed;
    expect(page.lsRuns).to.deep.equal(['added', 'changed']);
    host.remove();
  });

  it('keep what was annotated when they change', async () => {
    const {host} = await hostFixture();
    host.session.actions.deleteRegion('a');
    host.plugins = [{code: ''}];
    await host.displayed;
    expect(host.serialize()).to.have.length(2);
    host.remove();
  });

  it('are fetched from src relative to the page', async () => {
    const {host} = await hostFixture({
      html: '<ls-plugin src="/packages/plugins/fixtures/defines-global.js"></ls-plugin>',
    });
    expect(page.lsFixtureRuns).to.be.greaterThan(0);
    host.remove();
  });

  it('are handlers only for as long as the display lasts', async () => {
    page.lsCalls = 0;
    const {host} = await hostFixture({
      html: plugin('LSI.on("entityDelete", () => { lsCalls += 1 })'),
    });
    host.createAnnotation();
    await host.displayed;
    host.selectAnnotation('10');
    await host.displayed;
    host.session.actions.deleteRegion('a');
    expect(page.lsCalls).to.equal(1);
    host.remove();
  });

  it('can refuse a save', async () => {
    const {host, find, has} = await hostFixture({
      html: plugin(
        'LSI.on("beforeSaveAnnotation", () => { Htx.showModal("Not yet"); return false })',
      ),
    });
    expect(await host.submit()).to.equal(false);
    await host.updateComplete;
    expect(find('ls-modal').shadowRoot?.textContent).to.contain('Not yet');
    find<HTMLButtonElement>('ls-modal').remove();
    expect(has('ls-modal')).to.equal(false);
    host.remove();
  });

  it('that fail are named, and nothing else is disturbed', async () => {
    const {host} = await hostFixture();
    page.lsHealthy = 0;
    setTimeout(() => {
      host.plugins = [
        {id: 'broken', code: '\nthrow new Error("no")'},
        {id: 'healthy', code: 'lsHealthy += 1'},
      ];
    });
    const {error} = await nextEvent(host, 'ls-plugin-error');
    expect(error).to.deep.include({pluginId: 'broken', place: 'run'});
    await host.displayed;
    expect(page.lsHealthy).to.equal(1);
    expect(host.serialize()).to.have.length(3);
    host.remove();
  });

  it('that fail are shown until the notice is dismissed', async () => {
    const {host, find, has} = await hostFixture({
      plugins: [{id: 'broken', code: '\n\n  missing()'}],
    });
    await host.updateComplete;
    const notice = find('ls-notice').shadowRoot!;
    expect(notice.textContent).to.contain('broken');
    expect(notice.textContent).to.contain('line 3');
    notice.querySelector('button')!.click();
    await host.updateComplete;
    expect(has('ls-notice')).to.equal(false);
    host.remove();
  });

  it('that fail three times in a row are set aside until a person brings them back', async () => {
    page.lsRuns = 0;
    const {host, find, has} = await hostFixture({
      plugins: [{id: 'broken', code: '\nlsRuns += 1; throw new Error("no")'}],
    });
    host.createAnnotation();
    await host.displayed;
    host.selectAnnotation('10');
    await host.displayed;
    host.createAnnotation();
    await host.displayed;
    expect(page.lsRuns).to.equal(3);
    expect(host.pluginRuntime.setAside).to.have.length(1);
    await host.updateComplete;
    const notice = find('ls-notice');
    await expect(notice).to.be.accessible();
    const root = notice.shadowRoot!;
    expect(root.textContent).to.contain('"broken" was set aside');
    expect(root.textContent).to.contain('no (line 2, column 20)');
    const button = root.querySelector<HTMLButtonElement>('[part="action"]')!;
    expect(button.textContent.trim()).to.equal('Run it again');
    button.click();
    await host.displayed;
    expect(page.lsRuns).to.equal(4);
    expect(host.pluginRuntime.setAside).to.deep.equal([]);
    await host.updateComplete;
    expect(has('[part="action"]')).to.equal(false);
    host.remove();
  });

  const BROKEN_PARTS: Readonly<
    Record<string, (contribute: Contribute, fail: () => never) => unknown>
  > = {
    'panel "Text"': ({panel}, fail) => panel({title: 'Text', render: fail}),
    'region badges': ({regionBadges}, fail) => regionBadges({badgesOf: fail}),
    'region check': ({regionCheck}, fail) => regionCheck({check: fail}),
  };

  for (const [part, add] of Object.entries(BROKEN_PARTS)) {
    it(`whose ${part} fails on three displays in a row are set aside`, async () => {
      const failures$ = new ReplaySubject<void>();
      const fail = (): never => {
        failures$.next();
        throw new Error('no');
      };
      const {host, find, has} = await hostFixture({
        // One region is asked about: each display brings one failure.
        task: {
          id: 1,
          data: {text: 'Ada met Charles.'},
          annotations: [{id: 10, result: [span('a', 0, 3)]}],
        },
        plugins: [
          {
            definition: definePlugin({
              id: 'broken',
              activate: ({contribute}) => void add(contribute, fail),
            }),
          },
        ],
      });
      const {pluginRuntime} = host;
      await firstValueFrom(failures$);
      for (const display of [2, 3]) {
        expect(pluginRuntime.setAside).to.deep.equal([]);
        host.session.redisplay();
        await firstValueFrom(failures$.pipe(skip(display - 1)));
      }
      await host.displayed;
      await host.updateComplete;
      const root = find('ls-notice').shadowRoot!;
      expect(root.textContent).to.contain('"broken" was set aside');
      expect(root.textContent).to.contain(`failed in its ${part}: no`);
      root.querySelector<HTMLButtonElement>('[part="action"]')!.click();
      await firstValueFrom(failures$.pipe(skip(3)));
      expect(pluginRuntime.setAside).to.deep.equal([]);
      await host.updateComplete;
      expect(has('[part="action"]')).to.equal(false);
      host.remove();
    });
  }

  it('leave nothing outside the labeling interface, and the host says so', async () => {
    const {host} = await hostFixture({
      html: plugin(
        'document.body.append(document.createElement("ls-left")); ' +
          'document.querySelector(".lsf-editor").append(document.createElement("i"))',
        'plugin-id="careless"',
      ),
    });
    expect(document.querySelector('ls-left')).not.to.equal(null);
    setTimeout(() => host.createAnnotation());
    const {receipt} = await nextEvent(host, 'ls-plugin-receipt');
    expect(receipt.pluginId).to.equal('careless');
    expect(receipt.items.map(({what}) => what)).to.deep.equal([
      '<ls-left> in <body>',
    ]);
    await host.displayed;
    host.remove();
    expect(document.querySelector('ls-left')).to.equal(null);
  });

  it('keep what the page lets them keep', async () => {
    const {host} = await hostFixture({
      html: plugin(
        'document.body.append(document.createElement("ls-kept"))',
        'keep="node"',
      ),
    });
    host.remove();
    const kept = document.querySelector('ls-kept');
    expect(kept).not.to.equal(null);
    kept?.remove();
  });

  it('that find nothing but a foreign origin are not loaded', async () => {
    const host = document.createElement('ls-annotation-host');
    host.allowedOrigins = 'https://cdn.example';
    host.config = '<View><Text name="t" value="$text"/></View>';
    host.task = {id: 1, data: {text: 'x'}};
    host.innerHTML =
      '<ls-plugin src="/packages/plugins/fixtures/defines-global.js"></ls-plugin>';
    setTimeout(() => {
      document.body.append(host);
    });
    const {error} = await nextEvent(host, 'ls-plugin-error');
    expect(error.cause).to.have.property('code', 'plugin/origin');
    host.remove();
  });
});
