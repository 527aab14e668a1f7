import {expect} from '@open-wc/testing';

import type {LsError} from '@ls-annotation/core';

import {OperatorExecutionError, ParameterValidationError} from '../errors.js';
import type {ExecuteOptions, Operator} from '../operator/operator.js';
import type {OperatorResult} from '../operator/operator-result.js';
import {StringParameter} from '../parameters/string-parameter.js';
import {OperatorRegistry} from '../registry/operator-registry.js';

import type {OperatorRunSnapshot} from './operator-run.js';

const SUCCESS: OperatorResult = {success: true, message: 'Done.'};

/** A registry with one operator `op`, whose work the test does. */
function setup(
  execute: Operator['execute'],
  overrides: Partial<Operator> = {},
) {
  const clock = {nowMs: 1000};
  const registry = new OperatorRegistry({now: () => clock.nowMs});
  registry.register({name: 'op', execute, ...overrides});
  const errors: LsError[] = [];
  registry.errors$.subscribe((error) => errors.push(error));
  return {clock, registry, errors};
}

/** An operator that waits until the test lets it go on. */
function held() {
  let release!: (result: OperatorResult) => void;
  let fail!: (reason: Error) => void;
  let begun!: (options: ExecuteOptions) => void;
  const outcome = new Promise<OperatorResult>((resolve, reject) => {
    release = resolve;
    fail = reject;
  });
  const started = new Promise<ExecuteOptions>((resolve) => {
    begun = resolve;
  });
  const execute = (options: ExecuteOptions): Promise<OperatorResult> => {
    begun(options);
    return outcome;
  };
  return {execute, started, release, fail};
}

