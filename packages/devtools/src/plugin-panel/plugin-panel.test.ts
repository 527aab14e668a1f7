import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {CodeEditorElement} from '../code-editor/code-editor.js';
import {panelFixture} from '../testing/panel-fixture.js';
import {whenShown} from '../testing/when-shown.js';

import {packDraft} from './draft-files.js';
import {EMPTY_DRAFT} from './plugin-draft.js';

const page = globalThis as unknown as Record<string, unknown>;

/** Checks how a run went, once the panel says so. */
async function said(
  panel: HTMLElementTagNameMap['ls-plugin-panel'],
  words: string,
): Promise<void> {
  const root = panel.shadowRoot as ShadowRoot;
  await whenShown(
    root,
    () => root.querySelector('.status')?.textContent.includes(words) ?? false,
  );
}

/** Chooses files as the dialog of the browser does. */
function choose(root: ShadowRoot, ...files: readonly File[]): void {
  const input = root.querySelector<HTMLInputElement>('[type="file"]')!;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change'));
}

async function replaceText(
  editor: HTMLElementTagNameMap['ls-code-editor'],
  text: string,
): Promise<void> {
  editor.focus();
  await sendKeys({press: 'Control+a'});
  await sendKeys({type: text});
  expect(editor.value).to.equal(text);
}

/** A module that says which limit it was started with. */
const SETTABLE = `export default {
  id: 'mine',
  settings: [{name: 'limit', param_type: 'int', default: 1}],
  activate({settings}) { globalThis.lsLimit = settings.limit; },
};`;

/** Presses Export, and returns what is saved. */
async function exported(
  button: (name: string) => HTMLButtonElement,
): Promise<File> {
  const saved = new Promise<HTMLAnchorElement>((resolve) => {
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      HTMLAnchorElement.prototype.click = click;
      resolve(this);
    };
  });
  button('Export').focus();
  await sendKeys({press: 'Enter'});
  const {download, href} = await saved;
  return new File([await (await fetch(href)).blob()], download);
}

