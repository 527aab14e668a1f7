import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {definePlugin} from '@ls-annotation/plugins';
import type {SettingValues} from '@ls-annotation/plugins';

import '../define/annotation-host.js';
import {hostFixture} from '../host/testing/host-fixture.js';
import {LeakCounter} from '../host/testing/leak-counter.js';
import type {OperatorFormElement} from '../operator-form/operator-form.js';

import type {PluginSettingsElement} from './plugin-settings.js';

function memory() {
  const kept = new Map<string, SettingValues>();
  return {
    kept,
    read: (id: string) => kept.get(id) ?? null,
    write: (id: string, values: SettingValues | null) => {
      if (values) kept.set(id, values);
      else kept.delete(id);
    },
  };
}

async function setup(
  storage = memory(),
  settings: readonly {readonly name: string}[] = [
    {name: 'limit', param_type: 'int', default: 5, min: 1} as never,
    {name: 'token', secret: true, required: false} as never,
  ],
) {
  const seen: unknown[] = [];
  const plugin = {
    definition: definePlugin({
      id: 'words',
      name: 'Word counter',
      settings,
      activate: (context) => {
        context.settings$.subscribe(({limit}) => seen.push(limit));
      },
    }),
  };
  const made = await hostFixture({plugins: []});
  const {host} = made;
  host.settingsStorage = storage;
  host.plugins = [plugin];
  await host.displayed;
  const page = document.createElement('ls-plugin-settings');
  page.plugin = 'words';
  page.slot = 'panel';
  host.append(page);
  await page.updateComplete;
  const form = (of: PluginSettingsElement = page) =>
    of.shadowRoot!.querySelector<OperatorFormElement>('ls-operator-form')!;
  await page.shadowRoot!.querySelector('ls-operator-form')?.updateComplete;
  return {
    ...made,
    seen,
    storage,
    page,
    form,
    field: () => form().shadowRoot!.querySelector<HTMLInputElement>('input')!,
    button: (words: string) =>
      [...page.shadowRoot!.querySelectorAll('button')].find(
        (one) => one.textContent.trim() === words,
      )!,
    status: () =>
      page.shadowRoot!.querySelector('[role="status"]')!.textContent,
  };
}

async function typeOver(field: HTMLInputElement, text: string) {
  field.focus();
  field.select();
  await sendKeys({type: text});
}

describe('<ls-plugin-settings>', () => {
  it('is accessible', async () => {
    const {page, host} = await setup();
    await expect(page).to.be.accessible();
    host.remove();
  });

  it('hands what is saved to the running plugin, and keeps it without secrets', async () => {
    const {host, page, field, seen, storage, status} = await setup();
    expect(page.shadowRoot!.textContent).to.contain('Word counter');
    await typeOver(field(), '9');
    await sendKeys({press: 'Enter'});
    await page.updateComplete;
    expect(seen).to.deep.equal([5, 9]);
    expect(storage.kept.get('words')).to.deep.equal({limit: 9});
    expect(status()).to.equal('Saved');
    host.remove();
  });

  it('does not take what does not fit, and says so at the field', async () => {
    const {host, field, seen, form, button, status} = await setup();
    await typeOver(field(), '0');
    button('Save').click();
    await form().updateComplete;
    expect(seen).to.deep.equal([5]);
    expect(field().getAttribute('aria-invalid')).to.equal('true');
    expect(status()).to.equal('');
    host.remove();
  });

  it('goes back to the defaults', async () => {
    const {host, page, field, seen, form, button, storage} = await setup();
    await typeOver(field(), '9');
    await sendKeys({press: 'Enter'});
    button('Reset').click();
    await page.updateComplete;
    await form().updateComplete;
    expect(seen).to.deep.equal([5, 9, 5]);
    expect(field().value).to.equal('5');
    expect(storage.kept.has('words')).to.equal(false);
    host.remove();
  });

  it('starts with what was kept, but for what does not fit any more', async () => {
    const storage = memory();
    storage.kept.set('words', {limit: 0, token: 'abc'});
    const {host, seen} = await setup(storage);
    expect(seen).to.deep.equal([5]);
    const {values} = host.pluginRuntime.settings.find('words')!;
    expect(values).to.deep.equal({limit: 5, token: 'abc'});
    host.remove();
  });

  it('says that there is nothing to set', async () => {
    const {host, page} = await setup(memory(), []);
    expect(page.shadowRoot!.textContent).to.contain('nothing to set');
    host.remove();
  });

  it('names the setting of a manifest that cannot be read', async () => {
    const {host, find} = await setup(memory(), [
      {name: 'limit', param_type: 'int', min: 2, max: 1} as never,
    ]);
    expect(find('ls-notice').getAttribute('detail')).to.contain('settings/0');
    host.remove();
  });

  it('leaves nothing behind', async () => {
    const {host} = await setup();
    const counter = new LeakCounter();
    const before = counter.count();
    const page = document.createElement('ls-plugin-settings');
    host.append(page);
    await page.updateComplete;
    page.remove();
    expect(counter.count()).to.deep.equal(before);
    counter.end();
    host.remove();
  });
});

describe('<ls-plugin-settings-button>', () => {
  it('is in the bar of a host with such plugins, opens and closes', async () => {
    const {host, find, has} = await setup();
    const element = find('ls-plugin-settings-button');
    await expect(element).to.be.accessible();
    element.shadowRoot!.querySelector('button')!.focus();
    await sendKeys({press: 'Enter'});
    const dialog = element.shadowRoot!.querySelector('dialog')!;
    expect(dialog.open).to.equal(true);
    const settings = find<PluginSettingsElement>('ls-plugin-settings');
    await settings.updateComplete;
    expect(settings.shadowRoot!.textContent).to.contain('Word counter');
    await expect(settings).to.be.accessible();
    await sendKeys({press: 'Escape'});
    expect(dialog.open).to.equal(false);
    host.plugins = [];
    await host.displayed;
    expect(has('ls-plugin-settings-button')).to.equal(false);
    host.remove();
  });
});
