import {trusted} from '@ls-annotation/plugins';

import '../../define/all.js';
import {hideStyles, showStyles} from '../../surfaces/markup/hide-styles.js';
import type {AnnotationHostElement} from '../annotation-host.js';

const RELATIVE = /(["'])(?:\.\/)?(dist|media|plugins)\//g;
const NONCE = 'n1';
const RAN = 'ls-script-ran';

/** What a page of the demo's examples under a policy tells of itself. */
export interface PolicyDemosAnswer {
  /** How many hosts were shown. */
  readonly hosts: number;
  /** How many dialogs of operators were opened. */
  readonly dialogs: number;
  /** What is said to have failed, by example. */
  readonly failures: readonly string[];
}

interface Example {
  readonly title: string;
  readonly html: string;
}

/** Imports a module of the demo's site. */
async function site<Exports>(path: string): Promise<Exports> {
  return (await import(`/demo/site/${path}`)) as Exports;
}

/** Markup of each page of the demo. */
async function demoPages(): Promise<readonly Example[]> {
  const {PAGES} = await site<{
    readonly PAGES: readonly {readonly href: string}[];
  }>('pages.js');
  const pages = PAGES.map(async ({href}) => {
    const response = await fetch(`/demo/${href}`);
    return {title: href, html: await response.text()};
  });
  return Promise.all(pages);
}

/** Examples of every tag of labeling configs. */
async function tagExamples(): Promise<readonly Example[]> {
  const {LABELING} = await site<{
    readonly LABELING: readonly {readonly examples: readonly Example[]}[];
  }>('components/catalog.js');
  const examples = LABELING.flatMap((family) => family.examples);
  // Pictures in such addresses are refused where no policy names them.
  return examples.filter(({html}) => !html.includes('data:'));
}

/** Reads what is on an example's page, as for a page at the root. */
function read({html}: Example): HTMLElement {
  const markup = html.replace(RELATIVE, '$1/demo/$2/');
  const page = new DOMParser().parseFromString(
    trusted().createHTML(hideStyles(markup)),
    'text/html',
  );
  const main = page.querySelector('main') ?? page.body;
  for (const template of main.querySelectorAll('template')) {
    template.after(template.content);
  }
  showStyles(main);
  // A server that the page's author would have to allow.
  for (const remote of main.querySelectorAll('ls-operator-source')) {
    remote.remove();
  }
  return main;
}

/** Scripts that come from a parsed text do not run; copies of them do. */
async function runScript(script: HTMLScriptElement): Promise<void> {
  const copy = document.createElement('script');
  copy.type = 'module';
  copy.nonce = NONCE;
  // An inline script tells nobody that it has run.
  copy.text = trusted().createScript(
    `${script.text};dispatchEvent(new Event('${RAN}'))`,
  );
  await new Promise((resolve) => {
    addEventListener(RAN, resolve, {once: true});
    document.body.append(copy);
  });
  copy.remove();
}

async function untilLoaded(host: AnnotationHostElement): Promise<void> {
  await host.displayed;
  const isLoading = (): boolean =>
    [...host.querySelectorAll('[role="status"]')].some(
      (status) => status.checkVisibility() && status.textContent.trim() !== '',
    );
  while (isLoading()) await new Promise(requestAnimationFrame);
}

/** Shows an example, uses it a little, and takes it away. */
async function show(example: Example) {
  const place = read(example);
  const hosts = [...place.querySelectorAll('ls-annotation-host')];
  const scripts = [
    ...place.querySelectorAll<HTMLScriptElement>('script[type="module"]'),
  ];
  for (const host of hosts) host.setAttribute('nonce', NONCE);
  document.body.append(place);
  for (const script of scripts) await runScript(script);
  let dialogs = 0;
  for (const host of hosts) {
    await untilLoaded(host);
    const [region] = host.lsi.annotation?.regions ?? [];
    if (region) host.lsi.annotation?.selectArea(region);
    await host.updateComplete;
    dialogs += await openDialogs(host);
  }
  const failures = [...place.querySelectorAll('[role="alert"]')]
    .filter((alert) => alert.checkVisibility())
    .map((alert) => `${example.title}: ${alert.textContent.trim()}`)
    .filter((text) => text !== '');
  place.remove();
  return {hosts: hosts.length, dialogs, failures};
}

async function openDialogs(host: AnnotationHostElement): Promise<number> {
  const operators = host.operators.list();
  for (const {name} of operators) {
    host.operators.open(name);
    let dialog = host.querySelector('ls-operator-dialog');
    while (!textOf(dialog)) {
      await new Promise(requestAnimationFrame);
      dialog = host.querySelector('ls-operator-dialog');
    }
    dialog?.remove();
  }
  return operators.length;
}

function textOf(dialog: Element | null): string {
  const form = dialog?.shadowRoot?.querySelector('ls-operator-form');
  return form?.shadowRoot?.textContent.trim() ?? '';
}

async function showAll(): Promise<void> {
  const answers = [];
  const failures: string[] = [];
  addEventListener('ls-config-error', ({error}) => {
    failures.push(error.message);
  });
  addEventListener('ls-plugin-error', ({error}) => {
    failures.push(error.message);
  });
  for (const example of [...(await demoPages()), ...(await tagExamples())]) {
    answers.push(await show(example));
  }
  const answer: PolicyDemosAnswer = {
    hosts: answers.reduce((sum, {hosts}) => sum + hosts, 0),
    dialogs: answers.reduce((sum, {dialogs}) => sum + dialogs, 0),
    failures: [...failures, ...answers.flatMap((each) => each.failures)],
  };
  parent.postMessage(answer, '*');
}

void showAll();
