import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const FLAT =
  '<Choice value="A"/><Choice value="B" alias="bee"/><Choice value="C"/>';
const NESTED = `
  <Choice value="Animal"><Choice value="Cat"/><Choice value="Dog"/></Choice>
  <Choice value="Plant"/>`;
const REGION = {
  id: 'r',
  from_name: 'label',
  to_name: 'text',
  type: 'labels',
  value: {start: 0, end: 3, text: 'Ada', labels: ['PER']},
};

async function setup({
  attributes = '',
  choices = FLAT,
  result = [] as unknown[],
} = {}) {
  const surface = await renderSurface(
    `<View>
      <Labels name="label" toName="text"><Label value="PER"/><Label value="ORG"/></Labels>
      <Text name="text" value="$text"/>
      <Header value="Which one?"/>
      <Choices name="choice" toName="text" ${attributes}>${choices}</Choices>
    </View>`,
    {
      task: {
        id: 1,
        data: {text: 'Ada met Bob.'},
        annotations: [{id: 1, result}],
      },
    },
  );
  const root = surface.find('.lsf-choices');
  const choice = (text: string) =>
    surface
      .findAll('.lsf-choice')
      .find(
        (item) => item.querySelector('.lsf-choice__text')!.textContent === text,
      )!;
  const input = (text: string) => choice(text).querySelector('input')!;
  const checked = () =>
    [...root.querySelectorAll('input')]
      .filter((item) => item.checked)
      .map((item) => item.nextElementSibling!.textContent);
  const value = () =>
    surface.results().find(({from_name}) => from_name === 'choice')?.value
      ?.choices;
  return {...surface, root, choice, input, checked, value};
}

