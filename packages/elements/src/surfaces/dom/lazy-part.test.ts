import {expect} from '@open-wc/testing';

import {SurfaceRegistry} from '../surface-registry.js';
import {clickOn} from '../testing/click-on.js';
import {
  closeSurfaces,
  nextFrame,
  renderSurface,
} from '../testing/render-surface.js';

import {element} from './element.js';
import {lazyPart} from './lazy-part.js';

interface Part {
  readonly text: string;
}

async function setup(load: () => Promise<Part>) {
  const surface = await renderSurface('<View/>', {
    registry: new SurfaceRegistry().register('View', (tag, context) => {
      const root = element('div', {class: 'lsf-test'});
      const begin = ({text}: Part): void => {
        if (text === '') throw new Error('There is no text.');
        root.append(text);
      };
      root.append(lazyPart({context, tag, load, begin}));
      return root;
    }),
  });
  return {...surface, root: surface.find('.lsf-test')};
}

describe('lazyPart()', () => {
  afterEach(closeSurfaces);

  it('says that it loads, and then shows the part alone', async () => {
    const {promise, resolve} = withResolvers<Part>();
    const {root} = await setup(() => promise);
    expect(root.querySelector('[role=status]')?.textContent).to.equal(
      'Loading…',
    );
    resolve({text: 'here'});
    await nextFrame();
    expect(root.innerHTML).to.equal('here');
  });

  it('reports what does not come, and comes when it is tried again', async () => {
    const attempts = [
      () => Promise.reject<Part>(new TypeError('offline')),
      () => Promise.resolve({text: 'here'}),
    ];
    const {root, errors} = await setup(() => attempts.shift()!());
    await nextFrame();
    expect(errors).to.deep.equal(['elements/surface-load']);
    expect(root.querySelector('[role=alert]')).not.to.equal(null);
    await expect(root).to.be.accessible();
    await clickOn(root.querySelector('button')!);
    await nextFrame();
    expect(root.textContent).to.equal('here');
  });

  it('asks for a module by another address when it failed once', async () => {
    const address = new URL('./missing-module.js', import.meta.url).href;
    const {root, session} = await setup(
      () => import(/* @vite-ignore */ address) as Promise<Part>,
    );
    const causes: string[] = [];
    session.errors$.subscribe(({cause}) => causes.push(String(cause)));
    while (!root.querySelector('button')) await nextFrame();
    await clickOn(root.querySelector('button')!);
    const isOther = (cause: string): boolean =>
      cause.includes('missing-module.js?retry=');
    while (!causes.some(isOther)) await nextFrame();
  });

  it('reports a part that cannot begin', async () => {
    const {errors} = await setup(() => Promise.resolve({text: ''}));
    await nextFrame();
    expect(errors).to.deep.equal(['elements/surface']);
  });

  it('does nothing when the display has ended', async () => {
    const {promise, reject} = withResolvers<Part>();
    const {root, errors, session} = await setup(() => promise);
    session.hide();
    reject(new TypeError('offline'));
    await nextFrame();
    expect(errors).to.deep.equal([]);
    expect(root.querySelector('[role=alert]')).to.equal(null);
  });
});

function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (cause: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return {promise, resolve, reject};
}
