import {expect} from '@open-wc/testing';

import {PickCycle} from './pick-cycle.js';

const POINT = {x: 10, y: 10};
const IDS = ['a', 'b', 'c'];

describe('PickCycle', () => {
  it('picks the first', () => {
    expect(new PickCycle().pick(POINT, IDS, [])).to.equal('a');
  });

  it('goes on with every click at the same place, round and round', () => {
    const cycle = new PickCycle();
    let selection: string[] = [];
    const picked = [0, 1, 2, 3].map((step) => {
      const id = cycle.pick({x: 10 + step, y: 10}, IDS, selection) ?? '';
      selection = [id];
      return id;
    });
    expect(picked).to.deep.equal(['a', 'b', 'c', 'a']);
  });

  it('starts anew at another place', () => {
    const cycle = new PickCycle();
    cycle.pick(POINT, IDS, []);
    expect(cycle.pick({x: 40, y: 10}, IDS, ['a'])).to.equal('a');
  });

  it('starts anew when something else is selected', () => {
    const cycle = new PickCycle();
    cycle.pick(POINT, IDS, []);
    expect(cycle.pick(POINT, IDS, ['z'])).to.equal('a');
    expect(cycle.pick(POINT, IDS, ['a', 'b'])).to.equal('a');
  });

  it('picks nothing where nothing is', () => {
    expect(new PickCycle().pick(POINT, [], ['a'])).to.equal(null);
  });
});
