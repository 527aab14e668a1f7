import {expect} from '@open-wc/testing';

import {AnnotationStore, emptyAnnotation, regionsOf} from '@ls-annotation/core';
import type {Region} from '@ls-annotation/core';
import {textRegion} from '@ls-annotation/testing';

import {OperatorConflictError, OperatorEditError} from '../errors.js';
import type {OperatorContext} from '../operator/operator-context.js';
import {OperatorRegistry} from '../registry/operator-registry.js';
import {StoreOperatorTarget} from '../target/store-operator-target.js';

/** A store with the regions r1, r2, r3; `op` waits, then makes its edits. */
function setup(edit: (context: OperatorContext) => void) {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  store.insertRegions(
    'a',
    ['r1', 'r2', 'r3'].map((id) => textRegion({id})),
    {origin: 'load'},
  );
  const registry = new OperatorRegistry();
  let release!: () => void;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const previews: unknown[] = [];
  registry.register({
    name: 'op',
    execute: async ({context, isPreview}) => {
      previews.push(isPreview);
      await held;
      edit(context);
      return {success: true, message: 'Done.'};
    },
  });
  registry.setTarget(
    new StoreOperatorTarget({store, annotationId: 'a', config: null}),
  );
  const ids = (): readonly string[] =>
    [...regionsOf(store.annotation('a').regions)].map(({id}) => id);
  const find = (id: string): Region | undefined => store.findRegion('a', id);
  const score = (id: string, value: number): void =>
    store.updateRegion('a', id, (draft) => {
      draft.score = value;
    });
  return {store, registry, release, ids, find, score, previews};
}

/** Adds n1, sets the text of r1, removes r2. */
function threeEdits(context: OperatorContext): void {
  context.edit((editor) => editor.insertRegion(textRegion({id: 'n1'})));
  context.edit((editor) => {
    editor.updateRegion('r1', (draft) => {
      draft.meta = {text: ['seen']};
    });
    editor.removeRegion('r2');
  });
}

/** A run that has started, as the time that matters begins then. */
async function started(
  registry: OperatorRegistry,
  kind: 'run' | 'preview' = 'run',
) {
  const run = registry[kind]('op');
  await new Promise<void>((resolve) => {
    run.state$.subscribe((state) => {
      if (state === 'running') resolve();
    });
  });
  // A run is a thenable: it would be waited for.
  return {run};
}

