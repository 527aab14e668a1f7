import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {clickOn} from '../testing/click-on.js';
import {closeSurfaces, renderSurface} from '../testing/render-surface.js';

import {linkModeOf} from './link-mode.js';

function span(id: string, start: number, end: number, label: string) {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start, end, text: 'Ada', labels: [label]},
  };
}

async function setup() {
  const surface = await renderSurface(
    `<View><Labels name="label" toName="text"><Label value="PER"/><Label value="ORG"/></Labels>
      <Text name="text" value="Ada and Acme"/></View>`,
    {
      task: {
        data: {},
        annotations: [
          {id: 1, result: [span('a', 0, 3, 'PER'), span('b', 8, 12, 'ORG')]},
        ],
      },
    },
  );
  const {session} = surface;
  const relations = () =>
    surface
      .results()
      .filter(({type}) => type === 'relation')
      .map(({from_id, to_id}) => [from_id, to_id]);
  const bar = () => surface.findAll('.lsf-linking')[0]?.textContent;
  const clickText = async (offset: number) => {
    const line = surface.find('.lsf-richtext__line').firstChild!;
    const range = new Range();
    range.setStart(line, offset);
    range.setEnd(line, offset + 1);
    const {left, top, width, height} = range.getBoundingClientRect();
    await sendMouse({
      type: 'click',
      position: [Math.round(left + width / 2), Math.round(top + height / 2)],
    });
  };
  return {...surface, relations, bar, clickText, link: linkModeOf(session)};
}

describe('linking regions', () => {
  afterEach(closeSurfaces);

  it('links the selected region with the one that is clicked after alt+r', async () => {
    const {clickText, relations, bar, editor, results} = await setup();
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    expect(bar()).to.contain('Choose the region to link PER “Ada” with.');
    await expect(editor).to.be.accessible();
    await clickText(9);
    expect(relations()).to.deep.equal([['a', 'b']]);
    expect(bar()).to.equal(undefined);
    expect(results().at(-1)).to.deep.equal({
      type: 'relation',
      from_id: 'a',
      to_id: 'b',
      direction: 'right',
    });
  });

  it('asks for Enter when the other region is passed by with keys', async () => {
    const {session, relations, bar, host} = await setup();
    session.actions.selectRegion('a');
    host.tabIndex = 0;
    host.focus();
    await sendKeys({press: 'Alt+r'});
    await sendKeys({press: 'ArrowDown'});
    session.actions.selectRegion('b');
    expect(bar()).to.contain('Enter links PER “Ada” with ORG');
    expect(relations()).to.deep.equal([]);
    await sendKeys({press: 'Enter'});
    expect(relations()).to.deep.equal([['a', 'b']]);
  });

  it('ends with Escape, which lets go of nothing else', async () => {
    const {clickText, relations, bar, state} = await setup();
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    await sendKeys({press: 'Escape'});
    expect(bar()).to.equal(undefined);
    expect(state().selection).to.deep.equal(['a']);
    await clickText(9);
    expect(relations()).to.deep.equal([]);
  });

  it('ends with its button', async () => {
    const {clickText, bar, find} = await setup();
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    await clickOn(find('.lsf-linking button'));
    expect(bar()).to.equal(undefined);
  });

  it('does not begin without a selected region, or in a prediction', async () => {
    const {session, bar, clickText} = await setup();
    await sendKeys({press: 'Alt+r'});
    expect(bar()).to.equal(undefined);
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    expect(bar()).to.equal(undefined);
  });

  it('ends when its first region goes, and with the display', async () => {
    const {session, bar, clickText, link} = await setup();
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    session.actions.deleteRegion('a');
    expect(bar()).to.equal(undefined);
    await clickText(9);
    await sendKeys({press: 'Alt+r'});
    expect(link.state).not.to.equal(null);
    session.createAnnotation();
    await until(() => link.state === null);
  });

  it('is linking mode to plugins, which may begin it and end it', async () => {
    const {session, bar, clickText, relations} = await setup();
    const annotation = session.annotation!;
    annotation.startRelationMode(annotation.areas.get('b')!);
    expect(bar()).to.contain('Choose the region to link ORG');
    annotation.stopRelationMode();
    expect(bar()).to.equal(undefined);
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    expect(annotation.isLinkingMode).to.equal(true);
    await clickText(9);
    expect(annotation.isLinkingMode).to.equal(false);
    expect(relations()).to.deep.equal([['a', 'b']]);
  });

  it('is one step to undo', async () => {
    const {clickText, relations, session} = await setup();
    await clickText(1);
    await sendKeys({press: 'Alt+r'});
    await clickText(9);
    session.undo();
    expect(relations()).to.deep.equal([]);
    session.redo();
    expect(relations()).to.deep.equal([['a', 'b']]);
  });
});
