import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const REGION = {
  id: 'a',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 0, end: 3, text: 'Ada', labels: ['PER']},
};

async function setup({
  attributes = '',
  labels = '',
  result = [] as unknown[],
} = {}) {
  const surface = await renderSurface(
    `<View>
      <Labels name="label" toName="text" ${attributes}>
        <Label value="PER" background="red"/>
        <Label value="ORG" hotkey="o" hint="A company"/>
        ${labels}
      </Labels>
      <Text name="text" value="$text"/>
    </View>`,
    {
      task: {
        id: 1,
        data: {text: 'Ada met Bob.'},
        annotations: [{id: 1, result}],
      },
    },
  );
  const label = (index: number) =>
    surface.findAll('.lsf-label_clickable')[index]!;
  const pressed = () =>
    surface
      .findAll('.lsf-label_clickable')
      .filter(({ariaPressed}) => ariaPressed === 'true')
      .map((item) => item.querySelector('.lsf-label__text')!.textContent);
  const active = () => surface.state().session.activeLabels.label ?? [];
  return {...surface, label, pressed, active};
}

describe('Labels', () => {
  afterEach(closeSurfaces);

  it('is accessible, with a label chosen too', async () => {
    const {host, label} = await setup();
    await clickOn(label(0));
    await expect(host).to.be.accessible();
  });

  it('chooses a label on a click and lets go of it on another', async () => {
    const {label, pressed, active} = await setup();
    await clickOn(label(0));
    expect(active()).to.deep.equal(['PER']);
    await clickOn(label(1));
    expect(pressed()).to.deep.equal(['ORG']);
    expect(label(1).classList.contains('lsf-label_selected')).to.equal(true);
    await clickOn(label(1));
    expect(active()).to.deep.equal([]);
  });

  it('chooses several with choice="multiple"', async () => {
    const {label, pressed} = await setup({attributes: 'choice="multiple"'});
    await clickOn(label(0));
    await clickOn(label(1));
    expect(pressed()).to.deep.equal(['PER', 'ORG']);
  });

  it('is one tab stop with arrow keys, Enter and Space', async () => {
    const {label, active} = await setup();
    await sendKeys({press: 'Tab'});
    expect(document.activeElement === label(0)).to.equal(true);
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Space'});
    expect(active()).to.deep.equal(['ORG']);
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Enter'});
    expect(active()).to.deep.equal(['PER']);
    await sendKeys({press: 'End'});
    expect(document.activeElement === label(1)).to.equal(true);
  });

  it('takes hotkeys, given and assigned', async () => {
    const {active, label} = await setup();
    await sendKeys({press: 'o'});
    expect(active()).to.deep.equal(['ORG']);
    await sendKeys({press: '1'});
    expect(active()).to.deep.equal(['PER']);
    expect(label(1).getAttribute('aria-keyshortcuts')).to.equal('o');
    expect(label(0).querySelector('.lsf-label__hotkey')?.textContent).to.equal(
      '1',
    );
  });

  it('binds and shows no hotkey when they are off', async () => {
    const {findAll, hotkeys} = await renderSurface(
      '<View><Text name="t" value="x"/><Labels name="l" toName="t"><Label value="A"/></Labels></View>',
      {session: {settings: {enableHotkeys: false}}},
    );
    expect(hotkeys.bindings).to.deep.equal([]);
    expect(findAll('.lsf-label__hotkey')).to.have.length(0);
  });

  it('shows and changes the labels of the selected region', async () => {
    const {session, label, pressed, active, results} = await setup({
      result: [REGION],
    });
    session.actions.selectRegion('a');
    expect(pressed()).to.deep.equal(['PER']);
    await clickOn(label(1));
    expect(results()[0]?.value?.labels).to.deep.equal(['ORG']);
    expect(active()).to.deep.equal([]);
    session.actions.unselectAll();
    expect(pressed()).to.deep.equal([]);
  });

  it('warns of a label that is used up', async () => {
    const {label, modals, active} = await setup({
      attributes: 'maxUsages="1"',
      result: [REGION],
    });
    await clickOn(label(0));
    expect(active()).to.deep.equal([]);
    expect(modals).to.deep.equal(["You can't use PER more than 1 time(s)"]);
  });

  it('stores the alias, and shows it when asked', async () => {
    const {label, active} = await setup({
      labels: '<Label value="Place" alias="LOC" showAlias="true"/>',
    });
    await clickOn(label(2));
    expect(active()).to.deep.equal(['LOC']);
    expect(label(2).textContent).to.contain('Place LOC');
  });

  it('takes labels that stand in a View of their own', async () => {
    const {label, active} = await setup({
      labels: '<View><Header value="More"/><Label value="LOC"/></View>',
    });
    await clickOn(label(2));
    expect(active()).to.deep.equal(['LOC']);
  });

  it('keeps one text node in the text of a label', async () => {
    const {label} = await setup();
    expect(
      label(0).querySelector('.lsf-label__text')!.childNodes,
    ).to.have.length(1);
    expect(label(1).title).to.equal('A company');
  });
});