describe('<ls-plugin-panel>', () => {
  it('is accessible', async () => {
    const {panel, root, button, end} = await panelFixture();
    for (const name of ['Script', 'Labeling config', 'Sample task']) {
      button(name).click();
      await panel.updateComplete;
      await expect(root.querySelector('.panel')).to.be.accessible();
    }
    end();
  });

  it('says which host it misses', async () => {
    const panel = document.createElement('ls-plugin-panel');
    panel.for = 'nowhere';
    document.body.append(panel);
    await panel.updateComplete;
    expect(panel.shadowRoot?.textContent).to.contain('nowhere');
    panel.remove();
  });

  it('shows script, config and task of its host', async () => {
    const {editor, end} = await panelFixture();
    expect(editor('script').value).to.contain('entityCreate');
    expect(editor('config').value).to.contain('<Labels');
    expect(JSON.parse(editor('task').value)).to.have.property('id', 1);
    end();
  });

  it('runs what is typed with Ctrl+Enter, on the annotation as it is', async () => {
    const {host, panel, editor, status, end} = await panelFixture();
    const [region] = host.lsi.annotation?.regions ?? [];
    host.lsi.annotation?.deleteRegion(region!);
    await replaceText(editor('script'), 'window.lsTried = LSI.task.id;');
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'Runs');
    expect(page.lsTried).to.equal(1);
    expect(status()).to.equal('Runs.');
    expect(host.serialize()).to.deep.equal([]);
    end();
  });

  it('runs the same source again', async () => {
    page.lsCount = 0;
    const {panel, button, end} = await panelFixture({
      script: 'lsCount += 1;',
    });
    expect(page.lsCount).to.equal(1);
    button('Run').click();
    await said(panel, 'Runs');
    expect(page.lsCount).to.equal(2);
    end();
  });

  it('does not run a script that does not parse, and shows where', async () => {
    const {panel, root, editor, end} = await panelFixture();
    await replaceText(editor('script'), 'window.lsBad = 1; let x = = 2;');
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'error in “Script”');
    expect('lsBad' in globalThis).to.equal(false);
    await editor('script').updateComplete;
    const mark = editor('script').shadowRoot?.querySelector(
      '.cm-lint-marker-error',
    );
    expect(mark).not.to.equal(null);
    expect(root.querySelector('#tab-script .alarm')?.textContent).to.equal('1');
    end();
  });

  it('explains within the editor what is wrong there, wherever it stands', async () => {
    const {panel, editor, end} = await panelFixture();
    panel.dir = 'rtl';
    const script = editor('script');
    await replaceText(script, 'let x = = 2;');
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'error in “Script”');
    await sendKeys({press: 'F8'});
    const find = () => script.shadowRoot!.querySelector('.cm-tooltip');
    await whenShown(script.shadowRoot!, () => {
      const {left, width} = find()?.getBoundingClientRect() ?? new DOMRect();
      return width > 0 && left > -1000;
    });
    const words = find()!.getBoundingClientRect();
    const around = script.getBoundingClientRect();
    expect(words.left).to.be.at.least(around.left - 1);
    expect(words.right).to.be.at.most(around.right + 1);
    end();
  });

  it('says that it runs, and then how that went, not how it was before', async () => {
    const {panel, root, editor, status, end} = await panelFixture();
    await replaceText(editor('script'), 'let x = = 2;');
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'error in “Script”');
    await replaceText(
      editor('script'),
      'await new Promise((go) => { lsWaits(go); });',
    );
    const waiting = new Promise<() => void>((resolve) => {
      page.lsWaits = resolve;
    });
    await sendKeys({press: 'Control+Enter'});
    const goOn = await waiting;
    await said(panel, 'Running …');
    goOn();
    await said(panel, 'Runs.');
    expect(status()).to.equal('Runs.');
    expect(root.querySelector('.status')?.matches('.alarm')).to.equal(false);
    end();
  });

  it('shows where a plugin failed', async () => {
    const {panel, button, editor, end} = await panelFixture({
      script: '\nmissing.thing();',
    });
    button('Run').click();
    await said(panel, 'with a failure');
    const [problem] = editor('script').problems;
    expect(problem?.message).to.contain('missing is not defined');
    expect(editor('script').value.slice(problem?.from, problem?.to)).to.equal(
      'missing',
    );
    end();
  });

  it('shows where a plugin had failed before the panel was there', async () => {
    const {root, editor, end} = await panelFixture({
      script: `
        let some;
        missing.thing();
      `,
    });
    const script = editor('script');
    const [problem, ...others] = script.problems;
    expect(problem?.message).to.contain('missing is not defined');
    expect(script.value.slice(problem?.from, problem?.to)).to.equal('missing');
    expect(others).to.deep.equal([]);
    expect(root.querySelector('#tab-console .alarm')?.textContent).to.equal(
      '1',
    );
    end();
  });

  it('marks the name that is not defined, of which the browser knows the line', async () => {
    const {panel, editor, end} = await panelFixture({script: ''});
    await replaceText(
      editor('script'),
      "[1].filter((one) => region.labels.includes('A') && one);",
    );
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'with a failure');
    const [problem] = editor('script').problems;
    const {value} = editor('script');
    expect(value.slice(problem?.from, problem?.to)).to.equal('region');
    expect(problem?.from).to.equal(value.indexOf('region'));
    end();
  });

  it('marks nothing of a failure in a text that was changed since', async () => {
    const {panel, host, root, editor, end} = await panelFixture({
      script: "LSI.on('lsTried', () => { throw new Error('no'); });",
    });
    await replaceText(editor('script'), '1;');
    host.events.dispatch('lsTried');
    await panel.updateComplete;
    expect(root.querySelector('#tab-console .alarm')).not.to.equal(null);
    expect(editor('script').problems).to.deep.equal([]);
    end();
  });

  it('brings another config to the annotation on display', async () => {
    const {host, panel, editor, button, end} = await panelFixture();
    button('Labeling config').click();
    await panel.updateComplete;
    const config = editor('config').value.replace('Place', 'City');
    editor('config').focus();
    await sendKeys({press: 'Control+a'});
    await paste(editor('config'), config);
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'Runs');
    expect(host.querySelector('.lsf-editor')?.textContent).to.contain('City');
    expect(host.serialize()).to.have.length(1);
    end();
  });

  it('makes another annotation, and goes from one to the other', async () => {
    const {host, button, end} = await panelFixture();
    const first = host.store.state.selectedId;
    button('Next annotation').click();
    await host.displayed;
    const second = host.store.state.selectedId;
    expect(second).not.to.equal(first);
    button('Next annotation').click();
    await host.displayed;
    expect(host.store.state.selectedId).to.equal(first);
    expect(host.store.state.order).to.have.length(2);
    end();
  });

  it('starts over with the annotations of the sample task', async () => {
    const {host, panel, button, end} = await panelFixture();
    const [region] = host.lsi.annotation?.regions ?? [];
    host.lsi.annotation?.deleteRegion(region!);
    button('Start over').click();
    await said(panel, 'Started over');
    expect(host.serialize()).to.have.length(1);
    end();
  });

  it('makes a plugin where the host has none', async () => {
    const {host, panel, editor, end} = await panelFixture({script: ''});
    await replaceText(editor('script'), 'window.lsNew = 1;');
    await sendKeys({press: 'Control+Enter'});
    await said(panel, 'Runs');
    expect(page.lsNew).to.equal(1);
    expect(host.querySelectorAll('ls-plugin')).to.have.length(1);
    end();
  });

  it('runs a plugin in the sandbox when it is told to', async () => {
    const {host, panel, root, button, end} = await panelFixture({
      script: "if (origin === 'null') Htx.showModal(origin);",
    });
    root.querySelector<HTMLInputElement>('input[type=checkbox]')?.click();
    await panel.updateComplete;
    const permissions = root.querySelector<HTMLInputElement>(
      '[aria-label^="Permissions"]',
    );
    permissions?.focus();
    await sendKeys({type: 'modal'});
    expect(permissions?.value).to.equal('modal');
    const shown = new Promise<string>((resolve) => {
      host.session.modals$.subscribe(({message}) => {
        resolve(message);
      });
    });
    button('Run').click();
    expect(await shown).to.equal('null');
    end();
  });

  it('imports an archive, which can be undone', async () => {
    const {panel, root, editor, button, status, end} = await panelFixture();
    const before = editor('script').value;
    const bytes = packDraft({
      ...EMPTY_DRAFT,
      kind: 'module',
      script: 'export default {id: "x", activate() {}};',
      config: '<View><Text name="a" value="$a"/></View>',
      task: '{"id": 2, "data": {"a": "b"}}',
    });
    choose(root, new File([bytes.slice()], 'mine.zip'));
    await said(panel, 'Imported plugin.mjs, view.xml, data.json, plugin.json.');
    expect(editor('script').value).to.contain('export default');
    expect(editor('config').value).to.contain('name="a"');
    expect(root.querySelector('select')?.value).to.equal('module');
    await expect(root.querySelector('.bar')).to.be.accessible();
    button('Undo import').focus();
    await sendKeys({press: 'Enter'});
    await panel.updateComplete;
    expect(editor('script').value).to.equal(before);
    expect(status()).to.equal('The import is undone.');
    end();
  });

  it('imports a script alone, and leaves the rest as it is', async () => {
    const {panel, root, editor, end} = await panelFixture();
    const before = editor('config').value;
    choose(root, new File(['LSI.task;\r\nLSI.regions;\r\n'], 'other.js'));
    await said(panel, 'Imported other.js.');
    expect(editor('script').value).to.equal('LSI.task;\nLSI.regions;');
    expect(editor('config').value).to.equal(before);
    end();
  });

  it('says why an archive cannot be imported, and loses nothing', async () => {
    const {panel, root, editor, button, end} = await panelFixture();
    const before = editor('script').value;
    choose(root, new File(['no archive'], 'bad.zip'));
    await said(panel, 'Nothing imported. “bad.zip” cannot be read as a zip');
    expect(editor('script').value).to.equal(before);
    expect(() => button('Undo import')).to.throw();
    end();
  });

  it('takes files that are dropped on it', async () => {
    const {panel, root, editor, end} = await panelFixture();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['LSI.dropped;'], 'plugin.js'));
    const content = editor('script').shadowRoot!.querySelector('.cm-content')!;
    for (const type of ['dragover', 'drop']) {
      const event = new DragEvent(type, {
        dataTransfer,
        bubbles: true,
        composed: true,
        cancelable: true,
      });
      content.dispatchEvent(event);
      expect(event.defaultPrevented).to.equal(true);
    }
    await said(panel, 'Imported plugin.js.');
    expect(editor('script').value).to.equal('LSI.dropped;');
    await expect(root.querySelector('.bar')).to.be.accessible();
    end();
  });

  it('exports what can be imported again', async () => {
    const {root, editor, button, status, end} = await panelFixture();
    const before = editor('script').value;
    const file = await exported(button);
    expect(file.name).to.equal('mine.zip');
    await replaceText(editor('script'), '1;');
    choose(root, file);
    await whenShown(root, () => status().startsWith('Imported'));
    expect(editor('script').value).to.equal(before);
    end();
  });

  it('exports how the plugin is run, and its settings, for another page', async () => {
    const first = await panelFixture();
    choose(
      first.root,
      new File([SETTABLE], 'plugin.mjs'),
      new File(['{"type": "module", "settings": {"limit": 3}}'], 'plugin.json'),
    );
    await said(first.panel, 'Imported plugin.mjs, plugin.json.');
    first.button('Run').click();
    await whenShown(first.root, () => first.status().startsWith('Runs'));
    expect(page.lsLimit).to.equal(3);
    const {settings} = first.host.pluginRuntime;
    settings.find('mine')?.set({limit: 5});
    const file = await exported(first.button);
    first.end();
    settings.find('mine')?.reset();
    localStorage.clear();

    const {root, panel, button, status, end} = await panelFixture();
    choose(root, file);
    await said(panel, 'Imported plugin.mjs, view.xml');
    expect(root.querySelector('select')?.value).to.equal('module');
    button('Run').click();
    await whenShown(root, () => status().startsWith('Runs'));
    expect(page.lsLimit).to.equal(5);
    end();
    localStorage.clear();
  });

  it('brings an unsaved draft back, or what the page has', async () => {
    const {host, panel, root, editor, button, status, end} =
      await panelFixture();
    const before = editor('script').value;
    await replaceText(editor('script'), 'LSI.unsaved;');
    panel.remove();
    document.body.append(panel);
    await panel.ready;
    await panel.updateComplete;
    const script = root.querySelector<CodeEditorElement>(
      '[data-editor="script"]',
    )!;
    await script.updateComplete;
    expect(script.value).to.equal('LSI.unsaved;');
    expect(status()).to.equal('Your unsaved draft is back.');
    button('Use the page’s').focus();
    await sendKeys({press: 'Enter'});
    await panel.updateComplete;
    expect(script.value).to.equal(before);
    expect(Object.keys(sessionStorage).join()).not.to.contain(host.id);
    end();
  });

  it('takes notes while it is hidden once told to, after a reload too', async () => {
    const {panel, root, button, end} = await panelFixture();
    button('Session').focus();
    await sendKeys({press: 'Enter'});
    await panel.updateComplete;
    const box = (): HTMLInputElement =>
      [...root.querySelectorAll('label')]
        .find(({textContent}) => textContent.includes('while the panel is'))!
        .querySelector('input')!;
    expect(box().checked).to.equal(false);
    box().focus();
    await sendKeys({press: 'Space'});
    expect(panel.keepRecording).to.equal(true);
    await panel.updateComplete;
    await expect(root.querySelector('.panel')).to.be.accessible();
    const again = document.createElement('ls-plugin-panel');
    again.for = panel.for;
    document.body.append(again);
    await again.ready;
    expect(again.keepRecording).to.equal(true);
    again.remove();
    end();
  });

  it('shows what a recording was made with, and loses nothing that was typed', async () => {
    const {host, panel, root, editor, button, status, end} =
      await panelFixture();
    button('Session').click();
    await panel.updateComplete;
    const recorder = root.querySelector('ls-session-recorder')!;
    await recorder.updateComplete;
    const session = recorder.shadowRoot!;
    const press = async (name: string): Promise<void> => {
      [...session.querySelectorAll('button')]
        .find(({textContent}) => textContent.trim() === name)!
        .focus();
      await sendKeys({press: 'Enter'});
    };
    await press('Record');
    await recorder.updateComplete;
    await press('Stop recording');
    const recorded = JSON.stringify(host.task?.data);
    host.task = {id: 2, data: {text: 'Something else.'}};
    await host.displayed;
    button('Labeling config').click();
    await panel.updateComplete;
    await replaceText(editor('config'), 'typed');
    await press('Replay');
    await whenShown(session, () =>
      session.textContent.includes('another task'),
    );
    await press('Show its task and config');
    await whenShown(root, () => status().startsWith('Config and task'));
    const {data} = JSON.parse(editor('task').value) as {data: unknown};
    expect(JSON.stringify(data)).to.equal(recorded);
    button('Undo in the editors').focus();
    await sendKeys({press: 'Enter'});
    await panel.updateComplete;
    expect(editor('config').value).to.equal('typed');
    await press('Put back what was there before');
    await whenShown(session, () => session.textContent.includes('there again'));
    expect(host.task).to.have.property('id', 2);
    expect(editor('config').value).to.equal('typed');
    end();
  });

  it('puts what is typed over a selection, or brackets around it', async () => {
    const {editor, end} = await panelFixture({script: 'let a;\nlet b;'});
    const script = editor('script');
    script.focus();
    await sendKeys({press: 'Control+a'});
    await sendKeys({type: '('});
    expect(script.value).to.equal('(let a;\nlet b;)');
    await sendKeys({type: 'c'});
    expect(script.value).to.equal('(c)');
    await sendKeys({press: 'Control+z'});
    await sendKeys({press: 'Control+z'});
    expect(script.value).to.equal('let a;\nlet b;');
    end();
  });

  it('is left with Escape and Tab', async () => {
    const {panel, root, editor, end} = await panelFixture({script: 'a;'});
    editor('script').focus();
    await sendKeys({press: 'Tab'});
    expect(editor('script').value).to.equal('  a;');
    expect(root.activeElement).to.equal(editor('script'));
    await sendKeys({press: 'Escape'});
    await sendKeys({press: 'Tab'});
    expect(root.activeElement).not.to.equal(editor('script'));
    await panel.updateComplete;
    end();
  });

  it('goes from tab to tab with the arrow keys', async () => {
    const {root, panel, button, end} = await panelFixture();
    button('Script').focus();
    await sendKeys({press: 'ArrowRight'});
    await panel.updateComplete;
    expect(root.activeElement?.textContent.trim()).to.equal('Labeling config');
    expect(root.querySelector('#panel-config')).to.have.property(
      'hidden',
      false,
    );
    await sendKeys({press: 'End'});
    await panel.updateComplete;
    expect(root.activeElement?.textContent.trim()).to.equal('Sample task');
    end();
  });

  it('goes from tool to tool with the arrow keys, in the direction of the page', async () => {
    const {root, panel, button, end} = await panelFixture();
    const focused = (): string => root.activeElement?.textContent.trim() ?? '';
    button('Events').focus();
    for (const [direction, key] of [
      ['ltr', 'ArrowRight'],
      ['rtl', 'ArrowLeft'],
    ] as const) {
      panel.dir = direction;
      await sendKeys({press: 'Home'});
      await sendKeys({press: key});
      await panel.updateComplete;
      expect(focused()).to.equal('Console');
      const shown = [...root.querySelectorAll('[role="tabpanel"]')].filter(
        (each) => each.checkVisibility(),
      );
      expect(shown.map(({id}) => id)).to.include('panel-console');
      expect(shown).to.have.length(2);
    }
    await expect(root.querySelector('.panel')).to.be.accessible();
    end();
  });

  it('leaves nothing behind when it goes', async () => {
    const {panel, host, end} = await panelFixture();
    const errors = host.pluginRuntime.errors$ as unknown as {
      observed: boolean;
    };
    expect(errors.observed).to.equal(true);
    panel.remove();
    host.remove();
    expect(errors.observed).to.equal(false);
    end();
  });
});

/** Puts a text in the place of what is selected, without closing brackets. */
async function paste(
  editor: HTMLElementTagNameMap['ls-code-editor'],
  text: string,
): Promise<void> {
  const content = editor.shadowRoot?.querySelector('.cm-content');
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  content?.dispatchEvent(
    new ClipboardEvent('paste', {clipboardData, bubbles: true}),
  );
  await editor.updateComplete;
}
