import '../../define/annotation-host.js';

import {CONFIG, PATIENT, task} from './host-fixture.js';

/** What a page under a policy tells of itself. */
export interface PolicyAnswer {
  /** What plugins noted. */
  readonly ran: readonly string[];
  /** Lines of the list of regions. */
  readonly rows: number;
  /** Words of the instructions, and of a document. */
  readonly texts: readonly (string | undefined)[];
  /** Words of the form of an operator's dialog. */
  readonly form: string;
  /** What sandboxed plugins said. */
  readonly modals: readonly string[];
  /** Failures of plugins. */
  readonly errors: readonly string[];
}

const DOCUMENT = '<HyperText name="document" value="$html"/>';
const MODULE = '/packages/plugins/fixtures/module-plugin.js';
const LIBRARY = '/packages/plugins/fixtures/library.js';
const INLINE =
  'export default {id: "inline", activate() {lsRan.push("inline")}}';
const SANDBOXED = {sandbox: true, permissions: ['modal']};

/** Source of a plugin that says how many regions it sees. */
function said(name: string): string {
  return `Htx.showModal('${name}: ' + LSI.regions.length)`;
}

/** Shows a host in a page of its own and tells its parent what came of it. */
async function show(): Promise<void> {
  const errors: string[] = [];
  const ran: string[] = [];
  const modals: string[] = [];
  addEventListener('ls-plugin-error', ({error}) => {
    errors.push(error.message);
  });
  const page = globalThis as {lsRan?: string[]; lsFixtureContext?: unknown};
  page.lsRan = ran;
  const host = document.createElement('ls-annotation-host');
  host.setAttribute('nonce', 'n1');
  host.pluginRuntime.configure(PATIENT);
  Object.assign(host, {
    config: CONFIG.replace('</View>', `${DOCUMENT}</View>`),
    task: {...task(), data: {...task().data, html: '<p>Dear <b>Ada</b></p>'}},
    plugins: [
      {id: 'script', code: 'window.lsRan.push("script")'},
      {
        id: 'importing',
        code: `await LSI.import('${LIBRARY}'); lsRan.push(typeof lsLibrary)`,
      },
      {id: 'module', type: 'module', src: MODULE},
      {id: 'inline', type: 'module', code: INLINE},
      {...SANDBOXED, id: 'worker', code: said('worker')},
      {...SANDBOXED, id: 'document', slot: 'status', code: said('document')},
      {id: 'broken', code: '\n)'},
    ],
  });
  host.session.modals$.subscribe(({message}) => {
    modals.push(message);
  });
  document.body.append(host);
  await host.displayed;
  host.createAnnotation();
  await host.displayed;
  host.selectAnnotation('10');
  await host.displayed;
  host.session.description = '<p>Mark <b>people</b></p>';
  host.htx.toggleDescription();
  await host.updateComplete;
  if (page.lsFixtureContext) ran.push('module');
  host.operators.register({
    name: 'Count',
    parameters: [
      {name: 'least', param_type: 'int', default: 2, required: true},
    ],
    execute: () => ({success: true, message: 'Counted'}),
  });
  host.operators.open('Count');
  const form = await dialogText(host);
  const list = host.shadowRoot?.querySelector('ls-region-list');
  await list?.updateComplete;
  const rows = list?.shadowRoot?.querySelectorAll('[role="treeitem"]') ?? [];
  const answer: PolicyAnswer = {
    ran: [...new Set(ran)],
    rows: new Set([...rows].map((row) => row.getBoundingClientRect().top)).size,
    texts: [
      host.shadowRoot?.querySelector('[part="instructions"]'),
      host.querySelector('.lsf-richtext b'),
    ].map((part) => part?.textContent),
    form,
    modals: [...new Set(modals)],
    errors: [...new Set(errors)],
  };
  host.remove();
  parent.postMessage(answer, '*');
}

/** Waits for the dialog of an operator, and returns the words of its form. */
async function dialogText(host: HTMLElement): Promise<string> {
  for (;;) {
    const dialog = host.querySelector('ls-operator-dialog');
    const form = dialog?.shadowRoot?.querySelector('ls-operator-form');
    const text = form?.shadowRoot?.textContent.trim() ?? '';
    if (text !== '') return text;
    await new Promise(requestAnimationFrame);
  }
}

void show();
