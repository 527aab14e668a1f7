import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import type {ResultJson} from '@ls-annotation/core';
import {labelingSession} from '@ls-annotation/testing';

import '../define/relation-list.js';
import {ensureTokens} from '../operator-form/ensure-tokens.js';
import {clickOn} from '../surfaces/testing/click-on.js';
import {linkModeOf} from '../surfaces/relations/link-mode.js';

const TAGS = `<Relations choice="single">
  <Relation value="is a" background="red"/><Relation value="knows"/>
</Relations>`;

function span(id: string, label: string) {
  return {
    id,
    from_name: 'label',
    to_name: 'text',
    type: 'labels',
    value: {start: 0, end: 3, text: `Text of ${id}`, labels: [label]},
  };
}

const RELATION = {
  type: 'relation',
  from_id: 'a',
  to_id: 'b',
  direction: 'right',
  labels: ['old'],
};

interface Setup {
  readonly tags?: string;
  readonly relations?: readonly ResultJson[];
  readonly regions?: readonly string[];
}

async function setup({
  tags = TAGS,
  relations = [RELATION],
  regions = ['a', 'b', 'c'],
}: Setup = {}) {
  const {session} = labelingSession({
    xml: `<View>${tags}<Labels name="label" toName="text"><Label value="PER"/></Labels><Text name="text" value="$t"/></View>`,
    task: {
      id: 1,
      data: {t: 'Ada met Bob.'},
      annotations: [
        {
          id: 1,
          result: [...regions.map((id) => span(id, 'PER')), ...relations],
        },
      ],
    },
  });
  const list = document.createElement('ls-relation-list');
  const {annotationId} = session.scope!;
  Object.assign(list, {session, annotationId});
  document.body.append(list);
  ensureTokens(list);
  await list.updateComplete;
  const root = list.shadowRoot!;
  const rows = () => [...root.querySelectorAll('li')];
  const button = (name: string) =>
    [...root.querySelectorAll('button')].find(
      (item) => (item.ariaLabel ?? item.textContent.trim()) === name,
    )!;
  const click = async (name: string) => {
    await clickOn(button(name));
    await list.updateComplete;
  };
  const relation = () =>
    session.serialize().find(({type}) => type === 'relation');
  const state = () => session.store.annotation(annotationId);
  return {session, list, root, rows, button, click, relation, state};
}

