import {expect} from '@open-wc/testing';

import {
  AnnotationStore,
  emptyAnnotation,
  readAnnotation,
  regionsOf,
} from '@ls-annotation/core';
import type {AnnotationState, Commit} from '@ls-annotation/core';
import {labelConfigFromXml, textRegion} from '@ls-annotation/testing';

import type {ExecuteOptions} from '../operator/operator.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {OperatorRegistry} from '../registry/operator-registry.js';

import {StoreOperatorTarget, scopesOf} from './store-operator-target.js';

type Execute = (
  options: ExecuteOptions,
) => OperatorResult | Promise<OperatorResult>;

const SUCCESS: OperatorResult = {success: true, message: ''};

function setup(
  execute: Execute,
  annotation: AnnotationState = emptyAnnotation({id: 'a'}),
) {
  const store = new AnnotationStore();
  store.insertAnnotation(annotation, {origin: 'load'});
  const commits: Commit[] = [];
  store.changes$.subscribe((commit) => commits.push(commit));
  const registry = new OperatorRegistry();
  registry.register({name: 'op', execute});
  registry.setTarget(
    new StoreOperatorTarget({store, annotationId: 'a', config: null}),
  );
  const texts = (): readonly string[] =>
    [...regionsOf(store.annotation('a').regions)].map(({id}) => id);
  return {store, registry, commits, texts};
}

describe('StoreOperatorTarget', () => {
  it('makes the edits of a run one commit and one undo step', async () => {
    const {store, registry, commits, texts} = setup(({context}) => {
      context.edit((editor) => editor.insertRegion(textRegion({id: 'r1'})));
      context.edit((editor) => {
        editor.insertRegions([textRegion({id: 'r2'}), textRegion({id: 'r3'})]);
        editor.updateRegion('r1', (draft) => {
          draft.score = 0.5;
        });
        editor.removeRegion('r2');
      });
      return SUCCESS;
    });
    expect((await registry.run('op')).success).to.be.true;
    expect(texts()).to.deep.equal(['r1', 'r3']);
    expect(store.findRegion('a', 'r1')?.score).to.equal(0.5);
    expect(commits.map(({origin, label}) => [origin, label])).to.deep.equal([
      ['operator', 'op'],
    ]);
    const history = store.history('a');
    history.undo();
    expect(texts()).to.be.empty;
    expect(history.canUndo).to.be.false;
    history.redo();
    expect(texts()).to.deep.equal(['r1', 'r3']);
  });

  it('makes no edit before execute has answered', async () => {
    const {registry, texts} = setup(({context}) => {
      context.edit((editor) => editor.insertRegion(textRegion({id: 'r1'})));
      expect(texts()).to.be.empty;
      return SUCCESS;
    });
    await registry.run('op');
    expect(texts()).to.deep.equal(['r1']);
  });

  describe('makes no edit and no undo step', () => {
    const insert = ({context}: ExecuteOptions): void =>
      context.edit((editor) => editor.insertRegion(textRegion()));
    const ways: Record<string, Execute> = {
      'when nothing was asked for': () => SUCCESS,
      'when the operator answers failure': (options) => {
        insert(options);
        return {success: false, message: ''};
      },
      'when the operator throws': (options) => {
        insert(options);
        throw new Error('late');
      },
      'when an edit throws': (options) => {
        insert(options);
        options.context.edit((editor) => editor.updateRegion('nope', () => {}));
        return SUCCESS;
      },
    };
    for (const [when, execute] of Object.entries(ways)) {
      it(when, async () => {
        const {store, registry, commits, texts} = setup(execute);
        await registry.run('op');
        expect(texts()).to.be.empty;
        expect(commits).to.be.empty;
        expect(store.history('a').canUndo).to.be.false;
      });
    }

    it('when the run is aborted', async () => {
      const {registry, commits} = setup((options) => {
        insert(options);
        run.abort();
        return SUCCESS;
      });
      const run = registry.run('op');
      await run.done;
      await Promise.resolve();
      expect(commits).to.be.empty;
    });
  });

  it('fails the run with a typed error when an edit throws', async () => {
    const {registry} = setup(({context}) => {
      context.edit((editor) => editor.updateRegion('nope', () => {}));
      return SUCCESS;
    });
    const run = registry.run('op');
    expect((await run.done).success).to.be.false;
    expect(run.error?.code).to.equal('operators/edit-failed');
  });

  it('refuses edits of what is read-only', async () => {
    const read = readAnnotation({}, {id: 'a', type: 'prediction'});
    if (!read.ok) throw new Error('unreadable');
    const {registry} = setup(({context}) => {
      context.edit(() => {});
      return SUCCESS;
    }, read.value);
    const run = registry.run('op');
    await run.done;
    expect(run.error?.code).to.equal('operators/edit-failed');
  });

  it('refuses edits when no annotation is open', async () => {
    const {registry} = setup(({context}) => {
      context.edit(() => {});
      return SUCCESS;
    });
    registry.setTarget(null);
    const run = registry.run('op');
    await run.done;
    expect(run.error?.code).to.equal('operators/edit-failed');
  });

  it('lets operators read the task, the config and the annotation', async () => {
    let seen: unknown[] = [];
    const {store, registry} = setup(({context}) => {
      const {task, data, annotation, config, scopes} = context;
      seen = [task?.id, data.text, annotation?.id, config, scopes];
      return SUCCESS;
    });
    store.update((draft) => {
      draft.task = {id: 7, data: {text: 'Hi'}};
    });
    await registry.run('op');
    expect(seen).to.deep.equal([7, 'Hi', 'a', null, ['root', 'annotation']]);
  });

  it('offers the scopes of what the config shows', () => {
    const config = labelConfigFromXml(
      '<View><Image name="i" value="$i"/><Text name="t" value="$t"/></View>',
    );
    expect(scopesOf(config)).to.deep.equal([
      'root',
      'annotation',
      'image',
      'group',
    ]);
  });
});
