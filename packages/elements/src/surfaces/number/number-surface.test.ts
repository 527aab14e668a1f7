import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

async function setup(attributes = '') {
  const surface = await renderSurface(
    `<View><Text name="t" value="x"/><Header value="How many?"/><Number name="number" toName="t" ${attributes}/></View>`,
  );
  const root = surface.find('.lsf-number');
  const input = surface.find<HTMLInputElement>('.lsf-number input');
  const value = () => surface.results()[0]?.value?.number;
  return {...surface, root, input, value};
}

describe('Number', () => {
  afterEach(closeSurfaces);

  for (const attributes of [
    'min="1" max="9"',
    'slider="true" min="1" max="9"',
  ]) {
    it(`is accessible with ${attributes}`, async () => {
      const {root} = await setup(attributes);
      await expect(root).to.be.accessible();
    });
  }

  it('says the number that is typed, as one step to undo', async () => {
    const {session, input, value} = await setup();
    input.focus();
    await sendKeys({type: '12.5'});
    expect(value()).to.equal(12.5);
    expect(input.value).to.equal('12.5');
    session.undo();
    expect(value()).to.equal(undefined);
  });

  it('says nothing when it is cleared', async () => {
    const {input, value} = await setup();
    input.focus();
    await sendKeys({type: '7'});
    await sendKeys({press: 'Backspace'});
    expect(value()).to.equal(undefined);
  });

  it('keeps half a number in the field', async () => {
    const {input, value} = await setup();
    input.focus();
    await sendKeys({type: '3e'});
    expect(input.validity.badInput).to.equal(true);
    expect(value()).to.equal(3);
    await sendKeys({type: '2'});
    expect(value()).to.equal(300);
  });

  it('shows its default, which becomes a result with a save', async () => {
    const {session, input, value} = await setup('defaultValue="2"');
    expect(input.value).to.equal('2');
    expect(value()).to.equal(undefined);
    await session.submit();
    expect(value()).to.equal(2);
  });

  it('is a slider that says its value', async () => {
    const {root, input, value} = await setup(
      'slider="true" min="1" max="5" step="2"',
    );
    input.focus();
    await sendKeys({press: 'End'});
    expect(value()).to.equal(5);
    expect(root.querySelector('output')?.value).to.equal('5');
  });

  it('takes the focus with its hotkey', async () => {
    const {input} = await setup('hotkey="n"');
    await sendKeys({press: 'n'});
    expect(document.activeElement === input).to.equal(true);
    expect(input.value).to.equal('');
  });

  it('says what is wrong after a refused save', async () => {
    const {session, root, input} = await setup('max="9"');
    input.focus();
    await sendKeys({type: '12'});
    expect(await session.submit()).to.equal(false);
    expect(input.ariaInvalid).to.equal('true');
    await expect(root).to.be.accessible();
    await sendKeys({press: 'Backspace'});
    expect(input.ariaInvalid).to.equal(null);
  });
});
