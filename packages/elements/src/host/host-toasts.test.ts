import {expect} from '@open-wc/testing';
import {sendKeys, setViewport} from '@web/test-runner-commands';

import '../define/annotation-host.js';
import type {ToastElement} from '../toast/toast.js';

import {hostFixture} from './testing/host-fixture.js';

const SHORT = `<View>
  <Text name="text" value="$text"/>
  <Choices name="tone" toName="text"><Choice value="Good"/></Choices>
</View>`;

const TALL = `<View>
  <Text name="text" value="$text"/>
  <View style="height: 900px"/>
  <TextArea name="note" toName="text" rows="1"/>
</View>`;

function meets(one: DOMRect, other: DOMRect): boolean {
  return one.top < other.bottom && other.top < one.bottom;
}

async function setup(config: string) {
  await setViewport({width: 800, height: 600});
  const view = await hostFixture({
    config,
    task: {id: 1, data: {text: 'Ada met Charles.'}},
  });
  const toast = view.find<ToastElement>('ls-toast');
  const say = async (words: string): Promise<void> => {
    toast.show(words);
    await toast.updateComplete;
  };
  const placeOf = (part: string): DOMRect =>
    view.find(part).getBoundingClientRect();
  const shown = (): DOMRect => placeOf('[part="toast"]');
  return {...view, toast, say, shown, placeOf};
}

describe('messages of a host', () => {
  it('lie over nothing of a short host', async () => {
    const {host, say, shown, placeOf} = await setup(SHORT);
    await say('Deleted 2 regions. Undo brings them back.');
    await say('Another one.');
    expect(meets(shown(), placeOf('[part="main"]'))).to.equal(false);
    expect(meets(shown(), placeOf('[part="submit"]'))).to.equal(false);
    const {bottom} = host.getBoundingClientRect();
    expect(shown().bottom).to.be.below(bottom);
    host.remove();
  });

  it('are in sight however tall the host is', async () => {
    const {host, say, shown} = await setup(TALL);
    await say('Deleted 2 regions.');
    expect(host.offsetHeight).to.be.above(innerHeight);
    expect(shown().bottom).to.be.at.most(innerHeight);
    expect(shown().top).to.be.at.least(0);
    host.remove();
  });

  it('give way to the control that has the focus', async () => {
    const {host, say, shown} = await setup(TALL);
    await say('Deleted 2 regions.');
    const field = host.querySelector<HTMLElement>(
      '.lsf-control input, textarea',
    )!;
    field.scrollIntoView({block: 'end'});
    const hidden = field.getBoundingClientRect();
    expect(meets(shown(), hidden), 'over it before').to.equal(true);
    field.focus({preventScroll: true});
    expect(meets(shown(), field.getBoundingClientRect())).to.equal(false);
    await sendKeys({press: 'Shift+Tab'});
    expect(shown().bottom, 'in sight again').to.be.at.most(innerHeight);
    host.remove();
  });

  it('leave a window room that is hardly taller than they are', async () => {
    const {host, say, shown, placeOf} = await setup(TALL);
    await setViewport({width: 800, height: 120});
    for (const words of ['One.', 'Two.', 'Three.']) await say(words);
    expect(meets(shown(), placeOf('[part="submit"]'))).to.equal(false);
    await setViewport({width: 800, height: 600});
    host.remove();
  });
});
