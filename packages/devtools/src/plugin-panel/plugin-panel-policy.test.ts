import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {
  documentedPolicies,
  policyFrame,
  toldBy,
  violationsIn,
} from '@ls-annotation/testing';

import type {CodeEditorElement} from '../code-editor/code-editor.js';
import type {PolicyPanel, PolicyPanelWindow} from '../testing/policy-panel.js';
import {whenShown} from '../testing/when-shown.js';

const MODULE = '/packages/devtools/src/testing/policy-panel.ts';

const TOOLS = [
  'Events',
  'Console',
  'Changes',
  'Session',
  'Receipts',
  'Cost',
] as const;

const policies = await documentedPolicies();

/** Opens the panel in a page under a policy. */
async function setup(policy: string) {
  // The draft of the page before would come back.
  sessionStorage.clear();
  const frame = policyFrame(policy, MODULE);
  await toldBy(frame);
  const page = frame.contentWindow as Window & PolicyPanelWindow;
  const panel = page.lsPanel as PolicyPanel;
  const {root, status, editor} = panel;
  return {
    ...panel,
    script: editor('script'),
    page: page as unknown as Record<string, unknown>,
    said: (words: string) => whenShown(root, () => status().includes(words)),
    chooseKind: (value: string) => {
      const kind = root.querySelector('select')!;
      kind.value = value;
      kind.dispatchEvent(new Event('change'));
    },
    violations: () => violationsIn(frame),
    end: (): void => {
      frame.remove();
    },
  };
}

async function replaceText(
  editor: CodeEditorElement,
  text: string,
): Promise<void> {
  editor.focus();
  await sendKeys({press: 'Control+a'});
  await sendKeys({type: text});
}

/** Puts a text in the place of another, as from the clipboard. */
async function paste(editor: CodeEditorElement, text: string): Promise<void> {
  editor.focus();
  await sendKeys({press: 'Control+a'});
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  editor
    .shadowRoot!.querySelector('.cm-content')!
    .dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true}));
}

async function run(): Promise<void> {
  await sendKeys({press: 'Control+Enter'});
}

describe('<ls-plugin-panel> under a content security policy', function () {
  // Its page loads every module of the host once more.
  this.timeout(90_000);

  for (const [name, policy] of policies) {
    it(`runs scripts and modules, shows where they break: ${name}`, async () => {
      const {page, root, script, said, chooseKind, violations, end} =
        await setup(policy);
      const broken = async (text: string): Promise<number | undefined> => {
        await replaceText(script, text);
        await run();
        await said('error in “Script”');
        await whenShown(root, () => script.problems.length > 0);
        expect(script.problems[0]?.message).to.contain('Unexpected token');
        return script.problems[0]?.from;
      };
      const runs = async (text: string): Promise<unknown> => {
        await replaceText(script, text);
        await run();
        await said('Runs.');
        return page.lsRan;
      };
      expect(await broken('lsRan = 1; let x = = 2;')).to.equal(19);
      expect(await runs('window.lsRan = LSI.task.id;')).to.equal(1);
      chooseKind('module');
      expect(await broken('export const;')).to.equal(12);
      const activate = 'activate() {globalThis.lsRan = 2}';
      expect(await runs(`export default {id: "m", ${activate}}`)).to.equal(2);
      expect(violations()).to.deep.equal([]);
      end();
    });

    it(`fires, edits, exports and shows every tool: ${name}`, async () => {
      const parts = await setup(policy);
      const {host, panel, root, editor, button, said, violations, end} = parts;
      const log = root.querySelector('ls-event-log')!.shadowRoot!;
      log.querySelector<HTMLDetailsElement>('.fire')!.open = true;
      log.querySelector<HTMLInputElement>('[name="name"]')!.focus();
      await sendKeys({press: 'Control+a'});
      await sendKeys({type: 'lsTried'});
      await sendKeys({press: 'Enter'});
      await whenShown(log, () => log.textContent.includes('lsTried: 0'));
      for (const tool of TOOLS) {
        button(tool).focus();
        await sendKeys({press: 'Enter'});
        const shown = root.querySelector(`#panel-${tool.toLowerCase()}`)!;
        await whenShown(root, () => shown.checkVisibility());
      }
      button('Labeling config').click();
      await panel.updateComplete;
      await paste(editor('config'), '<View><Header value="New"/></View>');
      await run();
      await said('Runs.');
      expect(host.querySelector('.lsf-editor')?.textContent).to.contain('New');
      button('Export').click();
      await said('Exported mine.zip.');
      root.querySelector<HTMLInputElement>('[type="checkbox"]')!.click();
      button('Run').click();
      await said('Runs.');
      expect(parts.errors).to.deep.equal([]);
      expect(violations()).to.deep.equal([]);
      end();
    });
  }
});
