import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import {PreLabelTextOperator} from '@ls-annotation/operators';

import '../define/annotation-host.js';
import type {AnnotationHostElement} from '../host/annotation-host.js';

const CONFIG = `
  <View>
    <Labels name="label" toName="text"><Label value="City"/></Labels>
    <Text name="text" value="$text"/>
  </View>`;

/** A host that shows a text, with the dialog of an operator open. */
async function setup() {
  const host = await fixture<AnnotationHostElement>(
    html`<ls-annotation-host
      .config=${CONFIG}
      .task=${{id: 1, data: {text: 'From Rome to Oslo.'}}}
    ></ls-annotation-host>`,
  );
  await host.displayed;
  host.operators.register(new PreLabelTextOperator());
  host.operators.open('Pre-label text', {
    rules: [
      {pattern: 'Rome', label: 'City', confidence: 0.9},
      {pattern: 'Oslo', label: 'City', confidence: 0.8},
    ],
  });
  const dialog = host.querySelector('ls-operator-dialog')!;
  await dialog.updateComplete;
  await dialog.shadowRoot!.querySelector('ls-operator-form')!.updateComplete;
  return {host, dialog};
}

describe('operators in <ls-annotation-host>', () => {
  it('open their dialog as a child of the host', async () => {
    const {host, dialog} = await setup();
    expect(dialog.parentElement === host).to.be.true;
    expect(dialog.shadowRoot!.querySelector('dialog')!.matches(':modal')).to.be
      .true;
    await expect(dialog).to.be.accessible();
  });

  it('change the annotation in one undo step', async () => {
    const {host, dialog} = await setup();
    const done = oneEvent(host, 'ls-operator-done');
    await sendKeys({press: 'Enter'});
    await done;
    expect(
      host
        .serialize()
        .map(({value, origin, score}) => [
          value?.start,
          value?.end,
          origin,
          score,
        ]),
    ).to.deep.equal([
      [5, 9, 'prediction', 0.9],
      [13, 17, 'prediction', 0.8],
    ]);
    host.undo();
    expect(host.serialize()).to.be.empty;
    host.redo();
    expect(host.serialize()).to.have.length(2);
    dialog.close();
  });

  it('are aborted when their annotation leaves the display', async () => {
    const {host, dialog} = await setup();
    host.operators.register({
      name: 'Endless',
      execute: () => new Promise(() => {}),
    });
    const run = host.operators.run('Endless');
    host.task = null;
    expect((await run).success).to.be.false;
    expect(run.state).to.equal('aborted');
    dialog.close();
  });
});
