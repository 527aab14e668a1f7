import {expect} from '@open-wc/testing';

import '../define/annotation-host.js';
import {hostFixture} from './testing/host-fixture.js';
import {LeakCounter} from './testing/leak-counter.js';

const PLUGINS = [
  {
    id: 'script',
    code: 'LSI.on("entityCreate", () => {}); await LSI;',
  },
];

function observers(stream: unknown): number {
  return (stream as {observers: readonly unknown[]}).observers.length;
}

/** Lets everything run that is to come at once. */
function nextFrame(): Promise<unknown> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

describe('teardown of <ls-annotation-host>', () => {
  it('leaves nothing behind over 100 switches of annotation', async () => {
    const {host} = await hostFixture({plugins: PLUGINS});
    host.createAnnotation();
    const ids = host.store.state.order;
    const counter = new LeakCounter();
    const switchTo = async (index: number): Promise<void> => {
      host.selectAnnotation(ids[index % 2]!);
      await host.displayed;
    };
    await switchTo(0);
    await switchTo(1);
    await nextFrame();
    const before = counter.count();
    const subscriptions = observers(host.store.changes$);
    for (let index = 0; index < 100; index += 1) await switchTo(index);
    await nextFrame();
    expect(counter.count()).to.deep.equal(before);
    expect(observers(host.store.changes$)).to.equal(subscriptions);
    counter.end();
    host.remove();
  });

  it('leaves nothing behind over 100 mounts', async () => {
    const mount = async (): Promise<void> => {
      const {host} = await hostFixture({plugins: PLUGINS});
      host.remove();
    };
    const counter = new LeakCounter();
    await mount();
    await nextFrame();
    const before = counter.count();
    for (let index = 0; index < 100; index += 1) await mount();
    await nextFrame();
    expect(counter.count()).to.deep.equal(before);
    expect(before.listeners).to.equal(0);
    expect(before.timers).to.equal(0);
    expect(before.observers).to.equal(0);
    counter.end();
  });

  it('leaves nothing behind over 20 moves', async () => {
    const {host} = await hostFixture({plugins: PLUGINS});
    const counter = new LeakCounter();
    const places = [document.body, document.createElement('div')];
    document.body.append(places[1]!);
    const move = async (index: number): Promise<void> => {
      places[index % 2]!.append(host);
      await host.displayed;
    };
    await move(1);
    await move(2);
    await nextFrame();
    const before = counter.count();
    const subscriptions = observers(host.store.changes$);
    for (let index = 1; index <= 20; index += 1) await move(index);
    await nextFrame();
    expect(counter.count()).to.deep.equal(before);
    expect(observers(host.store.changes$)).to.equal(subscriptions);
    counter.end();
    host.remove();
    places[1]!.remove();
  });
});
