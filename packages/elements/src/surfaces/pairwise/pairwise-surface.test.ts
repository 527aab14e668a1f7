import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

async function setup({attributes = '', result = [] as unknown[]} = {}) {
  const surface = await renderSurface(
    `<View>
      <Pairwise name="pair" toName="one,two" ${attributes}/>
      <Text name="one" value="The first text"/>
      <View><Text name="two" value="The second text"/></View>
    </View>`,
    {task: {data: {}, annotations: [{id: 1, result}]}},
  );
  const [left, right] = surface.findAll('.lsf-richtext');
  const root = surface.find('.lsf-pairwise');
  const inputs = [...root.querySelectorAll('input')];
  const value = () => surface.results()[0]?.value?.selected;
  return {...surface, root, inputs, left: left!, right: right!, value};
}

describe('Pairwise', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {editor, left} = await setup({attributes: 'required="true"'});
    await expect(editor).to.be.accessible();
    await clickOn(left);
    await expect(editor).to.be.accessible();
  });

  it('chooses the object that is clicked, and lets go of it', async () => {
    const {left, right, value, results} = await setup();
    await clickOn(right);
    expect(value()).to.equal('right');
    expect(results()[0]).to.deep.include({
      from_name: 'pair',
      to_name: 'pair',
      type: 'pairwise',
    });
    await clickOn(left);
    expect(value()).to.equal('left');
    await clickOn(left);
    expect(value()).to.equal(undefined);
  });

  it('is used with the keyboard', async () => {
    const {inputs, value} = await setup();
    inputs[0]!.focus();
    await sendKeys({press: 'Space'});
    expect(value()).to.equal('left');
    await sendKeys({press: 'ArrowRight'});
    expect(value()).to.equal('right');
    await clickOn(inputs[1]!);
    expect(value()).to.equal(undefined);
  });

  it('goes out as it came in, and shows it', async () => {
    const result = [
      {
        from_name: 'pair',
        id: 'a',
        to_name: 'pair',
        type: 'pairwise',
        value: {selected: 'right'},
      },
    ];
    const {results, inputs, session} = await setup({result});
    expect(results()).to.deep.equal(result);
    expect(inputs.map(({checked}) => checked)).to.deep.equal([false, true]);
    session.annotation!.deleteRegion(session.annotation!.regions[0]!);
    expect(inputs.map(({checked}) => checked)).to.deep.equal([false, false]);
  });

  it('styles the chosen object as selectionStyle says, and its two with classes', async () => {
    const {left, right} = await setup({
      attributes:
        'selectionStyle="background: rgb(1, 2, 3)" leftClass="a b" rightClass="c"',
    });
    expect([...left.classList]).to.include.members(['a', 'b']);
    expect([...right.classList]).to.include('c');
    await clickOn(left);
    expect(getComputedStyle(left).backgroundColor).to.equal('rgb(1, 2, 3)');
    await clickOn(right);
    expect(getComputedStyle(left).backgroundColor).not.to.equal('rgb(1, 2, 3)');
    expect(getComputedStyle(right).backgroundColor).to.equal('rgb(1, 2, 3)');
  });

  it('says what is wrong after a refused save, until it is mended', async () => {
    const {session, root, right} = await setup({attributes: 'required="true"'});
    expect(await session.submit()).to.equal(false);
    expect(root.querySelector('.lsf-problem')?.textContent).to.equal(
      'Pairwise "pair" is required.',
    );
    await clickOn(right);
    expect(root.querySelector('.lsf-problem')).to.equal(null);
    expect(await session.submit()).to.equal(true);
  });

  it('cannot be changed in a prediction', async () => {
    const {session, left, value, inputs} = await setup();
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    await clickOn(left);
    expect(value()).to.equal(undefined);
    expect(inputs[0]!.disabled).to.equal(true);
  });
});
