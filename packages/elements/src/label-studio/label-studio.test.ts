import {expect} from '@open-wc/testing';

import type {AnnotationView, RootStore} from '@ls-annotation/lsi';

import '../define/annotation-host.js';
import {CONFIG, task} from '../host/testing/host-fixture.js';

import {LabelStudio} from './label-studio.js';
import type {LabelStudioOptions} from './label-studio.js';

async function setup(options: LabelStudioOptions = {}) {
  const root = document.createElement('div');
  root.id = 'label-studio';
  document.body.append(root);
  const studio = new LabelStudio('label-studio', {
    config: CONFIG,
    task: task(),
    ...options,
  });
  await studio.host.displayed;
  const end = () => {
    studio.destroy();
    root.remove();
  };
  return {root, studio, end};
}

describe('LabelStudio', () => {
  it('shows a task in an element given by id', async () => {
    const {root, studio, end} = await setup();
    expect(root.querySelector('.lsf-editor')?.textContent).to.contain('Ada');
    expect(studio.store.task?.id).to.equal(1);
    end();
  });

  it('throws when there is no such element', () => {
    expect(() => new LabelStudio('nowhere')).to.throw(/nowhere/);
  });

  it('calls callbacks with the arguments of their events', async () => {
    const calls: unknown[][] = [];
    const {studio, end} = await setup({
      onUpdateAnnotation: (...args: unknown[]) => calls.push(args),
    });
    await studio.host.submit();
    expect(calls[0]?.[0]).to.equal(studio.store);
    expect(calls[0]?.[1]).to.equal(studio.store.annotationStore.selected);
    end();
  });

  it('lets onLabelStudioLoad make the first annotation', async () => {
    const {studio, end} = await setup({
      task: {id: 1, data: {text: 'x'}},
      onLabelStudioLoad: (store: RootStore) => {
        const made = store.annotationStore.addAnnotation({userGenerate: true});
        store.annotationStore.selectAnnotation(made.id);
      },
    });
    await studio.host.displayed;
    expect(studio.store.annotationStore.annotations).to.have.length(1);
    end();
  });

  it('registers and removes handlers', async () => {
    const {studio, end} = await setup();
    const heard: (string | null)[] = [];
    const handler = (annotation: AnnotationView) => heard.push(annotation.pk);
    studio.on('selectAnnotation', handler);
    studio.host.createAnnotation();
    studio.off('selectAnnotation', handler);
    studio.on('selectAnnotation', handler);
    studio.off('selectAnnotation');
    studio.host.createAnnotation();
    expect(heard).to.deep.equal([null]);
    end();
  });

  it('puts the user first among users', async () => {
    const {studio, end} = await setup({
      user: {id: 1, firstName: 'Ada'},
      users: [{id: 2}],
    });
    expect(studio.store.users.map(({id}) => id)).to.deep.equal([1, 2]);
    expect(studio.store.user?.firstName).to.equal('Ada');
    end();
  });

  it('leaves nothing behind when it is destroyed', async () => {
    const {root, studio} = await setup();
    expect([...LabelStudio.instances]).to.deep.equal([studio]);
    LabelStudio.destroyAll();
    studio.destroy();
    expect(root.children).to.have.length(0);
    expect(LabelStudio.instances.size).to.equal(0);
    expect('Htx' in globalThis).to.equal(false);
    root.remove();
  });
});