describe('a dry run', () => {
  it('says what would change, and changes nothing', async () => {
    const {store, registry, release, previews} = setup(threeEdits);
    const before = store.state;
    release();
    const run = registry.preview('op');
    expect((await run).success).to.be.true;
    expect(run.state).to.equal('succeeded');
    expect(previews).to.deep.equal([true]);
    expect(store.state).to.equal(before);
    const {proposal} = run;
    expect(
      proposal?.changes.map(({kind, regionId}) => [kind, regionId]),
    ).to.deep.equal([
      ['changed', 'r1'],
      ['removed', 'r2'],
      ['added', 'n1'],
    ]);
    const [changed, removed, added] = proposal?.changes ?? [];
    expect(changed?.before).to.equal(store.findRegion('a', 'r1'));
    expect(changed?.after?.meta).to.deep.equal({text: ['seen']});
    expect(removed?.after).to.be.null;
    expect(added?.before).to.be.null;
    expect(registry.proposals).to.deep.equal([proposal]);
  });

  it('makes what it showed, ids included, as one undo step', async () => {
    const {store, registry, release, ids, find} = setup((context) => {
      context.edit((editor) => editor.insertRegion(textRegion()));
      threeEdits(context);
    });
    const start = ids();
    release();
    const run = registry.preview('op');
    await run;
    run.proposal?.apply();
    const added = run.proposal?.changes.filter(({kind}) => kind === 'added');
    expect(ids()).to.deep.equal([
      'r1',
      'r3',
      ...(added ?? []).map(({regionId}) => regionId),
    ]);
    expect(find('r1')?.meta).to.deep.equal({text: ['seen']});
    expect(run.proposal?.state).to.equal('applied');
    expect(registry.proposals).to.be.empty;
    const history = store.history('a');
    expect(history.length).to.equal(1);
    expect(history.undoLabel).to.equal('op');
    history.undo();
    expect(ids()).to.deep.equal(start);
    expect(find('r1')?.meta).to.be.undefined;
  });

  it('is applied once, or dropped', async () => {
    const {store, registry, release} = setup(threeEdits);
    release();
    const start = store.state;
    const dropped = registry.preview('op');
    await dropped;
    dropped.proposal?.drop();
    expect(dropped.proposal?.state).to.equal('dropped');
    expect(() => dropped.proposal?.apply()).to.throw(OperatorEditError);
    expect(store.state).to.equal(start);
    const applied = registry.preview('op');
    await applied;
    applied.proposal?.apply();
    const {state} = store;
    applied.proposal?.drop();
    expect(applied.proposal?.state).to.equal('applied');
    expect(() => applied.proposal?.apply()).to.throw(OperatorEditError);
    expect(store.state).to.equal(state);
  });

  it('cannot be applied by who hears of its changes', async () => {
    const {store, registry, release} = setup(threeEdits);
    release();
    const run = registry.preview('op');
    await run;
    const seen: unknown[] = [];
    store.changes$.subscribe(() => {
      registry.setTarget(null);
      try {
        run.proposal?.apply('anyway');
      } catch (error) {
        seen.push(error);
      }
    });
    run.proposal?.apply();
    expect(seen[0]).to.be.instanceOf(OperatorEditError);
    expect(run.proposal?.state).to.equal('applied');
    expect(store.history('a').length).to.equal(1);
  });

  it('is dropped when the annotation leaves the display', async () => {
    const {registry, release} = setup(threeEdits);
    release();
    const run = registry.preview('op');
    await run;
    registry.setTarget(null);
    expect(run.proposal?.state).to.equal('dropped');
    expect(registry.proposals).to.be.empty;
  });

  it('proposes nothing when it is aborted', async () => {
    const {registry, release} = setup(threeEdits);
    const {run} = await started(registry, 'preview');
    run.abort();
    release();
    await Promise.resolve();
    expect(run.state).to.equal('aborted');
    expect(run.proposal).to.be.null;
    expect(registry.proposals).to.be.empty;
  });

  it('proposes no change when the operator asks for none', async () => {
    const {registry, release} = setup(() => {});
    release();
    const run = registry.preview('op');
    await run;
    expect(run.proposal?.changes).to.be.empty;
    run.proposal?.apply();
    expect(run.proposal?.state).to.equal('applied');
  });

  it('fails when an edit cannot be made', async () => {
    const {registry, release} = setup((context) => {
      context.edit((editor) => editor.updateRegion('nope', () => {}));
    });
    release();
    const run = registry.preview('op');
    await run;
    expect(run.error?.code).to.equal('operators/edit-failed');
    expect(run.proposal).to.be.null;
  });
});

