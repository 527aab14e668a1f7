import {expect} from '@open-wc/testing';

import '../define/annotation-host.js';
import {hostFixture, task} from './testing/host-fixture.js';
import type {HostFixtureParts} from './testing/host-fixture.js';

const HIDING = `
<View>
  <Style>.lsf-annotation-button__user {display: none}</Style>
  <Text name="text" value="$text"/>
</View>`;

async function setup(parts: HostFixtureParts = {}) {
  const {host, find} = await hostFixture(parts);
  const names = () => [
    ...document.querySelectorAll<HTMLElement>('.lsf-annotation-button__user'),
  ];
  const shown = () =>
    names()
      .filter((name) => name.offsetWidth > 0)
      .map((name) => name.textContent);
  return {host, find, names, shown};
}

describe('names on the tabs of <ls-annotation-host>', () => {
  it('are accessible', async () => {
    const {host} = await setup();
    await expect(host).to.be.accessible();
    host.remove();
  });

  it('are elements of the page, one for each annotation', async () => {
    const {host, names, shown} = await setup({
      user: {id: 7, firstName: 'Ada', lastName: 'Lovelace'},
    });
    expect(shown()).to.deep.equal(['Admin']);
    host.createAnnotation();
    await host.displayed;
    expect(shown()).to.deep.equal(['Ada Lovelace', 'Admin']);
    host.deleteAnnotation();
    await host.displayed;
    expect(shown()).to.deep.equal(['Admin']);
    host.task = task(2);
    await host.displayed;
    expect(names().length).to.equal(1);
    host.remove();
  });

  it('are hidden by a Style of the config, and only by one', async () => {
    const {host, shown} = await setup({config: HIDING});
    expect(shown()).to.deep.equal([]);
    host.querySelector('style')!.remove();
    expect(shown()).to.deep.equal(['Admin']);
    host.remove();
  });

  it('do not say who or what made a prediction', async () => {
    const {host, shown} = await setup({
      task: {...task(), predictions: [{id: 3, model_version: 'ner-2'}]},
    });
    expect(shown()).to.deep.equal(['Admin']);
    host.remove();
  });

  it('leave with the host', async () => {
    const {host, names} = await setup();
    host.remove();
    expect(host.querySelector('.lsf-annotation-button__user')).to.equal(null);
    expect(names()).to.deep.equal([]);
  });
});
