import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {definePlugin} from '@ls-annotation/plugins';
import type {PluginContext} from '@ls-annotation/plugins';
import {until} from '@ls-annotation/testing';

import '../define/annotation-host.js';
import {holdTimers} from '../operator-form/testing/held-timers.js';
import {
  boxResult,
  pictureAddress,
  pictureShown,
} from '../surfaces/image/testing/render-image.js';

import type {AnnotationHostElement} from './annotation-host.js';
import {LONG_PRESS_MS} from './host-region-menu.js';
import {span} from './testing/host-fixture.js';

const CONFIG = `
  <View>
    <Labels name="label" toName="text">
      <Label value="PER"/>
      <Label value="LOC"/>
    </Labels>
    <Text name="text" value="$text"/>
    <RectangleLabels name="box" toName="image"><Label value="Car"/></RectangleLabels>
    <Image name="image" value="$image" width="300"/>
  </View>`;

const TEXT = 'Ada met Bob in Paris.';

/** A host whose plugin offers to note the id of any region but `b`. */
async function setup(activate?: (context: PluginContext) => void) {
  const chosen: string[] = [];
  const plugin = {
    definition: definePlugin({
      id: 'notes',
      activate:
        activate ??
        (({contribute}) => {
          contribute.regionAction({
            label: 'Note',
            appliesTo: ({cleanId}) => cleanId !== 'b',
            onChoose: ({cleanId}) => chosen.push(cleanId),
          });
        }),
    }),
  };
  const host = await fixture<AnnotationHostElement>(
    html`<ls-annotation-host
      .config=${CONFIG}
      .plugins=${[plugin]}
      .task=${{
        id: 1,
        data: {text: TEXT, image: pictureAddress()},
        annotations: [
          {
            id: 1,
            result: [
              span('a', 0, 3, 'PER'),
              span('b', 8, 11, 'PER'),
              span('c', 15, 20, 'LOC'),
              span('wide', 8, 20, 'LOC'),
              boxResult({id: 'car', at: [10, 10, 30, 30]}),
            ],
          },
        ],
      }}
    ></ls-annotation-host>`,
  );
  await host.displayed;
  const stage = host.querySelector<HTMLElement>('.lsf-image__stage')!;
  await pictureShown(stage);
  const menu = host.shadowRoot!.querySelector('ls-region-menu')!;
  const items = (): readonly HTMLElement[] => [
    ...menu.shadowRoot!.querySelectorAll<HTMLElement>(
      '.menu:popover-open [role=menuitem]',
    ),
  ];
  const {annotationId = ''} = host.session.scope ?? {};
  return {
    host,
    stage,
    menu,
    items,
    chosen,
    text: host.querySelector<HTMLElement>('.lsf-richtext')!,
    select: (...ids: string[]) => host.session.actions.selectRegions(ids),
    selection: () => host.store.annotation(annotationId).selection,
    geometry: (id: string) => host.store.findRegion(annotationId, id)!.geometry,
    opens: async () => {
      await until(() => items().length > 0);
      return items().map(({innerText}) => innerText.trim());
    },
  };
}

interface At {
  readonly x: number;
  readonly y: number;
}

/** The middle of the characters from `start` to `end`. */
function onText(text: HTMLElement, start: number, end: number): At {
  const container = text.querySelector('.lsf-richtext__container')!;
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  range.setStart(walker.nextNode()!, start);
  range.setEnd(walker.currentNode, end);
  const {left, top, width, height} = range.getBoundingClientRect();
  return {x: Math.round(left + width / 2), y: Math.round(top + height / 2)};
}

/** A place of the picture, percent. */
function onStage(stage: HTMLElement, xPercent: number, yPercent: number): At {
  stage.scrollIntoView({block: 'center'});
  const {left, top, width, height} = stage.getBoundingClientRect();
  return {
    x: Math.round(left + (width * xPercent) / 100),
    y: Math.round(top + (height * yPercent) / 100),
  };
}

