import {expect} from '@open-wc/testing';
import fc from 'fast-check';

import {AnnotationStore, emptyAnnotation, regionsOf} from '@ls-annotation/core';
import type {Commit, Region} from '@ls-annotation/core';
import {textRegion} from '@ls-annotation/testing';

import type {ApplyMode} from '../edits/proposed-edits.js';
import type {OperatorOverlap} from '../operator/operator-meta.js';
import type {ExecuteOptions} from '../operator/operator.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {OperatorRegistry} from '../registry/operator-registry.js';
import {StoreOperatorTarget} from '../target/store-operator-target.js';

import type {OperatorRun} from './operator-run.js';

const INTERLEAVINGS = 10_000;

/** The same ones in every run. */
const SEED = 20_261_129;

/** What they take on a machine with much else to do. */
const TEST_MS = 600_000;

const OVERLAPS: readonly OperatorOverlap[] = [
  'parallel',
  'queue',
  'replace',
  'refuse',
];
const KEPT = ['k0', 'k1', 'k2'];
const ADDED_PER_RUN = 3;

type Step =
  | {readonly kind: 'run' | 'preview'; readonly which: number}
  | {readonly kind: 'finish'; readonly which: number; readonly how: number}
  | {readonly kind: 'abort' | 'time out'; readonly which: number}
  | {readonly kind: 'edit'; readonly which: number; readonly how: number}
  | {readonly kind: 'settle'; readonly which: number; readonly how: number}
  | {readonly kind: 'undo' | 'redo' | 'switch' | 'remove' | 'breathe'};

const index = fc.nat({max: 7});
const STEP: fc.Arbitrary<Step> = fc.oneof(
  fc.record({kind: fc.constantFrom('run', 'preview'), which: index}),
  fc.record({kind: fc.constant('finish'), which: index, how: index}),
  fc.record({kind: fc.constantFrom('abort', 'time out'), which: index}),
  fc.record({kind: fc.constant('edit'), which: index, how: index}),
  fc.record({kind: fc.constant('settle'), which: index, how: index}),
  fc.record({
    kind: fc.constantFrom('undo', 'redo', 'switch', 'remove', 'breathe'),
  }),
);

/** A script for each end there is, so that none is left to chance. */
const EVERY_END: readonly (readonly Step[])[] = [
  [{kind: 'run', which: 0}, {kind: 'breathe'}, finish(0)],
  [{kind: 'run', which: 0}, {kind: 'breathe'}, finish(7)],
  [{kind: 'run', which: 0}, {kind: 'breathe'}, {kind: 'abort', which: 0}],
  [
    {kind: 'run', which: 0},
    {kind: 'breathe'},
    {kind: 'edit', which: 0, how: 7},
    finish(0),
  ],
  [{kind: 'preview', which: 0}, {kind: 'breathe'}, finish(0)],
  [
    {kind: 'preview', which: 0},
    {kind: 'abort', which: 0},
  ],
];

function finish(how: number): Step {
  return {kind: 'finish', which: 0, how};
}

/** One call of `execute`, which the test lets end. */
interface Call {
  /** What the regions it adds are called. */
  readonly name: string;
  /** True once it has asked for edits. */
  hasEdits: boolean;
  readonly options: ExecuteOptions;
  readonly answer: (result: OperatorResult) => void;
  readonly fail: (reason: Error) => void;
}

/** Everything that a run may do: it adds, changes and removes. */
function askForEdits({context}: ExecuteOptions, name: string): void {
  context.edit((editor) =>
    editor.insertRegions(
      Array.from({length: ADDED_PER_RUN}, (_, place) =>
        textRegion({id: `${name}-${place}`}),
      ),
    ),
  );
  const [first] = context.annotation
    ? [...regionsOf(context.annotation.regions)]
    : [];
  if (!first) return;
  context.edit((editor) => {
    editor.updateRegion(first.id, (draft) => {
      draft.meta = {text: [name]};
    });
  });
}

/** A world in which a script of steps is played. */
class World {
  readonly store = new AnnotationStore();
  readonly runs: OperatorRun[] = [];
  readonly ends = new Map<OperatorRun, string[]>();
  readonly calls: Call[] = [];
  readonly commits: Commit[] = [];
  readonly #timers = new Set<() => void>();
  readonly registry = new OperatorRegistry({
    now: () => 0,
    maxConcurrentRuns: 3,
    startTimer: (callback) => {
      this.#timers.add(callback);
      return () => this.#timers.delete(callback);
    },
  });
  #names = 0;
  #shown = 'a';

  constructor() {
    for (const id of ['a', 'b']) {
      this.store.insertAnnotation(emptyAnnotation({id}), {origin: 'load'});
      this.store.insertRegions(
        id,
        KEPT.map((one) => textRegion({id: one})),
        {origin: 'load'},
      );
    }
    this.store.changes$.subscribe((commit) => this.commits.push(commit));
    for (const overlap of OVERLAPS) {
      this.registry.register({
        name: overlap,
        overlap,
        timeoutMs: 1000,
        execute: (options) => this.#execute(options),
      });
    }
    this.registry.runs$.subscribe((run) => {
      const ends: string[] = [];
      this.ends.set(run, ends);
      this.runs.push(run);
      run.changes$.subscribe(({state, endedAtMs}) => {
        if (endedAtMs !== null) ends.push(state);
      });
    });
    this.#show('a');
  }

