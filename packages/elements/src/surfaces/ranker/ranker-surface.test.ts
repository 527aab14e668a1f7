import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {countListeners} from '../testing/count-listeners.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

const ITEMS = [
  {id: 'a', title: 'Ada', body: 'The first'},
  {id: 'b', title: 'Bob'},
  {id: 3, title: 'Cy', html: '<b>Third</b><script>no()</script>'},
];
const BUCKETS =
  '<Bucket name="best" title="Best"/><Bucket name="ads" title="Paid"/>';

async function setup({
  buckets = '',
  attributes = '',
  result = [] as unknown[],
} = {}) {
  const surface = await renderSurface(
    `<View><List name="list" value="$items" title="Search results"/>
      <Ranker name="rank" toName="list" ${attributes}>${buckets}</Ranker></View>`,
    {task: {data: {items: ITEMS}, annotations: [{id: 1, result}]}},
  );
  const root = surface.find('.lsf-ranker');
  const columns = () =>
    [...root.querySelectorAll('ol')].map((list) =>
      [...list.children].map((item) => (item as HTMLElement).dataset.id),
    );
  const item = (id: string) => surface.find(`[data-id="${id}"]`);
  const value = () => surface.results()[0]?.value?.ranker;
  return {...surface, root, columns, item, value};
}

function middle(target: Element): [number, number] {
  const {left, top, width, height} = target.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

async function drag(item: Element, to: [number, number]): Promise<void> {
  await sendMouse({
    type: 'move',
    position: middle(item.querySelector('.lsf-ranker__title')!),
  });
  await sendMouse({type: 'down'});
  await sendMouse({type: 'move', position: to});
  await sendMouse({type: 'up'});
}

describe('Ranker', () => {
  afterEach(closeSurfaces);

  it('is accessible, with buckets and without', async () => {
    const plain = await setup();
    await expect(plain.root).to.be.accessible();
    const {root} = await setup({buckets: BUCKETS});
    await expect(root).to.be.accessible();
  });

  it('shows the items of its list in the order of the task, markup as text', async () => {
    const {columns, item, value, root} = await setup();
    expect(columns()).to.deep.equal([['a', 'b', '3']]);
    expect(item('3').textContent).to.equal('CyThird');
    expect(root.querySelector('ol')!.parentElement!.textContent).to.contain(
      'Search results',
    );
    expect(value()).to.equal(undefined);
  });

  it('stores the order under its name when an item is dragged', async () => {
    const {item, value, columns} = await setup();
    const {bottom, left} = item('3').getBoundingClientRect();
    await drag(item('a'), [Math.round(left + 40), Math.round(bottom - 4)]);
    expect(value()).to.deep.equal({rank: ['b', '3', 'a']});
    expect(columns()).to.deep.equal([['b', '3', 'a']]);
  });

  it('has an item dragged into another column, as one step to undo', async () => {
    const {root, item, value, columns, session} = await setup({
      buckets: BUCKETS,
    });
    expect(columns()).to.deep.equal([['a', 'b', '3'], [], []]);
    await drag(item('b'), middle(root.querySelectorAll('ol')[2]!));
    expect(value()).to.deep.equal({_: ['a', '3'], best: [], ads: ['b']});
    session.undo();
    expect(columns()).to.deep.equal([['a', 'b', '3'], [], []]);
    expect(value()).to.equal(undefined);
  });

  it('puts a dragged item back with Escape', async () => {
    const {item, value, columns} = await setup();
    await sendMouse({type: 'move', position: middle(item('a'))});
    await sendMouse({type: 'down'});
    await sendMouse({type: 'move', position: middle(item('3'))});
    await sendKeys({press: 'Escape'});
    await sendMouse({type: 'up'});
    expect(value()).to.equal(undefined);
    expect(columns()).to.deep.equal([['a', 'b', '3']]);
  });

  it('has items moved with the keyboard, the focus with them', async () => {
    const {item, value, session} = await setup({buckets: BUCKETS});
    item('a').focus();
    await sendKeys({press: 'ArrowDown'});
    expect(document.activeElement).to.equal(item('b'));
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'Space'});
    expect(value()).to.deep.equal({_: ['a', '3'], best: ['b'], ads: []});
    expect(document.activeElement).to.equal(item('b'));
    session.undo();
    expect(value()).to.equal(undefined);
  });

  it('puts an item back with Escape, as it was', async () => {
    const {item, columns, value} = await setup();
    item('a').focus();
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'ArrowDown'});
    await sendKeys({press: 'ArrowDown'});
    expect(columns()).to.deep.equal([['b', '3', 'a']]);
    await sendKeys({press: 'Escape'});
    expect(columns()).to.deep.equal([['a', 'b', '3']]);
    expect(value()).to.equal(undefined);
  });

  it('has items moved with buttons', async () => {
    const {find, value} = await setup({buckets: BUCKETS});
    await clickOn(find('[aria-label="Move “Cy” up"]'));
    expect(value()).to.deep.equal({_: ['a', '3', 'b'], best: [], ads: []});
    await clickOn(find('[aria-label="Move “Cy” to the next column"]'));
    expect(value()).to.deep.equal({_: ['a', 'b'], best: ['3'], ads: []});
  });

  it('begins in the default bucket', async () => {
    const {columns} = await setup({
      buckets: '<Bucket name="x"/><Bucket name="y" default="true"/>',
    });
    expect(columns()).to.deep.equal([[], ['a', 'b', '3']]);
  });

  it('shows a result as it is, and keeps the list of older versions a list', async () => {
    const result = [
      {
        id: 'x',
        from_name: 'rank',
        to_name: 'list',
        type: 'ranker',
        value: {ranker: ['b', 'gone', 'a']},
      },
    ];
    const {columns, results, item, value} = await setup({result});
    expect(columns()).to.deep.equal([['b', 'gone', 'a', '3']]);
    expect(results()).to.deep.equal(result);
    item('b').focus();
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'ArrowDown'});
    expect(value()).to.deep.equal(['gone', 'b', 'a', '3']);
  });

  it('says the order that nobody touched when it is saved', async () => {
    const {session, value} = await setup();
    expect(await session.submit()).to.equal(true);
    expect(value()).to.deep.equal({rank: ['a', 'b', '3']});
  });

  it('cannot be changed in a prediction', async () => {
    const {session, item, value, find} = await setup();
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    await drag(item('a'), middle(item('3')));
    item('a').focus();
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'ArrowDown'});
    expect(value()).to.equal(undefined);
    expect(find('.lsf-ranker__buttons').checkVisibility()).to.equal(false);
  });

  it('leaves no listener on the document', async () => {
    const count = countListeners(document);
    const {session} = await setup();
    session.close();
    expect(count.open()).to.equal(0);
    count.restore();
  });
});

describe('List', () => {
  afterEach(closeSurfaces);

  it('shows its items when no Ranker does', async () => {
    const {editor, find} = await renderSurface(
      `<View><List name="list" value="$items" title="All"/>
        <Choices name="c" toName="list"><Choice value="A"/></Choices></View>`,
      {task: {data: {items: ITEMS}}},
    );
    expect(find('.lsf-list').textContent).to.equal('AllAdaThe firstBobCyThird');
    await expect(editor).to.be.accessible();
  });
});
