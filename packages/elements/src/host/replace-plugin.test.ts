import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {definePlugin} from '@ls-annotation/plugins';
import type {PluginSource} from '@ls-annotation/plugins';

import '../define/annotation-host.js';
import {hostFixture} from './testing/host-fixture.js';
import {nextEvent} from './testing/next-event.js';

function setup() {
  const log: string[] = [];
  const logging = (name: string): PluginSource => ({
    id: 'mine',
    definition: definePlugin({
      id: name,
      activate: ({contribute}) => {
        log.push(`+${name}`);
        contribute.notice({text: `I am ${name}`});
        return () => log.push(`-${name}`);
      },
    }),
  });
  return {log, logging};
}

function inlineModule(text: string, attributes = ''): string {
  return `<ls-plugin type="module" plugin-id="inline" ${attributes}><script type="text/plain">
    export default {id: 'inline', activate: ({contribute}) => {
      contribute.notice({text: '${text}'});
    }};
  </script></ls-plugin>`;
}

describe('replacing plugins of <ls-annotation-host>', () => {
  it('keeps the display, the selection, the history and what is being typed', async () => {
    const {log, logging} = setup();
    const {host, root, editor} = await hostFixture({
      plugins: [logging('old')],
    });
    host.session.actions.deleteRegion('c');
    host.session.actions.selectRegions(['b']);
    const scope = host.session.scope;
    const field = editor()!.querySelector<HTMLInputElement>(
      'textarea, input[type=text]',
    )!;
    field.focus();
    await sendKeys({type: 'half a thou'});
    await host.replacePlugin('mine', logging('new'));
    await sendKeys({type: 'ght'});
    expect(log).to.deep.equal(['+old', '-old', '+new']);
    expect(host.session.scope).to.equal(scope);
    expect(document.activeElement).to.equal(field);
    expect(field.value).to.equal('half a thought');
    expect(host.store.annotation(scope!.annotationId).selection).to.deep.equal([
      'b',
    ]);
    expect(
      root.querySelector('[part="plugin-notice"]')?.textContent,
    ).to.contain('I am new');
    host.undo();
    expect(host.serialize()).to.have.length(3);
    host.remove();
  });

  it('lasts over displays, until the page changes the source', async () => {
    const {log, logging} = setup();
    const {host} = await hostFixture({plugins: [logging('old')]});
    await host.replacePlugin('mine', logging('new'));
    host.createAnnotation();
    await host.displayed;
    host.plugins = [logging('third')];
    await host.displayed;
    expect(log).to.deep.equal([
      '+old',
      '-old',
      '+new',
      '-new',
      '+new',
      '-new',
      '+third',
    ]);
    host.remove();
  });

  it('takes away what was said about the one before', async () => {
    const {host, has} = await hostFixture({
      plugins: [
        {
          id: 'mine',
          definition: definePlugin({
            id: 'broken',
            activate: () => {
              throw new Error('no');
            },
          }),
        },
      ],
    });
    expect(has('ls-notice')).to.equal(true);
    await host.replacePlugin('mine', setup().logging('good'));
    expect(has('ls-notice')).to.equal(false);
    host.remove();
  });

  it('takes away what was said of a text that is another now, and no more', async () => {
    const failing = (name: string): string =>
      `<ls-plugin plugin-id="${name}"><script type="text/plain">
        throw new Error('no');
      </script></ls-plugin>`;
    const {host, root} = await hostFixture({
      html: failing('mine') + failing('other'),
    });
    const told = () =>
      [...root.querySelectorAll('ls-notice')].map(
        ({shadowRoot}) => /"(\w+)"/.exec(shadowRoot!.textContent)?.[1],
      );
    expect(told()).to.deep.equal(['mine', 'other']);
    const plugin = host.querySelector('ls-plugin')!;
    plugin.querySelector('script')!.textContent = 'LSI.task;';
    await nextEvent(plugin, 'ls-plugin-change');
    await host.displayed;
    expect(told()).to.deep.equal(['other']);
    host.remove();
  });

  it('tells which plugins there are when it is asked for another', async () => {
    const {host} = await hostFixture({plugins: [setup().logging('old')]});
    const failure = await host
      .replacePlugin('yours', {code: ''})
      .catch((error: unknown) => error);
    expect(failure).to.include({code: 'elements/plugin-unknown'});
    expect((failure as Error).message).to.contain('"mine"');
    host.remove();
  });

  it('happens when the text of an <ls-plugin> changes', async () => {
    const {host, root} = await hostFixture({html: inlineModule('first')});
    const {scope} = host.session;
    const words = () =>
      root.querySelector('[part="plugin-notice"]')?.textContent.trim();
    expect(words()).to.equal('first');
    const plugin = host.querySelector('ls-plugin')!;
    const script = plugin.querySelector('script')!;
    script.textContent = script.textContent.replace('first', 'second');
    await nextEvent(plugin, 'ls-plugin-change');
    await host.displayed;
    expect(words()).to.equal('second');
    expect(host.session.scope).to.equal(scope);
    host.remove();
  });

  it('of a script takes along what it wrote in the interface, and no more', async () => {
    const {log, logging} = setup();
    const {host, editor} = await hostFixture({
      plugins: [
        {...logging('other'), id: 'other'},
        {
          id: 'mine',
          code: `const view = document.querySelector('.lsf-main-view__annotation');
            const made = document.createElement('p');
            made.textContent = 'old';
            view.prepend(made);
            made.append('grown');
            document.querySelector('.lsf-choices').replaceChildren('gone');
            await 0;
            document.querySelector('.lsf-text-area').innerHTML = 'late';
            document.querySelector('.lsf-main-view').addEventListener(
              'ls-x', () => made.append('heard'));`,
        },
      ],
    });
    const view = () => editor()!.textContent;
    expect(view()).to.contain('oldgrown').and.to.contain('late');
    expect(editor()!.querySelector('.lsf-choices input')).to.equal(null);
    host.session.actions.deleteRegion('c');
    host.session.actions.selectRegions(['b']);
    const {scope} = host.session;
    const fields = [
      '.lsf-choices input',
      '.lsf-text-area :is(input, textarea)',
    ];
    await host.replacePlugin('mine', {
      code: `document.querySelector('.lsf-main-view__annotation').append('new')`,
    });
    expect(view())
      .to.contain('new')
      .and.to.not.match(/old|grown|gone|late/);
    for (const field of fields) {
      expect(editor()!.querySelector(field), field).to.not.equal(null);
    }
    expect(host.session.scope).to.equal(scope);
    expect(host.store.annotation(scope!.annotationId).selection).to.deep.equal([
      'b',
    ]);
    expect(log).to.deep.equal(['+other']);
    await host.replacePlugin('mine', {code: ''});
    expect(view()).to.not.contain('new');
    host.undo();
    expect(host.serialize()).to.have.length(3);
    host.remove();
  });

  it('of a script happens when its text changes', async () => {
    const script = (word: string): string =>
      `document.querySelector('.lsf-main-view').append('${word}')`;
    const {host, editor} = await hostFixture({
      html: `<ls-plugin><script type="text/plain">${script('first')}</script></ls-plugin>`,
    });
    const {scope} = host.session;
    const plugin = host.querySelector('ls-plugin')!;
    plugin.querySelector('script')!.textContent = script('second');
    await nextEvent(plugin, 'ls-plugin-change');
    await host.displayed;
    expect(editor()!.textContent).to.contain('second').and.not.contain('first');
    expect(host.session.scope).to.equal(scope);
    host.remove();
  });
});

describe('<ls-plugin> that waits', () => {
  it('starts when its button is pressed, and is not there for other configs', async () => {
    const {host, root} = await hostFixture({
      html:
        inlineModule(
          'started',
          'activate-on="command:Count words, region-select"',
        ) + inlineModule('video', 'when="tag:Video"'),
    });
    const words = () =>
      [...root.querySelectorAll('[part="plugin-notice"]')].map((notice) =>
        notice.textContent.trim(),
      );
    expect(words()).to.deep.equal([]);
    const button = root.querySelector<HTMLButtonElement>('.plugin-button')!;
    expect(button.textContent.trim()).to.equal('Count words');
    const started = new Promise((resolve) => {
      host.pluginRuntime.runs$.subscribe(resolve);
    });
    button.focus();
    await sendKeys({press: 'Enter'});
    await started;
    await host.displayed;
    expect(words()).to.deep.equal(['started']);
    host.remove();
  });
});
