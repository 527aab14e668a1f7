import {expect} from '@open-wc/testing';

import {boxRegion, textRegion} from '@ls-annotation/testing';

import {emptyAnnotation} from '../format/read-annotation.js';

import {AnnotationStore} from './annotation-store.js';
import type {Commit} from './commit.js';
import {regionsOf, SHARD_SIZE} from './region-table.js';
import {replacesAnnotation, touchedRegions} from './touched-regions.js';

function setup() {
  const store = new AnnotationStore();
  store.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
  const commits: Commit[] = [];
  const subscription = store.changes$.subscribe((commit) => {
    commits.push(commit);
  });
  const ids = () =>
    [...regionsOf(store.annotation('a').regions)].map(({id}) => id);
  return {store, commits, subscription, ids, history: store.history('a')};
}

describe('AnnotationStore', () => {
  describe('insertRegion()', () => {
    it('fills in defaults and freezes what it stores', () => {
      const {store} = setup();
      const region = store.insertRegion('a', textRegion());
      expect(region.id).to.match(/^[A-Za-z0-9_-]{10}$/);
      expect(region.origin).to.equal('manual');
      expect(region.locked).to.equal(false);
      expect(() => {
        (region.geometry as {start: number}).start = 9;
      }).to.throw(TypeError);
    });

    it('keeps creation order across shards', () => {
      const {store, ids} = setup();
      const many = Array.from({length: SHARD_SIZE * 2 + 3}, (_, index) =>
        textRegion({id: `r${String(index)}`}),
      );
      store.insertRegions('a', many);
      expect(ids()).to.deep.equal(many.map(({id}) => id));
      expect(store.annotation('a').regions.size).to.equal(many.length);
    });

    it('refuses an id that is taken', () => {
      const {store} = setup();
      store.insertRegion('a', textRegion({id: 'r'}));
      expect(() => store.insertRegion('a', textRegion({id: 'r'})))
        .to.throw()
        .with.property('code', 'core/duplicate-region');
    });

    it('refuses two regions of the same id in one call', () => {
      const {store, ids} = setup();
      const twins = [textRegion({id: 'r'}), textRegion({id: 'r'})];
      expect(() => store.insertRegions('a', twins))
        .to.throw()
        .with.property('code', 'core/duplicate-region');
      expect(ids()).to.deep.equal([]);
    });

    it('refuses an annotation that is not there', () => {
      const {store} = setup();
      expect(() => store.insertRegion('b', textRegion()))
        .to.throw()
        .with.property('code', 'core/annotation-not-found');
    });
  });

  describe('updateRegion()', () => {
    it('changes that region and shares every other shard', () => {
      const {store} = setup();
      const many = Array.from({length: SHARD_SIZE * 2}, (_, index) =>
        textRegion({id: `r${String(index)}`}),
      );
      store.insertRegions('a', many);
      const before = store.annotation('a').regions.shards;
      store.updateRegion('a', 'r1', (draft) => {
        draft.hidden = true;
      });
      const after = store.annotation('a').regions.shards;
      expect(after[0]).not.to.equal(before[0]);
      expect(after[1]).to.equal(before[1]);
      expect(after[0]?.places[0]).to.equal(before[0]?.places[0]);
      expect(store.findRegion('a', 'r1')?.hidden).to.equal(true);
    });

    it('names the region, not its shard, in the patches', () => {
      const {store, commits} = setup();
      store.insertRegion('a', boxRegion({id: 'r'}));
      store.updateRegion('a', 'r', (draft) => {
        draft.geometry.x = 33;
      });
      expect(commits.at(-1)?.patches).to.deep.equal([
        {
          op: 'replace',
          path: ['annotations', 'a', 'regions', 'r', 'geometry', 'x'],
          value: 33,
        },
      ]);
      expect(commits.at(-1)?.inversePatches[0]?.value).to.equal(10);
    });

    it('makes no commit when nothing changes', () => {
      const {store, commits} = setup();
      store.insertRegion('a', boxRegion({id: 'r'}));
      store.updateRegion('a', 'r', (draft) => {
        draft.hidden = false;
      });
      expect(commits).to.have.length(1);
    });

    it('throws when the region is not there', () => {
      const {store} = setup();
      expect(() => {
        store.updateRegion('a', 'r', () => undefined);
      })
        .to.throw()
        .with.property('code', 'core/region-not-found');
    });
  });

  describe('removeRegion()', () => {
    it('answers false when the region is not there', () => {
      const {store, commits} = setup();
      expect(store.removeRegion('a', 'r')).to.equal(false);
      expect(commits).to.have.length(0);
    });
  });

  describe('history', () => {
    it('brings a removed region back to its place', () => {
      const {store, ids, history} = setup();
      store.insertRegions(
        'a',
        ['p', 'q', 'r'].map((id) => textRegion({id})),
      );
      store.removeRegion('a', 'q');
      expect(ids()).to.deep.equal(['p', 'r']);
      expect(history.undo()).to.equal(true);
      expect(ids()).to.deep.equal(['p', 'q', 'r']);
      expect(history.redo()).to.equal(true);
      expect(ids()).to.deep.equal(['p', 'r']);
    });

    it('forgets undone steps when something new is done', () => {
      const {store, ids, history} = setup();
      store.insertRegion('a', textRegion({id: 'p'}));
      history.undo();
      store.insertRegion('a', textRegion({id: 'q'}));
      expect(history.canRedo).to.equal(false);
      expect(ids()).to.deep.equal(['q']);
    });

    it('merges commits of one key into one step', () => {
      const {store, history} = setup();
      store.insertRegion('a', boxRegion({id: 'r'}));
      for (const x of [11, 12, 13]) {
        store.updateRegion(
          'a',
          'r',
          (draft) => {
            draft.geometry.x = x;
          },
          {mergeKey: 'drag-1'},
        );
      }
      expect(history.length).to.equal(2);
      history.undo();
      expect(store.findRegion('a', 'r')?.geometry.x).to.equal(10);
      history.redo();
      expect(store.findRegion('a', 'r')?.geometry.x).to.equal(13);
    });

    it('leaves loading, selection and session out', () => {
      const {store, history} = setup();
      store.insertRegion('a', textRegion({id: 'r'}), {origin: 'load'});
      store.updateAnnotation('a', (draft) => {
        draft.selection = ['r'];
        draft.session.typed.note = 'hello';
      });
      expect(history.canUndo).to.equal(false);
    });

    it('collects frozen steps into one', () => {
      const {store, ids, history} = setup();
      history.freeze('key');
      store.insertRegion('a', textRegion({id: 'p'}));
      store.insertRegion('a', textRegion({id: 'q'}));
      expect(history.canUndo).to.equal(false);
      history.unfreeze('key');
      expect(history.length).to.equal(1);
      history.undo();
      expect(ids()).to.deep.equal([]);
    });

    it('stops at a state where nothing has changed when it is recorded', () => {
      const {store, ids, history} = setup();
      store.insertRegion('a', textRegion({id: 'p'}));
      history.recordNow();
      expect(history.index).to.equal(2);
      history.undo();
      expect(ids()).to.deep.equal(['p']);
      history.undo();
      expect(ids()).to.deep.equal([]);
      history.redo();
      history.redo();
      expect(history).to.include({index: 2, canRedo: false});
      expect(ids()).to.deep.equal(['p']);
    });

    it('keeps each annotation apart', () => {
      const {store, history} = setup();
      store.insertAnnotation(emptyAnnotation({id: 'b'}), {origin: 'load'});
      store.insertRegion('b', textRegion());
      expect(history.canUndo).to.equal(false);
      expect(store.history('b').canUndo).to.equal(true);
    });

    it('says how to come back in the commit of an undo', () => {
      const {store, commits, history} = setup();
      store.insertRegion('a', textRegion({id: 'r'}));
      history.undo();
      const commit = commits.at(-1);
      expect(commit?.origin).to.equal('history');
      expect(commit?.patches.map(({op}) => op)).to.deep.equal(['remove']);
      expect(commit?.inversePatches.map(({op}) => op)).to.deep.equal(['add']);
    });

    it('survives an id that is deleted and used again', () => {
      const {store, ids, history} = setup();
      store.insertRegions(
        'a',
        ['p', 'q'].map((id) => textRegion({id})),
      );
      store.removeRegion('a', 'p');
      store.insertRegion('a', textRegion({id: 'p', labels: ['ORG']}));
      expect(ids()).to.deep.equal(['q', 'p']);
      history.undo();
      history.undo();
      expect(ids()).to.deep.equal(['p', 'q']);
      expect(store.findRegion('a', 'p')?.results[0]?.value).to.deep.equal([
        'PER',
      ]);
      history.redo();
      history.redo();
      expect(ids()).to.deep.equal(['q', 'p']);
      expect(store.findRegion('a', 'p')?.results[0]?.value).to.deep.equal([
        'ORG',
      ]);
    });
  });

  describe('follow()', () => {
    function followed() {
      const leader = new AnnotationStore();
      const follower = new AnnotationStore();
      leader.changes$.subscribe(({patches}) => {
        follower.follow(patches, {origin: 'load'});
      });
      leader.insertAnnotation(emptyAnnotation({id: 'a'}), {origin: 'load'});
      return {leader, follower};
    }

    it('makes every change of another store, one commit for one', () => {
      const {leader, follower} = followed();
      const commits: Commit[] = [];
      follower.changes$.subscribe((commit) => commits.push(commit));
      leader.insertRegions('a', [
        textRegion({id: 'one'}),
        textRegion({id: 'two'}),
      ]);
      leader.updateRegion('a', 'one', (draft) => {
        draft.geometry = {start: 4, end: 5};
        draft.locked = true;
      });
      leader.removeRegion('a', 'two');
      leader.updateAnnotation('a', (draft) => {
        draft.selection = ['one'];
        draft.session.typed.note = 'typed';
      });
      leader.update((draft) => {
        draft.selectedId = 'a';
        draft.order = ['a'];
      });
      expect(follower.state).to.deep.equal(leader.state);
      expect(commits).to.have.length(5);
    });

    it('puts a region that comes back where it stood', () => {
      const {leader, follower} = followed();
      leader.insertRegions('a', [
        textRegion({id: 'one'}),
        textRegion({id: 'two'}),
      ]);
      leader.removeRegion('a', 'one');
      leader.history('a').undo();
      expect(follower.state).to.deep.equal(leader.state);
      expect(follower.findRegion('a', 'one')?.ordinal).to.equal(0);
    });

    it('follows annotations that come and go', () => {
      const {leader, follower} = followed();
      leader.insertAnnotation(emptyAnnotation({id: 'b'}));
      leader.insertRegion('b', textRegion({id: 'one'}));
      leader.removeAnnotation('a');
      expect(follower.state).to.deep.equal(leader.state);
    });

    it('can be taken back', () => {
      const {follower} = followed();
      const before = follower.state;
      let inverse: Commit['inversePatches'] = [];
      follower.changes$.subscribe(({inversePatches}) => {
        inverse = inversePatches;
      });
      const [region] = [textRegion({id: 'one'})];
      follower.insertRegion('a', region);
      follower.follow(inverse, {origin: 'load'});
      expect([...regionsOf(follower.annotation('a').regions)]).to.deep.equal(
        [],
      );
      expect(before.annotations.a!.regions.size).to.equal(0);
    });

    it('passes over what is not there', () => {
      const {follower} = followed();
      follower.follow([
        {op: 'remove', path: ['annotations', 'a', 'regions', 'gone']},
        {op: 'replace', path: ['annotations', 'b', 'selection'], value: []},
        {op: 'remove', path: ['annotations', 'constructor']},
      ]);
      expect(Object.keys(follower.state.annotations)).to.deep.equal(['a']);
    });
  });

  describe('transact()', () => {
    it('makes one commit and one undo step', () => {
      const {store, commits, ids, history} = setup();
      store.transact({label: 'two', origin: 'operator'}, () => {
        store.insertRegion('a', textRegion({id: 'p'}));
        expect(ids()).to.deep.equal(['p']);
        store.insertRegion('a', textRegion({id: 'q'}));
      });
      expect(commits).to.have.length(1);
      expect(commits[0]?.origin).to.equal('operator');
      expect(history.undoLabel).to.equal('two');
      history.undo();
      expect(ids()).to.deep.equal([]);
    });

    it('takes everything back when the work throws', () => {
      const {store, commits, ids} = setup();
      store.insertRegion('a', textRegion({id: 'o'}));
      const failing = () =>
        store.transact({}, () => {
          store.insertRegion('a', textRegion({id: 'p'}));
          store.removeRegion('a', 'o');
          throw new RangeError('no');
        });
      expect(failing).to.throw(RangeError);
      expect(ids()).to.deep.equal(['o']);
      expect(commits).to.have.length(1);
      expect(store.findRegion('a', 'p')).to.equal(undefined);
      store.insertRegion('a', textRegion({id: 'q'}));
      expect(ids()).to.deep.equal(['o', 'q']);
    });

    it('joins the transaction it is called in', () => {
      const {store, commits} = setup();
      store.transact({label: 'outer'}, () => {
        store.transact({label: 'inner'}, () => {
          store.insertRegion('a', textRegion());
        });
      });
      expect(commits.map(({label}) => label)).to.deep.equal(['outer']);
    });

    it('says nothing when nothing changed', () => {
      const {store, commits} = setup();
      store.transact({}, () => undefined);
      expect(commits).to.have.length(0);
    });
  });

  describe('runAs()', () => {
    it('marks what is done before it returns', () => {
      const {store, commits} = setup();
      store.runAs('plugin', () => {
        store.insertRegion('a', textRegion());
      });
      store.insertRegion('a', textRegion());
      expect(commits.map(({origin}) => origin)).to.deep.equal([
        'plugin',
        'user',
      ]);
    });
  });

  describe('authorOf', () => {
    it('names who makes a change that does not say', () => {
      const {store, commits} = setup();
      store.insertRegion('a', textRegion());
      store.authorOf = (origin) => (origin === 'plugin' ? 'mine' : undefined);
      store.insertRegion('a', textRegion());
      store.insertRegion('a', textRegion(), {origin: 'plugin'});
      store.insertRegion('a', textRegion(), {
        origin: 'plugin',
        author: 'other',
      });
      expect(commits.map(({author}) => author)).to.deep.equal([
        undefined,
        undefined,
        'mine',
        'other',
      ]);
    });
  });

  describe('changes$', () => {
    it('delivers a commit made during delivery after it', () => {
      const {store} = setup();
      const seen: string[] = [];
      store.changes$.subscribe(({label}) => {
        if (label === 'first') {
          store.insertRegion('a', textRegion(), {label: 'second'});
        }
        seen.push(`one ${label}`);
      });
      store.changes$.subscribe(({label}) => {
        seen.push(`two ${label}`);
      });
      store.insertRegion('a', textRegion(), {label: 'first'});
      expect(seen).to.deep.equal([
        'one first',
        'two first',
        'one second',
        'two second',
      ]);
    });

    it('completes when the store is closed', () => {
      const {store, subscription} = setup();
      store.close();
      expect(subscription.closed).to.equal(true);
    });
  });

  describe('removeAnnotation()', () => {
    it('takes the annotation with its history away', () => {
      const {store, history} = setup();
      store.insertRegion('a', textRegion({id: 'r'}));
      expect(store.removeAnnotation('a')).to.equal(true);
      expect(store.findRegion('a', 'r')).to.equal(undefined);
      expect(() => store.history('a')).to.throw();
      store.insertAnnotation(emptyAnnotation({id: 'a'}));
      expect(store.history('a')).not.to.equal(history);
    });
  });
});

