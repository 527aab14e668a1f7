import {expect} from '@open-wc/testing';

import {
  AnnotationStore,
  emptyAnnotation,
  writeResults,
} from '@ls-annotation/core';
import {labelConfigFromXml} from '@ls-annotation/testing';

import type {ParameterValidationError} from '../../errors.js';
import {OperatorRegistry} from '../../registry/operator-registry.js';
import {StoreOperatorTarget} from '../../target/store-operator-target.js';

import {PreLabelTextOperator} from './pre-label-text-operator.js';

const NAMED_ENTITIES = `
  <View>
    <Labels name="label" toName="text">
      <Label value="City"/>
      <Label value="Amount" alias="amount"/>
    </Labels>
    <Text name="text" value="$text"/>
  </View>`;

function setup(text: string, xml = NAMED_ENTITIES) {
  const store = new AnnotationStore();
  store.update((draft) => {
    draft.task = {id: 1, data: {text}};
  });
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  const registry = new OperatorRegistry();
  registry.register(new PreLabelTextOperator());
  registry.setTarget(
    new StoreOperatorTarget({
      store,
      annotationId: 'a',
      config: labelConfigFromXml(xml),
    }),
  );
  const run = (
    rules: readonly Record<string, unknown>[],
    more: Record<string, unknown> = {},
  ) =>
    registry.run('Pre-label text', {
      rules: rules.map((rule) => ({confidence: null, ...rule})),
      ...more,
    });
  const results = () => writeResults(store.annotation('a'));
  return {registry, store, run, results};
}

describe('PreLabelTextOperator', () => {
  it('writes predictions as Label Studio does', async () => {
    const {run, results} = setup('From Berlin.');
    await run([{pattern: 'Berlin', label: 'City', confidence: 0.9}]);
    const [result] = results();
    expect(result).to.deep.equal({
      id: result?.id,
      from_name: 'label',
      to_name: 'text',
      type: 'labels',
      value: {start: 5, end: 11, text: 'Berlin', labels: ['City']},
      origin: 'prediction',
      score: 0.9,
    });
  });

  it('counts code points', async () => {
    const {run, results} = setup('😀 Rom, 😀😀 Rom');
    await run([{pattern: 'Rom', label: 'City'}]);
    expect(results().map(({value}) => [value?.start, value?.end]))
      .to.deep //
      .equal([
        [2, 5],
        [10, 13],
      ]);
  });

  it('takes words literally and slashes as regular expressions', async () => {
    const {run, results} = setup('3.5 kg (or 305 g) of a.b');
    await run([
      {pattern: '/\\d+(\\.\\d+)? (kg|g)/', label: 'amount'},
      {pattern: 'a.b', label: 'City'},
      {pattern: '3.5 g', label: 'City'},
    ]);
    expect(results().map(({value}) => value?.text)).to.deep.equal([
      '3.5 kg',
      '305 g',
      'a.b',
    ]);
  });

  it('minds capitals only when told to', async () => {
    const rules = [{pattern: 'rom', label: 'City'}];
    const lenient = setup('Rom');
    await lenient.run(rules);
    expect(lenient.results()).to.have.length(1);
    const strict = setup('Rom');
    await strict.run(rules, {case_sensitive: true});
    expect(strict.results()).to.be.empty;
  });

  it('leaves out rules below the threshold', async () => {
    const {run, results} = setup('Rom, Bonn');
    await run(
      [
        {pattern: 'Rom', label: 'City', confidence: 0.8},
        {pattern: 'Bonn', label: 'City', confidence: 0.79},
      ],
      {threshold: 0.8},
    );
    expect(results().map(({value}) => value?.text)).to.deep.equal(['Rom']);
  });

  it('refuses a threshold outside 0 to 1', async () => {
    for (const threshold of [-0.1, 1.5]) {
      const {run, results} = setup('Rom');
      const rules = [{pattern: 'Rom', label: 'City'}];
      const failed = run(rules, {threshold});
      expect((await failed.done).message).to.contain(
        'threshold: Enter a value from 0 to 1.',
      );
      expect(results()).to.be.empty;
    }
  });

  it('points at rules with unknown labels or broken patterns', async () => {
    const {run} = setup('Rom');
    const failed = run([
      {pattern: '/(/', label: 'City'},
      {pattern: 'Rom', label: 'Town'},
    ]);
    await failed.done;
    const {issues} = failed.error as ParameterValidationError;
    expect(issues.map(({path}) => path)).to.deep.equal([
      '/rules/0/pattern',
      '/rules/1/label',
    ]);
    expect(issues[1]?.message).to.contain('City, amount');
  });

  it('does not hang on a pattern that tries every way', async () => {
    const {run, results} = setup(`${'a'.repeat(3000)}! Rom`);
    await run([
      {pattern: '/(a+)+$/', label: 'City'},
      {pattern: '/R(o|o)+m$/', label: 'City'},
    ]);
    expect(results().map(({value}) => value?.text)).to.deep.equal(['Rom']);
  });

  it('points at a rule that is too much work, and labels nothing', async () => {
    const {run, results} = setup(`${'a'.repeat(20_000)}! Rom`);
    const failed = run([
      {pattern: 'Rom', label: 'City'},
      {pattern: '/a.*z|a/', label: 'City'},
    ]);
    await failed.done;
    const {issues} = failed.error as ParameterValidationError;
    expect(issues).to.deep.equal([
      {
        code: 'parameter/type',
        path: '/rules/1/pattern',
        message: 'This is too much work on this text.',
      },
    ]);
    expect(results()).to.be.empty;
  });

  it('says what of a pattern is not supported', async () => {
    const failed = setup('Rom').run([{pattern: '/(?=R)om/', label: 'City'}]);
    await failed.done;
    const {issues} = failed.error as ParameterValidationError;
    expect(issues[0]?.message).to.contain('ahead or behind');
  });

  it('reads the letters after the slashes', async () => {
    const {run, results} = setup('Bonn\nRom\nROM');
    const rules = [
      {pattern: '/^rom$/m', label: 'City'},
      {pattern: '/B.*?m$/ms', label: 'amount'},
    ];
    await run(rules, {case_sensitive: true});
    expect(results().map(({value}) => value?.text)).to.deep.equal([
      'Bonn\nRom',
    ]);
    await run([{pattern: '/^rom$/im', label: 'City'}], {case_sensitive: true});
    expect(results()).to.have.length(3);
  });

  it('labels a span once, with the surest rule', async () => {
    const {run, results} = setup('Rom');
    const rules = [
      {pattern: 'Rom', label: 'City', confidence: 0.6},
      {pattern: '/R../', label: 'City', confidence: 0.9},
    ];
    await run(rules);
    expect((await run(rules)).message).to.equal(
      'There was nothing new to label.',
    );
    expect(results().map(({score}) => score)).to.deep.equal([0.9]);
  });

  it('is one undo step', async () => {
    const {run, results, store} = setup('Rom, Rom, Rom');
    await run([{pattern: 'Rom', label: 'City'}]);
    expect(results()).to.have.length(3);
    store.history('a').undo();
    expect(results()).to.be.empty;
  });

  it('says why it cannot run', () => {
    const xml = '<View><Text name="t" value="$text"/></View>';
    const entry = setup('Rom', xml).registry.find('Pre-label text');
    expect(entry?.isApplicable).to.be.false;
    expect(entry?.reason).to.contain('no Labels');
  });
});