  async play(step: Step): Promise<void> {
    switch (step.kind) {
      case 'run':
      case 'preview':
        this.#start(step.kind, step.which);
        return;
      case 'finish':
        this.#finish(step.which, step.how);
        return;
      case 'abort':
        pick(this.runs, step.which)?.abort();
        return;
      case 'time out':
        pick([...this.#timers], step.which)?.();
        return;
      case 'edit':
        this.#edit(step.which, step.how);
        return;
      case 'settle':
        this.#settle(step.which, step.how);
        return;
      case 'undo':
        if (this.store.state.annotations[this.#shown]) {
          this.store.history(this.#shown).undo();
        }
        return;
      case 'redo':
        if (this.store.state.annotations[this.#shown]) {
          this.store.history(this.#shown).redo();
        }
        return;
      case 'switch':
        this.#show(this.#shown === 'a' ? 'b' : 'a');
        return;
      case 'remove':
        this.store.removeAnnotation(this.#shown);
        return;
      case 'breathe':
        await breathe();
    }
  }

  get timers(): number {
    return this.#timers.size;
  }

  #show(id: string): void {
    this.#shown = id;
    const {store} = this;
    this.registry.setTarget(
      new StoreOperatorTarget({store, annotationId: id, config: null}),
    );
  }

  #start(kind: 'run' | 'preview', which: number): void {
    this.registry[kind](pick(OVERLAPS, which) ?? 'parallel');
  }

  #execute(options: ExecuteOptions): Promise<OperatorResult> {
    this.#names += 1;
    const name = `n${this.#names}`;
    return new Promise((answer, fail) => {
      const call: Call = {
        name,
        options,
        hasEdits: false,
        answer: (result) => {
          try {
            askForEdits(options, name);
            call.hasEdits = true;
          } catch {
            // Its run is over, or there is no annotation to change.
          }
          answer(result);
        },
        fail,
      };
      this.calls.push(call);
    });
  }

  #finish(which: number, how: number): void {
    const call = pick(this.calls, which);
    if (how === 7) call?.fail(new Error('Broken.'));
    else call?.answer({success: how !== 6, message: ''});
  }

  #edit(which: number, how: number): void {
    const annotation = this.store.state.annotations[this.#shown];
    if (!annotation) return;
    const region = pick<Region>([...regionsOf(annotation.regions)], which);
    if (!region) return;
    if (how < 2) this.store.removeRegion(this.#shown, region.id);
    else if (how < 4) this.store.insertRegion(this.#shown, textRegion());
    else {
      this.store.updateRegion(this.#shown, region.id, (draft) => {
        draft.score = how / 10;
      });
    }
  }

  #settle(which: number, how: number): void {
    const proposal = pick(this.registry.proposals, which);
    if (!proposal) return;
    if (how === 0) {
      proposal.drop();
      return;
    }
    const mode = pick<ApplyMode>(['unchanged', 'fitting', 'anyway'], how);
    try {
      proposal.apply(mode);
    } catch {
      // It does not fit, or its annotation is gone: nothing may have changed.
    }
  }
}

function pick<T>(list: readonly T[], which: number): T | undefined {
  return list[which % Math.max(1, list.length)];
}

/** Lets everything happen that waits for nothing but its turn. */
async function breathe(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}

/** The runs whose regions a commit adds, and how many of each. */
function addedBy(commit: Commit): ReadonlyMap<string, number> {
  const added = new Map<string, number>();
  for (const {op, path} of commit.patches) {
    const [name, place] = String(path[3]).split('-');
    if (op !== 'add' || path.length !== 4 || !place) continue;
    added.set(name ?? '', (added.get(name ?? '') ?? 0) + 1);
  }
  return added;
}

describe('runs', () => {
  it('leave no half-applied edit, and end once, in ten thousand interleavings', async function () {
    this.timeout(TEST_MS);
    const finals = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(STEP, {maxLength: 24}), async (steps) => {
        const world = new World();
        for (const step of steps) {
          const over = world.runs.filter((run) => run.isOver);
          const before = over.map(({snapshot}) => snapshot);
          await world.play(step);
          // What is over does not change any more.
          expect(over.map(({snapshot}) => snapshot)).to.deep.equal(before);
        }
        await breathe();
        world.registry.abortAll();
        // Operators that hear of nothing answer in the end, all of them.
        const written = world.commits.length;
        for (const {answer} of world.calls) {
          answer({success: true, message: ''});
        }
        await breathe();
        expect(world.commits.length).to.equal(written);
        for (const [run, ends] of world.ends) {
          expect(ends).to.deep.equal([run.state]);
          finals.add(run.isPreview ? `preview ${run.state}` : run.state);
        }
        expect(world.timers).to.equal(0);
        expect(world.registry.runList.current).to.be.empty;
        const added = world.commits
          .filter(({origin}) => origin === 'operator')
          .map(addedBy);
        for (const names of added) {
          expect(names.size).to.equal(1);
          expect([...names.values()]).to.deep.equal([ADDED_PER_RUN]);
        }
        for (const {name, hasEdits, options} of world.calls) {
          const run = world.runs.find(({signal}) => signal === options.signal);
          const isMade = run?.proposal
            ? run.proposal.state === 'applied'
            : run?.state === 'succeeded';
          const commits = added.filter((names) => names.has(name));
          expect(commits.length).to.equal(Number(hasEdits && isMade));
        }
        await world.registry.close();
      }),
      {
        seed: SEED,
        numRuns: INTERLEAVINGS,
        examples: EVERY_END.map((steps) => [[...steps, {kind: 'breathe'}]]),
      },
    );
    // The scripts have come by every end there is.
    expect([...finals]).to.include.members([
      'succeeded',
      'failed',
      'aborted',
      'conflict',
      'preview succeeded',
      'preview aborted',
    ]);
  });
});