describe('an annotation that changed under a run', () => {
  it('gets edits about other regions', async () => {
    const {registry, release, score, store, ids} = setup(threeEdits);
    const {run} = await started(registry);
    score('r3', 0.5);
    release();
    expect((await run).success).to.be.true;
    expect(ids()).to.deep.equal(['r1', 'r3', 'n1']);
    expect(store.history('a').length).to.equal(2);
  });

  const meanwhile: Record<string, (world: ReturnType<typeof setup>) => void> = {
    'was changed': ({score}) => score('r1', 0.5),
    'is gone': ({store}) => void store.removeRegion('a', 'r1'),
  };
  for (const [what, act] of Object.entries(meanwhile)) {
    it(`gets no edit when one is about a region that ${what}`, async () => {
      const world = setup(threeEdits);
      const {registry, release, store} = world;
      const {run} = await started(registry);
      act(world);
      const before = store.state;
      release();
      expect((await run).success).to.be.false;
      expect(run.state).to.equal('conflict');
      expect(store.state).to.equal(before);
      const error = run.error as OperatorConflictError;
      expect(error).to.be.instanceOf(OperatorConflictError);
      expect(error.conflicts).to.deep.equal([
        {
          regionId: 'r1',
          reason: what === 'is gone' ? 'gone' : 'changed',
          current: store.findRegion('a', 'r1') ?? null,
        },
      ]);
      expect(run.proposal?.conflicts).to.deep.equal(error.conflicts);
      expect(() => run.proposal?.apply()).to.throw(OperatorConflictError);
      expect(run.proposal?.state).to.equal('open');
    });

    it(`may get those that fit when a region ${what}`, async () => {
      const world = setup(threeEdits);
      const {run} = await started(world.registry);
      act(world);
      const r1 = world.find('r1');
      world.release();
      await run;
      run.proposal?.apply('fitting');
      expect(world.find('r1')).to.equal(r1);
      expect(world.ids()).to.include('n1').and.not.include('r2');
    });

    it(`may get all of them when a region ${what}`, async () => {
      const world = setup(threeEdits);
      const {run} = await started(world.registry);
      act(world);
      const score = world.find('r1')?.score;
      world.release();
      await run;
      run.proposal?.apply('anyway');
      expect(world.find('r1')?.meta).to.deep.equal({text: ['seen']});
      expect(world.find('r1')?.score).to.equal(score);
      expect(world.ids()).to.include('n1').and.not.include('r2');
      expect(world.store.history('a').undoLabel).to.equal('op');
    });
  }

  it('gets no edit that adds a region whose id was taken', async () => {
    const {registry, release, store} = setup(threeEdits);
    const {run} = await started(registry);
    store.insertRegion('a', textRegion({id: 'n1'}));
    release();
    await run;
    expect(run.proposal?.conflicts.map(({reason}) => reason)).to.deep.equal([
      'taken',
    ]);
  });

  it('has no conflict where the change was taken back', async () => {
    const {registry, release, store, score} = setup(threeEdits);
    const {run} = await started(registry);
    score('r1', 0.5);
    store.history('a').undo();
    release();
    expect((await run).success).to.be.true;
  });

  it('has no conflict where a region was only hidden', async () => {
    const {registry, release, store} = setup(threeEdits);
    const {run} = await started(registry);
    store.updateRegion('a', 'r1', (draft) => {
      draft.hidden = true;
    });
    release();
    expect((await run).success).to.be.true;
  });

  it('has no conflict where what is to go is gone', async () => {
    const {registry, release, store} = setup(threeEdits);
    const {run} = await started(registry);
    store.removeRegion('a', 'r2');
    release();
    expect((await run).success).to.be.true;
  });

  it('gets edits of regions that came while the operator ran', async () => {
    const {registry, release, store, find} = setup((context) => {
      context.edit((editor) =>
        editor.updateRegion('late', (draft) => {
          draft.score = 1;
        }),
      );
    });
    const {run} = await started(registry);
    store.insertRegion('a', textRegion({id: 'late'}));
    release();
    expect((await run).success).to.be.true;
    expect(find('late')?.score).to.equal(1);
  });

  it('has edits and the end of their run in one go', async () => {
    const {registry, release, store} = setup(threeEdits);
    const run = registry.run('op');
    store.changes$.subscribe(() => {
      run.abort();
      registry.setTarget(null);
    });
    release();
    await run;
    expect(run.state).to.equal('succeeded');
    expect(store.history('a').length).to.equal(1);
  });

  it('tell of conflicts as they come and go, until they are settled', async () => {
    const {store, registry, release, score} = setup(threeEdits);
    const run = registry.preview('op');
    release();
    await run;
    const {conflicts$} = run.proposal!;
    const told: (readonly string[])[] = [];
    let isOver = false;
    conflicts$.subscribe({
      next: (conflicts) => told.push(conflicts.map(({regionId}) => regionId)),
      complete: () => {
        isOver = true;
      },
    });
    score('r3', 0.5);
    score('r1', 0.5);
    store.removeRegion('a', 'r2');
    store.history('a').undo();
    store.history('a').undo();
    expect(told).to.deep.equal([[], ['r1'], []]);
    run.proposal!.drop();
    expect(isOver).to.be.true;
    score('r1', 0.7);
    expect(told).to.have.length(3);
  });
});
