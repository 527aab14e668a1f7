import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys, sendMouse} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import {nextFrame} from '../surfaces/testing/render-surface.js';

import {hostFixture} from './testing/host-fixture.js';
import {nextEvent} from './testing/next-event.js';

type Point = [number, number];

/** Returns where a part of the text on display begins and ends. */
function placeOf(editor: HTMLElement, words: string): readonly [Point, Point] {
  const line = editor.querySelector('.lsf-richtext__line')!;
  const text = line.firstChild!;
  const range = document.createRange();
  const start = line.textContent.indexOf(words);
  range.setStart(text, start);
  range.setEnd(text, start + words.length);
  const {left, right, top, height} = range.getBoundingClientRect();
  const y = Math.round(top + height / 2);
  return [
    [Math.ceil(left), y],
    [Math.floor(right), y],
  ];
}

async function dragOver([from, to]: readonly [Point, Point]): Promise<void> {
  await sendMouse({type: 'move', position: from});
  await sendMouse({type: 'down'});
  await sendMouse({type: 'move', position: to});
  await sendMouse({type: 'up'});
}

describe('work with <ls-annotation-host>', () => {
  it('goes from a label to a saved annotation, with hand and keyboard', async () => {
    const {host, editor, find} = await hostFixture({
      task: {id: 1, data: {text: 'Ada met Charles in London.'}},
    });
    const made = nextEvent(host, 'ls-region-create');
    await sendKeys({press: '2'});
    await dragOver(placeOf(editor()!, 'London'));
    const {region} = await made;
    expect(region.text).to.equal('London');

    const list = find('ls-region-list');
    await host.updateComplete;
    expect(list.shadowRoot?.textContent).to.contain('London');

    const note = editor()!.querySelector<HTMLElement>('[name="note"]')!;
    note.focus();
    await sendKeys({type: 'A city'});

    const saved = nextEvent(host, 'ls-annotation-submit');
    find('button[name="submit"]').click();
    const {annotation} = await saved;
    const results = annotation.serializeAnnotation();
    expect(
      results.map(({from_name, value}) => [from_name, value]),
    ).to.deep.equal([
      ['label', {start: 19, end: 25, text: 'London', labels: ['Place']}],
      ['note', {text: ['A city']}],
    ]);
    await resetMouse();
    host.remove();
  });

  it('gives the focus back to the button when a save was refused', async () => {
    const {host, find, has} = await hostFixture({
      config: '<View><Text name="text" value="$text"/></View>',
      task: {id: 1, data: {text: 'x'}},
    });
    host.events.addHandler('beforeSaveAnnotation', async () => {
      await nextFrame();
      host.showModal('Not yet.');
      return false;
    });
    const button = find<HTMLButtonElement>('button[name="submit"]');
    button.focus();
    await sendKeys({press: 'Enter'});
    await until(() => has('ls-modal'));
    await host.updateComplete;
    await sendKeys({press: 'Escape'});
    await until(() => !has('ls-modal'));
    expect((button.getRootNode() as ShadowRoot).activeElement).to.equal(button);
    host.remove();
  });

  it('asks for what is required, and saves when it is there', async () => {
    const {host, editor, find, has} = await hostFixture({
      config: `
        <View>
          <Text name="text" value="$text"/>
          <Choices name="tone" toName="text" required="true">
            <Choice value="Good"/><Choice value="Bad"/>
          </Choices>
        </View>`,
      task: {id: 1, data: {text: 'x'}},
    });
    const button = find<HTMLButtonElement>('button[name="submit"]');
    button.focus();
    await sendKeys({press: 'Enter'});
    await host.updateComplete;
    expect(find('ls-modal').shadowRoot?.textContent).to.contain('required');
    await sendKeys({press: 'Enter'});
    await host.updateComplete;
    expect(has('ls-modal')).to.equal(false);
    editor()!.querySelector<HTMLElement>('input')!.click();
    expect(await host.submit()).to.equal(true);
    host.remove();
  });
});
