import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const REPEATER = `<View><Repeater on="$turns" indexFlag="{{idx}}" mode="pagination">
  <Labels name="label_{{idx}}" toName="turn_{{idx}}"><Label value="PER"/></Labels>
  <Text name="turn_{{idx}}" value="$turns[{{idx}}].text"/>
  <Choices name="choice_{{idx}}" toName="turn_{{idx}}" required="true">
    <Choice value="Good" hotkey="g"/><Choice value="Bad"/>
  </Choices>
</Repeater></View>`;

async function setup({texts = ['First', 'Second', 'Third']} = {}) {
  const regions = texts.map((text, index) => ({
    id: `r${index}`,
    from_name: `label_${index}`,
    to_name: `turn_${index}`,
    type: 'labels',
    value: {start: 0, end: 2, text: text.slice(0, 2), labels: ['PER']},
  }));
  const surface = await renderSurface(REPEATER, {
    task: {
      data: {turns: texts.map((text) => ({text}))},
      annotations: [{id: 1, result: regions}],
    },
  });
  const page = () =>
    surface
      .findAll('.lsf-richtext')
      .filter((text) => text.checkVisibility())
      .map((text) => text.textContent)
      .join();
  const button = (label: string) => surface.find(`[aria-label="${label}"]`);
  const indicator = () =>
    surface.find('.lsf-pagination__page-indicator').textContent;
  return {...surface, page, button, indicator};
}

describe('Repeater with mode="pagination"', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {editor} = await setup();
    await expect(editor).to.be.accessible();
  });

  it('shows one page at a time, and goes from page to page', async () => {
    const {page, button, indicator} = await setup();
    expect(page()).to.equal('First');
    expect(indicator()).to.equal('1 of 3');
    await clickOn(button('Next page'));
    await clickOn(button('Next page'));
    expect(page()).to.equal('Third');
    await clickOn(button('Next page'));
    expect(indicator()).to.equal('3 of 3');
    expect(button('Next page').ariaDisabled).to.equal('true');
    await clickOn(button('Previous page'));
    expect(page()).to.equal('Second');
  });

  it('goes from page to page with alt and the arrow keys', async () => {
    const {page} = await setup();
    await sendKeys({press: 'Alt+ArrowRight'});
    expect(page()).to.equal('Second');
    await sendKeys({press: 'Alt+ArrowLeft'});
    expect(page()).to.equal('First');
  });

  it('has the controls of the page in sight alone hear hotkeys', async () => {
    const {button, results} = await setup();
    await clickOn(button('Next page'));
    await sendKeys({press: 'g'});
    const names = results()
      .filter(({type}) => type === 'choices')
      .map(({from_name}) => from_name);
    expect(names).to.deep.equal(['choice_1']);
  });

  it('makes a page when it is gone to, and keeps it', async () => {
    const {findAll, button} = await setup({
      texts: Array.from({length: 500}, (_, index) => `Turn ${index}`),
    });
    expect(findAll('.lsf-richtext')).to.have.length(1);
    await clickOn(button('Next page'));
    await clickOn(button('Previous page'));
    expect(findAll('.lsf-richtext')).to.have.length(2);
  });

  it('goes to the page of the region that is selected', async () => {
    const {session, page} = await setup();
    session.actions.selectRegion('r2');
    expect(page()).to.equal('Third');
  });

  it('has a span of another page made with the keyboard', async () => {
    const {findAll, results} = await setup();
    await sendKeys({press: 'Alt+ArrowRight'});
    const text = findAll('.lsf-richtext').find((one) => one.checkVisibility());
    const label = findAll('.lsf-label').find((one) => one.checkVisibility());
    const [key = ''] = /\d/.exec(label?.textContent ?? '') ?? [];
    expect(key).not.to.equal('');
    text?.focus();
    for (const press of [key, 'End', 'Shift+ArrowLeft', 'Shift+ArrowLeft']) {
      await sendKeys({press});
    }
    await sendKeys({press: 'Enter'});
    const spans = results().filter(({to_name: name}) => name === 'turn_1');
    expect(spans.map(({value}) => value?.text)).to.deep.equal(['Se', 'nd']);
  });

  it('goes to what keeps the annotation from being saved', async () => {
    const {session, page, findAll, find} = await setup();
    await clickOn(find('.lsf-choice'));
    expect(await session.submit()).to.equal(false);
    expect(page()).to.equal('Second');
    const problems = findAll('.lsf-problem').filter((problem) =>
      problem.checkVisibility(),
    );
    expect(problems.map(({textContent}) => textContent)).to.deep.equal([
      'Checkbox "choice_1" is required.',
    ]);
  });

  it('has no buttons for one page', async () => {
    const {find} = await setup({texts: ['Only']});
    expect(find('.lsf-pagination').checkVisibility()).to.equal(false);
  });
});

describe('Repeater', () => {
  afterEach(closeSurfaces);

  it('shows a copy of its contents for each entry, with its own names', async () => {
    const {findAll, results} = await renderSurface(
      `<View><Repeater on="$turns">
        <Text name="t{{idx}}" value="$turns[{{idx}}]"/>
        <Choices name="c{{idx}}" toName="t{{idx}}"><Choice value="A"/></Choices>
      </Repeater></View>`,
      {task: {data: {turns: ['One', 'Two']}}},
    );
    expect(
      findAll('.lsf-richtext').map(({textContent}) => textContent),
    ).to.deep.equal(['One', 'Two']);
    await clickOn(findAll('.lsf-choice')[1]!);
    expect(results()[0]).to.deep.include({from_name: 'c1', to_name: 't1'});
  });
});