describe('Choices', () => {
  afterEach(closeSurfaces);

  for (const choice of ['single', 'single-radio', 'multiple']) {
    for (const layout of ['vertical', 'inline', 'select']) {
      it(`is accessible as ${choice} in layout ${layout}`, async () => {
        const {root} = await setup({
          attributes: `choice="${choice}" layout="${layout}" required="true"`,
        });
        await expect(root).to.be.accessible();
      });
    }
  }

  it('takes its name from the heading before it', async () => {
    const {root} = await setup();
    expect(root.ariaLabel).to.equal('Which one?');
  });

  it('with choice="single" has one value, and none after a second click', async () => {
    const {choice, checked, value} = await setup();
    await clickOn(choice('A'));
    expect(value()).to.deep.equal(['A']);
    await clickOn(choice('B'));
    expect(value()).to.deep.equal(['bee']);
    expect(checked()).to.deep.equal(['B']);
    await clickOn(choice('B'));
    expect(value()).to.equal(undefined);
    expect(checked()).to.deep.equal([]);
  });

  it('with choice="single-radio" is a radio group, and can be let go of', async () => {
    const {root, choice, input, checked, value} = await setup({
      attributes: 'choice="single-radio"',
    });
    expect(root.role).to.equal('radiogroup');
    await clickOn(choice('A'));
    expect(value()).to.deep.equal(['A']);
    await sendKeys({press: 'ArrowDown'});
    expect(value()).to.deep.equal(['bee']);
    await clickOn(input('B'));
    expect(value()).to.equal(undefined);
    expect(checked()).to.deep.equal([]);
    await clickOn(input('B'));
    expect(value()).to.deep.equal(['bee']);
    expect(checked()).to.deep.equal(['B']);
  });

  it('with choice="multiple" has values in the order of the config', async () => {
    const {choice, value} = await setup({attributes: 'choice="multiple"'});
    await clickOn(choice('C'));
    await clickOn(choice('A'));
    expect(value()).to.deep.equal(['A', 'C']);
  });

  it('is used with Tab and Space', async () => {
    const {input, value} = await setup();
    input('A').focus();
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    expect(value()).to.deep.equal(['bee']);
  });

  it('is used with hotkeys, also while the focus is on a choice', async () => {
    const {choice, value} = await setup();
    await sendKeys({press: '3'});
    expect(value()).to.deep.equal(['A']);
    await clickOn(choice('B'));
    await sendKeys({press: '5'});
    expect(value()).to.deep.equal(['C']);
  });

  it('in layout select is a list', async () => {
    const {root, value, session} = await setup({attributes: 'layout="select"'});
    const select = root.querySelector('select')!;
    select.focus();
    await sendKeys({press: 'B'});
    expect(value()).to.deep.equal(['bee']);
    session.undo();
    expect(select.selectedIndex).to.equal(0);
  });

  it('in layout select takes several with choice="multiple"', async () => {
    const {root, value} = await setup({
      attributes: 'layout="select" choice="multiple"',
    });
    const select = root.querySelector('select')!;
    select.focus();
    await sendKeys({press: 'Home'});
    await sendKeys({press: 'Shift+ArrowDown'});
    expect(value()).to.deep.equal(['A', 'bee']);
  });

  it('with allowNested stores paths, and a parent stands for its children', async () => {
    const {choice, input, value} = await setup({
      attributes: 'choice="multiple" allowNested="true"',
      choices: NESTED,
    });
    await clickOn(choice('Cat'));
    expect(value()).to.deep.equal([['Animal', 'Cat']]);
    expect(input('Animal').indeterminate).to.equal(true);
    await clickOn(choice('Animal'));
    expect(input('Animal').checked).to.equal(true);
    expect(input('Dog').checked).to.equal(true);
    await clickOn(choice('Animal'));
    expect(value()).to.equal(undefined);
  });

  it('takes choices that stand in a View of their own', async () => {
    const {choice, value} = await setup({
      choices: '<View><Header value="First"/><Choice value="A"/></View>',
    });
    await clickOn(choice('A'));
    expect(value()).to.deep.equal(['A']);
  });

  it('speaks of the picture in sight with perItem', async () => {
    const url =
      'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
    const {find, findAll, results} = await renderSurface(
      `<View><Image name="image" valueList="$images"/>
        <Choices name="choice" toName="image" perItem="true"><Choice value="A"/></Choices></View>`,
      {task: {data: {images: [url, url]}}},
    );
    const input = find<HTMLInputElement>('.lsf-choice__input');
    await clickOn(input);
    const next = findAll('.lsf-pagination button').at(-1)!;
    await clickOn(next);
    expect(input.checked).to.equal(false);
    await clickOn(input);
    expect(results().map(({item_index}) => item_index)).to.deep.equal([0, 1]);
  });

  describe('when a save is refused for another picture', () => {
    const PIXEL =
      'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

    /** Two questions about each of three pictures. */
    async function refused() {
      const surface = await renderSurface(
        `<View><Image name="image" valueList="$images"/>
          <Choices name="one" toName="image" perItem="true" required="true"><Choice value="A"/></Choices>
          <Choices name="two" toName="image" perItem="true" required="true"><Choice value="B"/></Choices>
        </View>`,
        {task: {data: {images: [PIXEL, PIXEL, PIXEL]}}},
      );
      const {session, findAll} = surface;
      for (const itemIndex of [0, 2]) {
        session.actions.setClassification('one', ['A'], {itemIndex});
      }
      for (const itemIndex of [0, 1]) {
        session.actions.setClassification('two', ['B'], {itemIndex});
      }
      expect(await session.submit()).to.equal(false);
      const [one, two] = findAll('.lsf-choices');
      return {
        ...surface,
        one: one!,
        two: two!,
        page: () => findAll('.lsf-pagination__page-indicator')[0]?.textContent,
        said: (control: HTMLElement) =>
          control.querySelector<HTMLElement>('.lsf-problem')?.innerText ?? '',
      };
    }

    it('names the picture, and does not call the one in sight wrong', async () => {
      const {host, one, two, page, said} = await refused();
      expect(page()).to.equal('2 of 3');
      expect(said(one)).to.equal('Checkbox "one" is required.');
      expect(said(two)).to.contain('Picture 3: Checkbox "two" is required.');
      expect(one.querySelector('input')!.ariaInvalid).to.equal('true');
      expect(two.querySelector('input')!.ariaInvalid).to.equal(null);
      await expect(host).to.be.accessible();
    });

    it('goes to the picture, with the focus on the control', async () => {
      const {two, page, said} = await refused();
      const go = two.querySelector<HTMLButtonElement>('.lsf-problem button')!;
      expect(go.textContent).to.equal('Go to picture 3');
      go.focus();
      await sendKeys({press: 'Enter'});
      expect(page()).to.equal('3 of 3');
      expect(said(two)).to.equal('Checkbox "two" is required.');
      expect(document.activeElement).to.equal(two.querySelector('input'));
    });

    it('is silent once that picture has its answer', async () => {
      const {session, one, two, said} = await refused();
      session.actions.setClassification('two', ['B'], {itemIndex: 2});
      expect(said(two)).to.equal('');
      expect(said(one)).to.equal('Checkbox "one" is required.');
      session.actions.setClassification('one', ['A'], {itemIndex: 1});
      expect(said(one)).to.equal('');
    });
  });

  it('shows what plugins and undo make of it', async () => {
    const {session, choice, checked} = await setup();
    await clickOn(choice('A'));
    session.annotation!.deserializeResults([
      {
        from_name: 'choice',
        to_name: 'text',
        type: 'choices',
        value: {choices: ['C']},
      },
    ]);
    expect(checked()).to.deep.equal(['C']);
    session.undo();
    session.undo();
    expect(checked()).to.deep.equal([]);
  });

  it('begins with what the config selects', async () => {
    const {checked} = await renderAsNew();
    expect(checked()).to.deep.equal(['B']);
  });

  it('speaks of the selected region alone with perRegion', async () => {
    const {session, root, choice, value} = await setup({
      attributes: 'perRegion="true" whenLabelValue="PER"',
      result: [
        REGION,
        {...REGION, id: 's', value: {...REGION.value, labels: ['ORG']}},
      ],
    });
    expect(root.style.display).to.equal('none');
    session.actions.selectRegion('s');
    expect(root.style.display).to.equal('none');
    session.actions.selectRegion('r');
    expect(root.style.display).to.equal('');
    await clickOn(choice('A'));
    expect(value()).to.deep.equal(['A']);
    expect(
      session.serialize().find(({from_name}) => from_name === 'choice')?.id,
    ).to.equal('r');
    session.actions.unselectAll();
    expect(root.style.display).to.equal('none');
  });

  it('says what is wrong after a refused save, until it is mended', async () => {
    const {session, root, input, choice} = await setup({
      attributes: 'required="true"',
    });
    expect(await session.submit()).to.equal(false);
    expect(root.querySelector('.lsf-problem')?.textContent).to.equal(
      'Checkbox "choice" is required.',
    );
    expect(input('A').ariaInvalid).to.equal('true');
    await expect(root).to.be.accessible();
    await clickOn(choice('A'));
    expect(root.querySelectorAll('.lsf-problem')).to.have.length(0);
    expect(input('A').ariaInvalid).to.equal(null);
  });

  it('cannot be changed in a prediction', async () => {
    const {session, input} = await setup();
    expect(input('A').disabled).to.equal(false);
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    expect(input('A').disabled).to.equal(true);
  });
});

async function renderAsNew() {
  const surface = await renderSurface(
    `<View><Text name="text" value="x"/>
      <Choices name="choice" toName="text"><Choice value="A"/><Choice value="B" selected="true"/></Choices>
    </View>`,
  );
  const checked = () =>
    surface
      .findAll<HTMLInputElement>('.lsf-choice__input')
      .filter((item) => item.checked)
      .map((item) => item.nextElementSibling!.textContent);
  return {checked};
}
