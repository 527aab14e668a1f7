import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../surfaces/testing/click-on.js';
import {placesOf, textMouse} from '../surfaces/testing/drive-text.js';

import {LabelStudio} from './label-studio.js';

const PAGE = new URL('../../../../demo/label-studio.html', import.meta.url);
const BUNDLE = new URL('../define/all.ts', import.meta.url);

/** Loads the demo of the package, with the sources in place of the bundle. */
async function setup() {
  const response = await fetch(PAGE);
  const parsed = new DOMParser().parseFromString(
    await response.text(),
    'text/html',
  );
  const example = document.createElement('div');
  const source = parsed.querySelector('[data-example="label-studio"]')!;
  const written = source.querySelector('script')!;
  written.remove();
  example.append(...document.importNode(source, true).children);
  document.body.append(example);
  const script = document.createElement('script');
  script.type = 'module';
  script.textContent = written.textContent.replace(
    './dist/ls-annotation-host.js',
    BUNDLE.href,
  );
  document.body.append(script);
  await until(() => LabelStudio.instances.size === 1);
  const [studio] = [...LabelStudio.instances];
  await studio!.host.displayed;
  return {
    studio: studio!,
    host: studio!.host,
    told: () => [...example.querySelectorAll('li')].map((li) => li.textContent),
    end: () => {
      LabelStudio.destroyAll();
      example.remove();
      script.remove();
    },
  };
}

type Handles = Awaited<ReturnType<typeof setup>>;

/** Returns a button of the bar by its name for assistive technology. */
function button({host}: Handles, label: string): HTMLButtonElement {
  const {shadowRoot} = host.shadowRoot!.querySelector('ls-toolbar')!;
  return shadowRoot!.querySelector(`button[aria-label="${label}"]`)!;
}

/** Chooses the first label and selects a word with the mouse. */
async function labelWord({host}: Handles, word: string): Promise<void> {
  const [from, to] = placesOf(host.querySelector('.lsf-richtext')!, word);
  await sendKeys({press: '1'});
  await textMouse.drag(from, to);
}

describe("a page written for Label Studio's frontend package", () => {
  it('is called back for what a person does, and nothing else changes', async () => {
    const handles = await setup();
    const {studio, host, told} = handles;
    expect(studio.store.annotationStore.annotations).to.have.length(1);

    await labelWord(handles, 'Fairmount');
    expect(told()).to.deep.equal(['Region of James: Fairmount']);

    await clickOn(host.querySelector('.lsf-choice input')!);
    await clickOn(button(handles, 'Submit current annotation'));
    await until(() => told().length === 2);
    expect(told()[1]).to.equal('Submitted by James Dean: Fairmount, Warm');

    await until(() => !studio.store.isSubmitting);
    await clickOn(button(handles, 'Update current annotation'));
    await until(() => told().length === 3);
    expect(told()[2]).to.equal('Updated 101: Fairmount, Warm');

    await sendKeys({press: 'Alt+.'});
    await sendKeys({press: 'Backspace'});
    expect(told()[3]).to.equal('Region deleted: Fairmount');

    await labelWord(handles, 'Ann');
    expect(told()).to.have.length(4);
    handles.end();
  });

  it('makes, deletes and skips, with the interfaces that it asks for', async () => {
    const handles = await setup();
    const {studio, told} = handles;
    await clickOn(button(handles, 'New annotation'));
    expect(studio.store.annotationStore.annotations).to.have.length(2);
    await clickOn(button(handles, 'Delete annotation'));
    expect(studio.store.annotationStore.annotations).to.have.length(1);
    await clickOn(button(handles, 'skip-task'));
    expect(told()).to.deep.equal([
      'Deleted what was never submitted',
      'Skipped task 1',
    ]);
    handles.end();
  });

  it('finds the class on the window, and takes everything away again', async () => {
    const handles = await setup();
    const {studio} = handles;
    expect(globalThis).to.have.property('LabelStudio', LabelStudio);
    expect(globalThis).to.have.property('Htx', studio.store);
    LabelStudio.destroyAll();
    expect(LabelStudio.instances.size).to.equal(0);
    expect(studio.root.children).to.have.length(0);
    expect('Htx' in globalThis).to.equal(false);
    handles.end();
  });
});