function rightClick({x, y}: At): Promise<void> {
  return sendMouse({type: 'click', button: 'right', position: [x, y]});
}

/** What browsers send of a finger. */
function touch(
  target: Element,
  type: string,
  {x, y}: At,
  isPrimary = true,
): void {
  target.dispatchEvent(
    new PointerEvent(type, {
      pointerId: 5,
      pointerType: 'touch',
      isPrimary,
      bubbles: true,
      composed: true,
      cancelable: true,
      clientX: x,
      clientY: y,
      buttons: type === 'pointerup' ? 0 : 1,
    }),
  );
}

describe('the menu of a region in the labeling interface', () => {
  it('opens on the region under the pointer, which is selected', async () => {
    const {text, select, selection, opens, menu, chosen} = await setup();
    select('a');
    await rightClick(onText(text, 12, 14));
    expect(await opens()).to.deep.equal(['Note']);
    expect(selection()).to.deep.equal(['wide']);
    await expect(menu).to.be.accessible();
    await sendKeys({press: 'Enter'});
    expect(chosen).to.deep.equal(['wide']);
  });

  it('opens on the selected one of several under the pointer', async () => {
    const {text, select, selection, opens, chosen} = await setup();
    select('wide', 'a');
    await rightClick(onText(text, 16, 19));
    await opens();
    expect(selection()).to.deep.equal(['wide', 'a']);
    await sendKeys({press: 'Enter'});
    expect(chosen).to.deep.equal(['wide']);
  });

  it('opens on a box of a picture, not on what is selected', async () => {
    const {stage, select, selection, opens, chosen} = await setup();
    select('a');
    await rightClick(onStage(stage, 25, 25));
    await opens();
    expect(selection()).to.deep.equal(['car']);
    await sendKeys({press: 'Enter'});
    expect(chosen).to.deep.equal(['car']);
  });

  it('is the browser’s own beside all regions', async () => {
    const {text, stage, select, selection, items} = await setup();
    select('a');
    for (const at of [onText(text, 4, 7), onStage(stage, 80, 80)]) {
      const asked = oneEvent(window, 'contextmenu');
      await rightClick(at);
      expect((await asked).defaultPrevented).to.be.false;
    }
    expect(items()).to.be.empty;
    expect(selection()).to.deep.equal(['a']);
  });

  it('is the browser’s own where nothing can be done', async () => {
    const {text, selection, items} = await setup();
    const asked = oneEvent(window, 'contextmenu');
    await rightClick(onText(text, 8, 11));
    expect((await asked).defaultPrevented).to.be.false;
    expect(items()).to.be.empty;
    expect(selection()).to.be.empty;
  });

  it('is the browser’s own over selected text', async () => {
    const {text} = await setup();
    const container = text.querySelector('.lsf-richtext__container')!;
    window.getSelection()!.selectAllChildren(container);
    const asked = oneEvent(window, 'contextmenu');
    await rightClick(onText(text, 0, 3));
    expect((await asked).defaultPrevented).to.be.false;
  });

  for (const key of ['Shift+F10', 'ContextMenu']) {
    it(`opens by ${key} on the selected region, near the focus`, async () => {
      const {host, stage, select, items, opens, chosen} = await setup();
      host.operators.register({
        name: 'Grow',
        placements: ['context-menu'],
        execute: () => ({success: true, message: ''}),
      });
      stage.scrollIntoView({block: 'center'});
      stage.focus();
      select('car');
      await sendKeys({press: key});
      expect(await opens()).to.deep.equal(['Note', 'Grow']);
      const {left, top} = items()[0]!.getBoundingClientRect();
      const frame = stage.getBoundingClientRect();
      expect(left).to.be.within(frame.left - 1, frame.right);
      expect(top).to.be.within(frame.top - 1, frame.bottom + 16);
      await sendKeys({press: 'Escape'});
      expect(document.activeElement).to.equal(stage);
      await sendKeys({press: key});
      await opens();
      await sendKeys({press: 'Enter'});
      expect(chosen).to.deep.equal(['car']);
    });
  }

  it('is the browser’s own by keyboard without a selection', async () => {
    const {stage, items} = await setup();
    stage.focus();
    const asked = oneEvent(window, 'contextmenu');
    await sendKeys({press: 'Shift+F10'});
    expect((await asked).defaultPrevented).to.be.false;
    expect(items()).to.be.empty;
  });

  describe('by touch', () => {
    const timers = {held: holdTimers(LONG_PRESS_MS)};
    timers.held.restore();

    beforeEach(() => {
      timers.held = holdTimers(LONG_PRESS_MS);
    });

    afterEach(() => {
      timers.held.restore();
    });

    it('opens when a finger rests, whose press moves nothing', async () => {
      const {stage, selection, opens, geometry} = await setup();
      const before = geometry('car');
      const at = onStage(stage, 25, 25);
      touch(stage, 'pointerdown', at);
      timers.held.fire();
      await opens();
      expect(selection()).to.deep.equal(['car']);
      touch(stage, 'pointermove', {x: at.x + 60, y: at.y + 40});
      touch(stage, 'pointerup', {x: at.x + 60, y: at.y + 40});
      expect(geometry('car')).to.deep.equal(before);
      expect(selection()).to.deep.equal(['car']);
      await sendKeys({press: 'Escape'});
    });

    it('keeps the browser from opening its own on top', async () => {
      const {stage, opens} = await setup();
      const at = onStage(stage, 25, 25);
      touch(stage, 'pointerdown', at);
      timers.held.fire();
      await opens();
      const asked = oneEvent(window, 'contextmenu');
      touch(stage, 'contextmenu', at);
      expect((await asked).defaultPrevented).to.be.true;
      touch(stage, 'pointerup', at);
      const lifted = [1, 2].map(
        () => new TouchEvent('touchend', {bubbles: true, cancelable: true}),
      );
      for (const event of lifted) stage.dispatchEvent(event);
      expect(lifted.map(({defaultPrevented}) => defaultPrevented)) //
        .to.deep.equal([true, false]);
      await sendKeys({press: 'Escape'});
    });

    it('opens once where the browser asks for it by itself', async () => {
      const {stage, opens} = await setup();
      const at = onStage(stage, 25, 25);
      touch(stage, 'pointerdown', at);
      touch(stage, 'contextmenu', at);
      await opens();
      expect(timers.held.count).to.equal(0);
      touch(stage, 'pointerup', at);
      await sendKeys({press: 'Escape'});
    });

    it('stays closed for a finger that moves, lifts or is not alone', async () => {
      const {stage, items} = await setup();
      const at = onStage(stage, 25, 25);
      touch(stage, 'pointerdown', at);
      touch(stage, 'pointermove', {x: at.x + 20, y: at.y});
      expect(timers.held.count).to.equal(0);
      touch(stage, 'pointerup', at);
      touch(stage, 'pointerdown', at);
      touch(stage, 'pointerup', at);
      expect(timers.held.count).to.equal(0);
      touch(stage, 'pointerdown', at);
      touch(stage, 'pointerdown', at, false);
      expect(timers.held.count).to.equal(0);
      expect(items()).to.be.empty;
    });

    it('leaves a finger on a text to the browser, which selects', async () => {
      const {text, items} = await setup();
      const at = onText(text, 0, 3);
      touch(text, 'pointerdown', at);
      timers.held.fire();
      const asked = oneEvent(window, 'contextmenu');
      touch(text, 'contextmenu', at);
      expect((await asked).defaultPrevented).to.be.false;
      touch(text, 'pointerup', at);
      expect(items()).to.be.empty;
    });

    it('forgets the finger when the host leaves the page', async () => {
      const {host, stage} = await setup();
      touch(stage, 'pointerdown', onStage(stage, 25, 25));
      expect(timers.held.count).to.equal(1);
      host.remove();
      expect(timers.held.count).to.equal(0);
    });
  });
});
