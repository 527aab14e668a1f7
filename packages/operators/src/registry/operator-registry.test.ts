import {expect} from '@open-wc/testing';

import type {LsError} from '@ls-annotation/core';

import {
  DuplicateOperatorError,
  OperatorNotFoundError,
  OperatorUiMissingError,
  ParameterDefinitionError,
} from '../errors.js';
import type {Operator} from '../operator/operator.js';
import type {OperatorTarget} from '../target/operator-target.js';

import type {OperatorOpenRequest} from './operator-registry.js';
import {OperatorRegistry} from './operator-registry.js';

function operator(overrides: Partial<Operator> = {}): Operator {
  return {
    name: 'op',
    execute: () => ({success: true, message: ''}),
    ...overrides,
  };
}

function target(overrides: Partial<OperatorTarget> = {}): OperatorTarget {
  return {
    task: null,
    config: null,
    annotation: null,
    scopes: ['root', 'annotation'],
    readonlyReason: null,
    apply: () => {},
    ...overrides,
  };
}

function setup() {
  const registry = new OperatorRegistry();
  const errors: LsError[] = [];
  registry.errors$.subscribe((error) => errors.push(error));
  const statuses = (): string[] => registry.list().map(({status}) => status);
  return {registry, errors, statuses};
}

describe('OperatorRegistry', () => {
  describe('context', () => {
    it('is what operators see of the target, one object for each', () => {
      const {registry} = setup();
      const without = registry.context;
      expect(without.config).to.be.null;
      expect(without.scopes).to.deep.equal(['root']);
      registry.setTarget(target({readonlyReason: 'It was submitted.'}));
      const {context} = registry;
      expect(context).not.to.equal(without);
      expect(context).to.equal(registry.context);
      expect(context.scopes).to.deep.equal(['root', 'annotation']);
      expect(context.readonlyReason).to.equal('It was submitted.');
    });

    it('changes nothing', () => {
      const {registry} = setup();
      registry.setTarget(target());
      expect(() => registry.context.edit(() => undefined))
        .to.throw()
        .with.property('code', 'operators/edit-failed');
    });
  });

  describe('register()', () => {
    it('lists operators in the order they came', () => {
      const {registry} = setup();
      registry.register(operator({name: 'b', description: 'Second letter.'}));
      registry.register(operator({name: 'a'}));
      expect(registry.list().map(({name}) => name)).to.deep.equal(['b', 'a']);
      expect(registry.find('b')?.description).to.equal('Second letter.');
      expect(registry.find('c')).to.be.undefined;
    });

    it('returns a disposer that is safe to call twice', () => {
      const {registry} = setup();
      const dispose = registry.register(operator());
      dispose();
      registry.register(operator());
      dispose();
      expect(registry.list()).to.have.length(1);
    });

    it('refuses a name that is in use', () => {
      const {registry} = setup();
      registry.register(operator());
      expect(() => registry.register(operator())).to.throw(
        DuplicateOperatorError,
      );
    });

    it('reads parameters from wire JSON', () => {
      const {registry} = setup();
      registry.register(
        operator({parameters: [{name: 'n', param_type: 'int', default: 3}]}),
      );
      expect(registry.find('op')?.parameters[0]?.toView()).to.include({
        param_type: 'int',
        default: 3,
        required: true,
      });
    });

    it('refuses parameters that cannot work', () => {
      const {registry} = setup();
      const bad = [
        [{name: 'n', param_type: 'int', default: 'x'}],
        [{name: 't', param_type: 'table', columns: []}],
        [{name: 'n'}, {name: 'n'}],
      ];
      for (const parameters of bad) {
        expect(() => registry.register(operator({parameters}))).to.throw(
          ParameterDefinitionError,
        );
      }
      expect(registry.list()).to.be.empty;
    });
  });

  describe('list$', () => {
    it('emits at once and after every change', () => {
      const {registry} = setup();
      const names: string[] = [];
      registry.list$.subscribe((list) => {
        names.push(list.map(({name}) => name).join());
      });
      const dispose = registry.register(operator());
      dispose();
      expect(names[0]).to.equal('');
      expect(names).to.include('op');
      expect(names.at(-1)).to.equal('');
    });
  });

  describe('life of an operator', () => {
    it('is ready at once when startup does not wait', () => {
      const {registry, statuses} = setup();
      registry.register(operator());
      expect(statuses()).to.deep.equal(['ready']);
    });

    it('lets runs wait for startup', async () => {
      const {registry, statuses} = setup();
      let go!: () => void;
      const startup = (): Promise<void> =>
        new Promise((resolve) => {
          go = resolve;
        });
      registry.register(operator({startup}));
      expect(statuses()).to.deep.equal(['starting']);
      const run = registry.run('op');
      await Promise.resolve();
      expect(run.state).to.equal('pending');
      go();
      expect((await run.done).success).to.be.true;
      expect(statuses()).to.deep.equal(['ready']);
    });

    it('ends in error when startup throws, and runs fail', async () => {
      const ways: (() => void | Promise<void>)[] = [
        () => {
          throw new Error('no model');
        },
        () => Promise.reject(new Error('no model')),
      ];
      for (const startup of ways) {
        const {registry, errors} = setup();
        registry.register(operator({startup}));
        const run = registry.run('op');
        expect((await run.done).message).to.contain('no model');
        expect(run.error?.code).to.equal('operators/unavailable');
        expect(errors[0]?.code).to.equal('operators/lifecycle');
        const entry = registry.find('op');
        expect(entry?.status).to.equal('error');
        expect(entry?.errorMessage).to.equal('no model');
        expect(entry?.isApplicable).to.be.false;
        expect(entry?.reason).to.contain('no model');
      }
    });

    it('shuts down when the registration ends, after starting', async () => {
      const {registry} = setup();
      const calls: string[] = [];
      const dispose = registry.register(
        operator({
          startup: async () => {
            await Promise.resolve();
            calls.push('started');
          },
          shutdown: () => void calls.push('shutdown'),
        }),
      );
      dispose();
      await registry.close();
      await Promise.resolve();
      expect(calls).to.deep.equal(['started', 'shutdown']);
    });

    it('reports what shutdown throws', async () => {
      const {registry, errors} = setup();
      const shutdown = (): void => {
        throw new Error('stuck');
      };
      registry.register(operator({shutdown}));
      await registry.close();
      expect(errors.map(({code}) => code)).to.deep.equal([
        'operators/lifecycle',
      ]);
    });

    it('aborts the runs of an operator that is removed', async () => {
      const {registry} = setup();
      const dispose = registry.register(
        operator({execute: () => new Promise(() => {})}),
      );
      const run = registry.run('op');
      dispose();
      expect((await run.done).message).to.contain('removed');
      expect(run.state).to.equal('aborted');
    });
  });

  describe('applicability', () => {
    it('is everywhere for root and for who names no scope', () => {
      const {registry} = setup();
      registry.register(operator({name: 'a'}));
      registry.register(operator({name: 'b', supportedScopes: ['root']}));
      expect(registry.list().map(({isApplicable}) => isApplicable))
        .to.deep //
        .equal([true, true]);
    });

    it('follows scopes, with a reason', () => {
      const {registry} = setup();
      registry.register(
        operator({supportedScopes: ['video_frame', 'annotation']}),
      );
      expect(registry.find('op')?.isApplicable).to.be.false;
      expect(registry.find('op')?.reason).to.equal(
        'Needs a video frame or an open annotation.',
      );
      registry.setTarget(target());
      expect(registry.find('op')?.isApplicable).to.be.true;
      expect(registry.find('op')?.reason).to.equal('');
    });

    it('asks the operator, and survives its throwing', () => {
      const {registry} = setup();
      const reasons = [
        () => 'Select a region first.',
        () => {
          throw new Error('bad predicate');
        },
      ];
      for (const [index, unavailableReason] of reasons.entries()) {
        registry.register(operator({name: String(index), unavailableReason}));
      }
      expect(registry.find('0')?.reason).to.equal('Select a region first.');
      expect(registry.find('1')?.reason).to.equal('bad predicate');
    });

    it('is enforced when an operator is run', async () => {
      const {registry} = setup();
      registry.register(operator({supportedScopes: ['image']}));
      const run = registry.run('op');
      expect((await run.done).success).to.be.false;
      expect(run.error?.code).to.equal('operators/unavailable');
    });
  });

  describe('open()', () => {
    it('asks whatever shows dialogs', () => {
      const {registry} = setup();
      registry.register(operator());
      const requests: OperatorOpenRequest[] = [];
      registry.openRequests$.subscribe((request) => requests.push(request));
      registry.open('op', {a: 1});
      expect(requests).to.deep.equal([{name: 'op', values: {a: 1}}]);
    });

    it('throws when the name is unknown or nobody listens', () => {
      const {registry} = setup();
      expect(() => registry.open('op')).to.throw(OperatorNotFoundError);
      registry.register(operator());
      expect(() => registry.open('op')).to.throw(OperatorUiMissingError);
    });
  });

  describe('run()', () => {
    it('throws when the name is unknown', () => {
      expect(() => setup().registry.run('op')).to.throw(OperatorNotFoundError);
    });

    it('tells of every run', async () => {
      const {registry} = setup();
      registry.register(operator());
      const names: string[] = [];
      registry.runs$.subscribe((run) => names.push(run.operatorName));
      await Promise.all([registry.run('op'), registry.run('op')]);
      expect(names).to.deep.equal(['op', 'op']);
    });

    it('aborts what runs on a target that is replaced', async () => {
      const {registry} = setup();
      registry.register(operator({execute: () => new Promise(() => {})}));
      const outside = registry.run('op');
      registry.setTarget(target());
      const inside = registry.run('op');
      registry.setTarget(target());
      expect(inside.state).to.equal('aborted');
      expect(outside.isOver).to.be.false;
      registry.abortAll();
      expect(outside.state).to.equal('aborted');
      await Promise.all([inside, outside]);
    });
  });

  describe('close()', () => {
    it('aborts runs and completes streams', async () => {
      const {registry} = setup();
      registry.register(operator({execute: () => new Promise(() => {})}));
      const run = registry.run('op');
      let completed = 0;
      const streams = [
        registry.list$,
        registry.openRequests$,
        registry.runs$,
        registry.errors$,
      ];
      for (const stream of streams) {
        (stream as typeof registry.list$).subscribe({
          complete: () => (completed += 1),
        });
      }
      await registry.close();
      expect(run.state).to.equal('aborted');
      expect(completed).to.equal(streams.length);
      expect(registry.list()).to.be.empty;
    });
  });
});
