import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const LABELS = `<Labels name="label" toName="text">
  <Label value="Person"/><Label value="Place"/><Label value="Organisation"/>
</Labels>`;
const CHOICES = `<Choices name="choice" toName="text" choice="multiple" allowNested="true">
  <Choice value="Animal"><Choice value="Cat"/><Choice value="Dog"/></Choice>
  <Choice value="Plant"/>
</Choices>`;

async function setup({attributes = 'toName="label"', control = LABELS} = {}) {
  const surface = await renderSurface(
    `<View><Filter ${attributes}/>${control}<Text name="text" value="Ada"/></View>`,
  );
  const shown = () =>
    surface
      .findAll('.lsf-label__text, .lsf-choice__text')
      .filter((option) => option.checkVisibility())
      .map((option) => option.textContent);
  const input = surface.findAll<HTMLInputElement>('.lsf-filter')[0]!;
  return {...surface, shown, input};
}

describe('Filter', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {editor} = await setup();
    await expect(editor).to.be.accessible();
  });

  it('shows the labels that have its text in them, once it is long enough', async () => {
    const {input, shown} = await setup();
    input.focus();
    await sendKeys({type: 'PL'});
    expect(shown()).to.deep.equal(['Person', 'Place', 'Organisation']);
    await sendKeys({type: 'a'});
    expect(shown()).to.deep.equal(['Place']);
    await sendKeys({press: 'Backspace'});
    expect(shown()).to.deep.equal(['Person', 'Place', 'Organisation']);
  });

  it('keeps to capital letters with casesensetive', async () => {
    const {input, shown} = await setup({
      attributes: 'toName="label" minlength="1" casesensetive="true"',
    });
    input.focus();
    await sendKeys({type: 'p'});
    expect(shown()).to.deep.equal([]);
    await sendKeys({press: 'Backspace'});
    await sendKeys({type: 'P'});
    expect(shown()).to.deep.equal(['Person', 'Place']);
  });

  it('chooses the first label with Enter, and empties itself', async () => {
    const {input, shown, state} = await setup({
      attributes: 'toName="label" minlength="1"',
    });
    input.focus();
    await sendKeys({type: 'pla'});
    await sendKeys({press: 'Enter'});
    expect(state().session.activeLabels).to.deep.equal({label: ['Place']});
    expect(input.value).to.equal('');
    expect(shown()).to.have.length(3);
  });

  it('keeps its text with cleanup="false", until Escape', async () => {
    const {input, shown} = await setup({
      attributes: 'toName="label" cleanup="false"',
    });
    input.focus();
    await sendKeys({type: 'place'});
    await sendKeys({press: 'Enter'});
    expect(input.value).to.equal('place');
    expect(shown()).to.deep.equal(['Place']);
    await sendKeys({press: 'Escape'});
    expect(shown()).to.have.length(3);
  });

  it('is gone to with its hotkey', async () => {
    const {input} = await setup({
      attributes: 'toName="label" hotkey="shift+f"',
    });
    await sendKeys({press: 'Shift+F'});
    expect(document.activeElement).to.equal(input);
    expect(input.value).to.equal('');
  });

  it('leaves a label that Tab reaches', async () => {
    const {input} = await setup({attributes: 'toName="label" minlength="1"'});
    input.focus();
    await sendKeys({type: 'org'});
    await sendKeys({press: 'Tab'});
    expect(document.activeElement?.textContent).to.contain('Organisation');
  });

  it('shows nested choices with those around them and inside them', async () => {
    const {input, shown, results} = await setup({
      attributes: 'toName="choice" minlength="1"',
      control: CHOICES,
    });
    input.focus();
    await sendKeys({type: 'dog'});
    expect(shown()).to.deep.equal(['Animal', 'Dog']);
    await sendKeys({press: 'Enter'});
    expect(results()[0]?.value).to.deep.equal({choices: [['Animal', 'Dog']]});
    await sendKeys({type: 'animal'});
    expect(shown()).to.deep.equal(['Animal', 'Cat', 'Dog']);
  });

  it('filters the only control when it names none, and is absent when there is none', async () => {
    const {input, shown} = await setup({attributes: 'minlength="1"'});
    input.focus();
    await sendKeys({type: 'org'});
    expect(shown()).to.deep.equal(['Organisation']);
    const none = await setup({attributes: 'toName="text"'});
    expect(none.input).to.equal(undefined);
  });
});
