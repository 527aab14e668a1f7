import {expect} from '@open-wc/testing';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

interface Setup {
  readonly attributes?: string;
  readonly value?: unknown;
}

async function setup({attributes = '', value}: Setup = {}) {
  const surface = await renderSurface(
    `<View><Table name="table" value="$value" ${attributes}/>
      <Choices name="choice" toName="table"><Choice value="A"/></Choices></View>`,
    {task: {data: {value}}},
  );
  const root = surface.find('.lsf-table');
  const cells = () =>
    [...root.querySelectorAll('tr')].map((row) =>
      [...row.children].map(({textContent}) => textContent),
    );
  return {...surface, root, cells};
}

describe('Table', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {root} = await setup({value: {Tuna: '12,35', Spicy: 3}});
    await expect(root).to.be.accessible();
  });

  it('shows names and values', async () => {
    const {cells} = await setup({
      value: {Tuna: '12,35', Count: 3, Extra: {sauce: true}, None: null},
    });
    expect(cells()).to.deep.equal([
      ['Name', 'Value'],
      ['Tuna', '12,35'],
      ['Count', '3'],
      ['Extra', '{"sauce":true}'],
      ['None', ''],
    ]);
  });

  it('reads JSON that is text, and shows other text as it is', async () => {
    const {cells} = await setup({value: '{"a": 1}'});
    expect(cells()[1]).to.deep.equal(['a', '1']);
    const {root} = await setup({value: 'no <b>table</b>'});
    expect(root.textContent).to.equal('no <b>table</b>');
  });

  it('reads comma separated values', async () => {
    const value = 'name;note\nAda;"a; ""b""\nc"\r\nBob;\n';
    const {cells} = await setup({
      attributes: 'valueType="csv|separator=;"',
      value,
    });
    expect(cells()).to.deep.equal([
      ['name', 'note'],
      ['Ada', 'a; "b"\nc'],
      ['Bob', ''],
    ]);
    const headless = await setup({
      attributes: 'valueType="csv|separator=;|headless"',
      value: 'a;b',
    });
    expect(headless.cells()).to.deep.equal([['a', 'b']]);
  });

  it('loads what an address holds, and says when it cannot', async () => {
    const attributes = 'valueType="csv|url"';
    const {root, cells} = await setup({attributes, value: 'data:,a,b%0A1,2'});
    await until(() => root.querySelector('td'));
    expect(cells()).to.deep.equal([
      ['a', 'b'],
      ['1', '2'],
    ]);
    const failing = await setup({attributes, value: 'javascript:alert(1)'});
    await until(() => failing.root.textContent.includes('not be loaded'));
    expect(failing.errors).to.deep.equal(['elements/text-load']);
  });

  it('is what classifications speak of', async () => {
    const {find, results} = await setup({value: {a: 1}});
    await clickOn(find('.lsf-choice'));
    expect(results()[0]).to.deep.include({to_name: 'table'});
  });
});