describe('<ls-relation-list>', () => {
  afterEach(() => {
    for (const list of document.querySelectorAll('ls-relation-list')) {
      list.remove();
    }
  });

  it('is accessible', async () => {
    const {list, click} = await setup();
    await expect(list).to.be.accessible();
    await click('Label…');
    await expect(list).to.be.accessible();
  });

  it('says what is linked, and goes out as it came in', async () => {
    const {rows, relation} = await setup();
    expect(rows().map((row) => row.innerText.split(/\s*\n\s*/))).to.deep.equal([
      ['PER', 'Text of a', '→', 'PER', 'Text of b', 'old', 'Label…'],
    ]);
    expect(relation()).to.deep.equal(RELATION);
  });

  it('is empty without relations, and absent when there is nothing to link', async () => {
    const {root} = await setup({relations: []});
    expect(root.textContent).to.contain('Select a region');
    const absent = await setup({tags: '', relations: [], regions: ['a']});
    expect(absent.root.querySelector('section')).to.equal(null);
    const two = await setup({tags: '', relations: []});
    expect(two.root.querySelector('section')).not.to.equal(null);
  });

  it('turns a relation round and round', async () => {
    const {click, relation} = await setup();
    await click('From the first to the second. Turn');
    expect(relation()?.direction).to.equal('left');
    await click('From the second to the first. Turn');
    expect(relation()?.direction).to.equal('bi');
    await click('In both directions. Turn');
    expect(relation()).to.deep.equal(RELATION);
  });

  it('labels a relation, with one label at most for choice="single"', async () => {
    const {click, relation, button} = await setup();
    await click('Label…');
    await click('is a');
    expect(button('is a').ariaPressed).to.equal('true');
    expect(relation()?.labels).to.deep.equal(['old', 'is a']);
    await click('knows');
    expect(relation()?.labels).to.deep.equal(['old', 'knows']);
    await click('knows');
    expect(relation()?.labels).to.deep.equal(['old']);
  });

  it('labels a relation with several labels by default', async () => {
    const {click, relation} = await setup({
      tags: TAGS.replace(' choice="single"', ''),
    });
    await click('Label…');
    await click('is a');
    await click('knows');
    expect(relation()?.labels).to.deep.equal(['old', 'is a', 'knows']);
  });

  it('removes a relation, and keeps the focus', async () => {
    const {button, list, relation, root, session} = await setup();
    button('Delete the relation of PER Text of a and PER Text of b').focus();
    await sendKeys({press: 'Enter'});
    await list.updateComplete;
    expect(relation()).to.equal(undefined);
    expect(root.activeElement?.localName).to.equal('section');
    session.undo();
    expect(relation()).to.deep.equal(RELATION);
  });

  it('is turned, labelled and deleted with the keyboard alone', async () => {
    const {button, list, relation, root} = await setup();
    const press = async (name: string, key: string): Promise<void> => {
      for (
        let at = 0;
        at < 20 && root.activeElement !== button(name);
        at += 1
      ) {
        await sendKeys({press: 'Tab'});
      }
      expect(root.activeElement, name).to.equal(button(name));
      await sendKeys({press: key});
      await list.updateComplete;
    };
    await press('From the first to the second. Turn', 'Enter');
    expect(relation()?.direction).to.equal('left');
    await press('Label…', 'Enter');
    await press('knows', 'Space');
    expect(relation()?.labels).to.deep.equal(['old', 'knows']);
    await press(
      'Delete the relation of PER Text of a and PER Text of b',
      'Space',
    );
    expect(relation()).to.equal(undefined);
  });

  it('selects the regions that it names', async () => {
    const {root, state} = await setup();
    await clickOn(root.querySelectorAll('.end')[1]!);
    expect(state().selection).to.deep.equal(['b']);
  });

  it('begins to link the selected region, and ends it', async () => {
    const {session, button, list, click} = await setup();
    expect(button('Link').disabled).to.equal(true);
    session.actions.selectRegion('c');
    await list.updateComplete;
    await click('Link');
    expect(linkModeOf(session).state?.fromId).to.equal('c');
    expect(button('Link').ariaPressed).to.equal('true');
    await click('Link');
    expect(linkModeOf(session).state).to.equal(null);
  });

  it('follows what plugins and undo do', async () => {
    const {session, rows, list} = await setup({relations: []});
    const {annotation} = session;
    const [a, b] = annotation!.regions;
    annotation!.relationStore.addRelation(a!, b!);
    await list.updateComplete;
    expect(rows()).to.have.length(1);
    session.undo();
    await list.updateComplete;
    expect(rows()).to.have.length(0);
  });

  it('goes with a region that is deleted', async () => {
    const {session, rows, list} = await setup();
    session.actions.deleteRegion('a');
    await list.updateComplete;
    expect(rows()).to.have.length(0);
  });

  it('cannot be changed in a prediction', async () => {
    const {session, root, list} = await setup();
    session.store.updateAnnotation(session.scope!.annotationId, (draft) => {
      draft.info.editable = false;
    });
    await list.updateComplete;
    const names = [...root.querySelectorAll('button')].map(
      ({className}) => className,
    );
    expect(names).to.deep.equal(['end', 'end']);
    await expect(list).to.be.accessible();
  });

  it('shows a hundred of many, and all on request', async () => {
    const regions = Array.from({length: 151}, (_, index) => `r${index}`);
    const relations = regions
      .slice(1)
      .map((id) => ({type: 'relation', from_id: 'r0', to_id: id}));
    const {rows, click} = await setup({relations, regions});
    expect(rows()).to.have.length(100);
    await click('Show all 150');
    expect(rows()).to.have.length(150);
  });

  it('is not drawn anew for a change that it does not show', async () => {
    const {session, list} = await setup();
    session.actions.setGeometry('c', {start: 1});
    expect(list.isUpdatePending).to.equal(false);
    session.actions.setLabels('a', 'label', []);
    expect(list.isUpdatePending).to.equal(true);
    list.remove();
    session.actions.removeRelation(
      session.annotation!.relationStore.relations[0]?.id ?? '',
    );
    await list.updateComplete;
    expect(list.isUpdatePending).to.equal(false);
  });
});