describe('OperatorRun', () => {
  it('goes from pending through running to succeeded', async () => {
    const {registry} = setup(() => SUCCESS);
    const states: string[] = [];
    const run = registry.run('op');
    let completed = false;
    run.state$.subscribe({
      next: (state) => states.push(state),
      complete: () => (completed = true),
    });
    expect(await run.done).to.deep.equal(SUCCESS);
    expect(states).to.deep.equal(['pending', 'running', 'succeeded']);
    expect(run.result).to.deep.equal(SUCCESS);
    expect(run.error).to.be.null;
    expect(completed).to.be.true;
  });

  it('can be awaited itself', async () => {
    const {registry} = setup(() => SUCCESS);
    expect(await registry.run('op')).to.deep.equal(SUCCESS);
  });

  it('fails without an error when the operator answers so', async () => {
    const answer = {success: false, message: 'No text here.'};
    const {registry, errors} = setup(() => answer);
    const run = registry.run('op');
    expect(await run.done).to.deep.equal(answer);
    expect(run.state).to.equal('failed');
    expect(run.error).to.be.null;
    expect(errors).to.be.empty;
  });

  describe('what an operator throws', () => {
    const thrown = new TypeError('x is not a function');
    const ways: Record<string, Operator['execute']> = {
      'at once': () => {
        throw thrown;
      },
      later: async () => {
        throw thrown;
      },
    };
    for (const [when, execute] of Object.entries(ways)) {
      it(`${when} fails the run with an error that names it`, async () => {
        const {registry, errors} = setup(execute);
        const run = registry.run('op');
        const result = await run.done;
        expect(result).to.deep.equal({
          success: false,
          message: 'x is not a function',
        });
        expect(run.state).to.equal('failed');
        const error = run.error as OperatorExecutionError;
        expect(error.code).to.equal('operators/execution-failed');
        expect(error.operatorName).to.equal('op');
        expect(error.message).to.contain('"op"');
        expect(error.cause).to.equal(thrown);
        await Promise.resolve();
        expect(errors).to.deep.equal([error]);
      });
    }

    it('may be anything', async () => {
      for (const odd of [undefined, null, 'words', 7, {}]) {
        const {registry} = setup(() => Promise.reject(odd));
        const run = registry.run('op');
        expect((await run.done).message).to.be.a('string').and.not.empty;
        expect(run.error).to.be.instanceOf(OperatorExecutionError);
      }
    });

    it('keeps issues with values as they are', async () => {
      const issue = {
        code: 'parameter/type',
        path: '/a',
        message: 'No.',
      } as const;
      const {registry} = setup(() => {
        throw new ParameterValidationError('op', [issue]);
      });
      const run = registry.run('op');
      await run.done;
      expect((run.error as ParameterValidationError).issues).to.deep.equal([
        issue,
      ]);
    });
  });

  it('fails when the answer is no result', async () => {
    for (const answer of [undefined, null, 'ok', {}, {success: 'yes'}]) {
      const {registry} = setup(() => answer as never);
      const run = registry.run('op');
      expect((await run.done).success, JSON.stringify(answer)).to.be.false;
      expect(run.error?.code).to.equal('operators/execution-failed');
    }
  });

  it('takes a message of another type for none', async () => {
    const {registry} = setup(() => ({success: true, message: 3}) as never);
    expect(await registry.run('op')).to.deep.equal({
      success: true,
      message: '',
    });
  });

  it('does not execute with values that do not fit', async () => {
    let calls = 0;
    const {registry} = setup(
      () => {
        calls += 1;
        return SUCCESS;
      },
      {parameters: [new StringParameter({name: 'name'})]},
    );
    const run = registry.run('op', {name: ''});
    expect((await run.done).message).to.contain('name: This field is required');
    expect(run.state).to.equal('failed');
    expect(run.error?.code).to.equal('operators/invalid-values');
    expect(run.elapsedMs).to.equal(0);
    expect(calls).to.equal(0);
  });

  describe('progress and log', () => {
    it('are kept and told', async () => {
      const {registry} = setup(({progress, log}) => {
        progress(0.25, 'one');
        progress(0.5);
        log('hello');
        return SUCCESS;
      });
      const run = registry.run('op');
      const seen: OperatorRunSnapshot[] = [];
      run.changes$.subscribe((snapshot) => seen.push(snapshot));
      await run.done;
      expect(seen.map(({progress}) => progress)).to.deep.include.members([
        {fraction: 0.25, text: 'one'},
        {fraction: 0.5, text: 'one'},
      ]);
      expect(run.log).to.deep.equal([{atMs: 1000, message: 'hello'}]);
    });

    it('hold fractions to 0 and 1, and null for unknown', async () => {
      const seen: (number | null)[] = [];
      const {registry} = setup(({progress}) => {
        for (const fraction of [-1, 2, NaN, null]) {
          progress(fraction);
          seen.push(run.progress.fraction);
        }
        return SUCCESS;
      });
      const run = registry.run('op');
      await run.done;
      expect(seen).to.deep.equal([0, 1, null, null]);
    });

    it('are not heard after the end', async () => {
      const {execute, started, release} = held();
      const {registry} = setup(execute);
      const run = registry.run('op');
      const {progress, log} = await started;
      release(SUCCESS);
      await run.done;
      progress(1, 'late');
      log('late');
      expect(run.progress.text).to.equal('');
      expect(run.log).to.be.empty;
    });
  });

  it('counts the time from execute to the end', async () => {
    const {execute, started, release} = held();
    const {registry, clock} = setup(execute);
    const run = registry.run('op');
    expect(run.elapsedMs).to.equal(0);
    await started;
    clock.nowMs += 250;
    expect(run.elapsedMs).to.equal(250);
    release(SUCCESS);
    await run.done;
    clock.nowMs += 1000;
    expect(run.elapsedMs).to.equal(250);
  });

  describe('abort()', () => {
    it('ends the run at once and tells the operator', async () => {
      const {execute, started} = held();
      const {registry, errors} = setup(execute);
      const run = registry.run('op');
      const {signal} = await started;
      expect(signal).to.be.instanceOf(AbortSignal);
      run.abort();
      expect(run.state).to.equal('aborted');
      expect(signal.aborted).to.be.true;
      expect(await run.done).to.deep.equal({
        success: false,
        message: 'Cancelled.',
      });
      expect(errors).to.be.empty;
    });

    it('lets nothing come after it', async () => {
      for (const end of ['release', 'fail'] as const) {
        const operator = held();
        const {registry, errors} = setup(operator.execute);
        const run = registry.run('op');
        await operator.started;
        run.abort('Enough.');
        operator[end](SUCCESS as OperatorResult & Error);
        await Promise.resolve();
        expect(run.state).to.equal('aborted');
        expect((await run.done).message).to.equal('Enough.');
        expect(errors).to.be.empty;
      }
    });

    it('keeps a pending run from executing', async () => {
      let calls = 0;
      const {registry} = setup(() => {
        calls += 1;
        return SUCCESS;
      });
      const run = registry.run('op');
      run.abort();
      await run.done;
      await Promise.resolve();
      expect(calls).to.equal(0);
    });

    it('does nothing when the run is over', async () => {
      const {registry} = setup(() => SUCCESS);
      const run = registry.run('op');
      await run.done;
      run.abort();
      expect(run.state).to.equal('succeeded');
      expect(run.signal.aborted).to.be.false;
    });

    it('follows a signal from outside', async () => {
      for (const early of [true, false]) {
        const controller = new AbortController();
        const {execute} = held();
        const {registry} = setup(execute);
        if (early) controller.abort();
        const run = registry.run('op', {}, {signal: controller.signal});
        controller.abort();
        expect(run.state).to.equal('aborted');
        await run.done;
      }
    });
  });
});
