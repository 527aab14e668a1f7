import assert from 'node:assert/strict';
import {describe, it} from 'node:test';

import type {EventStream} from '../src/http/event-stream.js';
import {RunAudience} from '../src/http/run-audience.js';

describe('RunAudience', () => {
  const stream = (leave = (): void => undefined): EventStream =>
    ({leave}) as unknown as EventStream;

  it('has gathered at once while nobody is expected', async () => {
    await new RunAudience().gathered();
  });

  it('waits for all who are about to listen', async () => {
    const audience = new RunAudience();
    const order: string[] = [];
    audience.expect('a');
    audience.expect('b');
    const gathered = audience.gathered().then(() => order.push('gathered'));
    order.push('a came');
    audience.add('a', stream());
    await Promise.resolve();
    order.push('b came');
    audience.add('b', stream());
    await gathered;
    assert.deepEqual(order, ['a came', 'b came', 'gathered']);
  });

  it('gives up on those who do not come', async (test) => {
    test.mock.timers.enable({apis: ['setTimeout']});
    const audience = new RunAudience();
    audience.expect('a');
    const gathered = audience.gathered();
    test.mock.timers.tick(2000);
    await gathered;
  });

  it('says goodbye to those who are still there', () => {
    const audience = new RunAudience();
    const left: string[] = [];
    const gone = stream(() => left.push('gone'));
    audience.add('a', gone);
    audience.add(
      'b',
      stream(() => left.push('there')),
    );
    audience.delete(gone);
    audience.dismiss();
    assert.deepEqual(left, ['there']);
  });
});
