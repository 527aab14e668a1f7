import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

async function setup(attributes = '') {
  const surface = await renderSurface(
    `<View><Text name="t" value="x"/><Rating name="rating" toName="t" ${attributes}/></View>`,
  );
  const root = surface.find('.lsf-rating');
  const stars = surface.findAll<HTMLInputElement>('.lsf-rating__input');
  const value = () => surface.results()[0]?.value?.rating;
  return {...surface, root, stars, value};
}

describe('Rating', () => {
  afterEach(closeSurfaces);

  it('is accessible', async () => {
    const {root} = await setup('required="true"');
    await expect(root).to.be.accessible();
  });

  it('has as many stars as maxRating says', async () => {
    const {stars} = await setup('maxRating="3"');
    expect(stars.map(({ariaLabel}) => ariaLabel)).to.deep.equal([
      '1 star',
      '2 stars',
      '3 stars',
    ]);
  });

  it('rates on a click, and takes it back on another', async () => {
    const {stars, value} = await setup();
    await clickOn(stars[3]!);
    expect(value()).to.equal(4);
    expect(stars[3]!.checked).to.equal(true);
    await clickOn(stars[3]!);
    expect(value()).to.equal(undefined);
    expect(stars[3]!.checked).to.equal(false);
  });

  it('is used with the arrow keys', async () => {
    const {stars, value} = await setup();
    stars[0]!.focus();
    await sendKeys({press: 'Space'});
    await sendKeys({press: 'ArrowRight'});
    await sendKeys({press: 'ArrowRight'});
    expect(value()).to.equal(3);
    expect(document.activeElement === stars[2]).to.equal(true);
  });

  it('goes up with its hotkey, and from the most to none', async () => {
    const {value} = await setup('maxRating="2" hotkey="m"');
    const seen: unknown[] = [];
    for (let count = 0; count < 3; count += 1) {
      await sendKeys({press: 'm'});
      seen.push(value());
    }
    expect(seen).to.deep.equal([1, 2, undefined]);
  });

  it('proposes its default without making it a result', async () => {
    const {root, results} = await setup('defaultValue="3"');
    expect(root.querySelectorAll('.lsf-rating__star_lit')).to.have.length(3);
    expect(results()).to.deep.equal([]);
  });

  it('says when it is required and missing', async () => {
    const {session, root} = await setup('required="true"');
    expect(root.ariaRequired).to.equal('true');
    await session.submit();
    expect(root.textContent).to.contain('Rating "rating" is required.');
  });
});