describe('touchedRegions()', () => {
  it('tells added, updated and removed regions apart', () => {
    const {store, commits} = setup();
    store.insertRegions(
      'a',
      ['p', 'q'].map((id) => textRegion({id})),
    );
    store.transact({}, () => {
      store.insertRegion('a', textRegion({id: 'r'}));
      store.updateRegion('a', 'r', (draft) => {
        draft.hidden = true;
      });
      store.updateRegion('a', 'p', (draft) => {
        draft.hidden = true;
      });
      store.removeRegion('a', 'q');
      store.insertRegion('a', textRegion({id: 'gone'}));
      store.removeRegion('a', 'gone');
    });
    expect(touchedRegions(commits.at(-1) as Commit, 'a')).to.deep.equal({
      added: ['r'],
      updated: ['p'],
      removed: ['q'],
    });
  });

  it('leaves other annotations out', () => {
    const {store, commits} = setup();
    store.insertRegion('a', textRegion());
    expect(touchedRegions(commits.at(-1) as Commit, 'b')).to.deep.equal({
      added: [],
      updated: [],
      removed: [],
    });
  });
});

describe('replacesAnnotation()', () => {
  it('tells an annotation that is put in place from one that changes', () => {
    const {store, commits} = setup();
    store.insertRegion('a', textRegion());
    expect(replacesAnnotation(commits.at(-1) as Commit, 'a')).to.be.false;
    store.removeAnnotation('a');
    store.insertAnnotation(emptyAnnotation({id: 'a'}));
    expect(replacesAnnotation(commits.at(-1) as Commit, 'a')).to.be.true;
    expect(replacesAnnotation(commits.at(-1) as Commit, 'b')).to.be.false;
  });
});
