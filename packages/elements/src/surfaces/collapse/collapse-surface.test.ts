import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

async function setup({collapse = '', first = ''} = {}) {
  const surface = await renderSurface(
    `<View><Text name="text" value="Ada"/>
      <Collapse ${collapse}>
        <Panel value="One" ${first}>
          <Choices name="a" toName="text"><Choice value="A" hotkey="a"/></Choices>
        </Panel>
        <Panel value="$title">
          <View><Choices name="b" toName="text" required="true"><Choice value="B"/></Choices></View>
        </Panel>
      </Collapse>
    </View>`,
    {task: {data: {title: 'Two of the task'}}},
  );
  const panels = surface.findAll<HTMLDetailsElement>('details');
  const open = () => panels.map((panel) => panel.open);
  const heading = (index: number) => panels[index]!.querySelector('summary')!;
  return {...surface, open, heading, panels};
}

describe('Collapse', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {editor} = await setup({first: 'open="true"'});
    await expect(editor).to.be.accessible();
  });

  it('shows the words of its panels, those of the task too', async () => {
    const {heading} = await setup();
    expect(heading(0).textContent).to.equal('One');
    expect(heading(1).textContent).to.equal('Two of the task');
  });

  it('has one panel open at most', async () => {
    const {heading, open} = await setup();
    expect(open()).to.deep.equal([false, false]);
    await clickOn(heading(0));
    expect(open()).to.deep.equal([true, false]);
    await clickOn(heading(1));
    expect(open()).to.deep.equal([false, true]);
  });

  it('has several panels open without accordion', async () => {
    const {heading, open} = await setup({collapse: 'accordion="false"'});
    await clickOn(heading(0));
    await clickOn(heading(1));
    expect(open()).to.deep.equal([true, true]);
  });

  it('is used with the keyboard', async () => {
    const {heading, open} = await setup();
    heading(0).focus();
    await sendKeys({press: 'Enter'});
    expect(open()).to.deep.equal([true, false]);
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    expect(open()).to.deep.equal([false, true]);
  });

  it('begins with what open says', async () => {
    expect((await setup({first: 'open="true"'})).open()).to.deep.equal([
      true,
      false,
    ]);
    const all = await setup({collapse: 'accordion="false" open="true"'});
    expect(all.open()).to.deep.equal([true, true]);
  });

  it('keeps the hotkeys of a closed panel still', async () => {
    const {heading, results} = await setup();
    await sendKeys({press: 'a'});
    expect(results()).to.deep.equal([]);
    await clickOn(heading(0));
    await sendKeys({press: 'a'});
    expect(results()).to.have.length(1);
  });

  it('opens the panel with what keeps the annotation from being saved', async () => {
    const {session, open, panels} = await setup();
    expect(await session.submit()).to.equal(false);
    expect(open()).to.deep.equal([false, true]);
    await until(() => panels[1]!.querySelector('.lsf-problem'));
  });
});
