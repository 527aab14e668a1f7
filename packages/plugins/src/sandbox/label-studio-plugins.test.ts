import {expect} from '@open-wc/testing';

import {integrityOf} from '../load/integrity.js';

import {sandboxSetup, span} from './testing/sandbox-setup.js';

const LIBRARY = '/packages/plugins/fixtures/spelling.js';

function answer(text: string) {
  return {
    id: 'answer',
    from_name: 'textarea',
    to_name: 'text',
    type: 'textarea',
    value: {text: [text]},
  };
}

/** A span with a text of its own. */
function comment(id: string, text: string) {
  return [
    span(id, 0, 5),
    {
      id,
      from_name: 'comment',
      to_name: 'text',
      type: 'textarea',
      value: {start: 0, end: 5, text: [text]},
    },
  ];
}

/** Plugins as people write them for Label Studio, and what they refuse. */
const ROWS: readonly {
  readonly what: string;
  readonly code: string;
  readonly permissions?: readonly string[];
  readonly bad: readonly object[];
  readonly good: readonly object[];
  readonly says: string;
  readonly selects?: readonly string[];
}[] = [
  {
    what: 'counts words, in sloppy mode',
    code: `
      let refused = 0;
      LSI.on('beforeSaveAnnotation', (store, annotation) => {
        const found = annotation.results.find(
          (result) => result.type === 'textarea' &&
            result.from_name.name === 'textarea');
        if (!found) return true;
        total = found.value.text[0].split(' ').length;
        if (total <= 3) return true;
        refused += 1;
        Htx.showModal('Too many words: ' + total);
        return false;
      });`,
    bad: [answer('one two three four')],
    good: [answer('one two three')],
    says: 'Too many words: 4',
  },
  {
    what: 'refuses overlapping spans',
    code: `
      LSI.on('beforeSaveAnnotation', () => {
        const spans = Htx.annotationStore.selected.regions
          .filter(({type, startOffset}) =>
            type === 'richtextregion' && typeof startOffset === 'number')
          .sort((a, b) => a.startOffset - b.startOffset);
        const pair = spans.findIndex((one, index) =>
          one.endOffset > (spans[index + 1]?.startOffset ?? Infinity));
        if (pair === -1) return true;
        Htx.showModal('Overlap at ' + spans[pair + 1].startOffset, 'error');
        return false;
      });`,
    bad: [span('a', 0, 5), span('b', 3, 8)],
    good: [span('a', 0, 5), span('b', 5, 8)],
    says: 'Overlap at 3',
  },
  {
    what: 'refuses what is no JSON',
    code: `
      LSI.on('beforeSaveAnnotation', (store, annotation) => {
        const found = annotation.results.find(
          ({from_name}) => from_name.name === 'textarea');
        try { if (found) JSON.parse(found.value.text[0]); } catch {
          Htx.showModal('No JSON', 'error');
          return false;
        }
        return true;
      });`,
    bad: [answer('{bad')],
    good: [answer('{"a": 1}')],
    says: 'No JSON',
  },
  {
    what: 'selects the region that it complains about',
    code: `
      LSI.on('beforeSaveAnnotation', (store, annotation) => {
        const found = annotation.results.find((result) =>
          result.type === 'textarea' &&
          result.value.text.some((text) => text.includes('rude')));
        if (!found) return true;
        if (!found.area.classification) annotation.selectArea(found.area);
        Htx.showModal('Be kind', 'error');
        return false;
      });`,
    bad: comment('a', 'a rude word'),
    good: comment('a', 'a kind word'),
    says: 'Be kind',
    selects: ['a'],
  },
  {
    what: 'checks spelling with a library, after an await',
    code: `
      await LSI.import('${LIBRARY}', 'INTEGRITY');
      const spelling = new Spelling(['hello', 'world']);
      LSI.on('beforeSaveAnnotation', async (store, annotation) => {
        const words = annotation.results
          .filter(({type}) => type === 'textarea')
          .flatMap((result) => result.value.text)
          .flatMap((text) => text.match(/\\w+/g) ?? []);
        const wrong = words.filter((word) => !spelling.check(word));
        if (wrong.length === 0) return true;
        Htx.showModal('Misspelled: ' + wrong.join(', '), 'error');
        return false;
      });`,
    permissions: [`network:${location.origin}`],
    bad: [answer('hello wrold')],
    good: [answer('hello world')],
    says: 'Misspelled: wrold',
  },
];

async function integrity(): Promise<string> {
  const bytes = await (await fetch(LIBRARY)).arrayBuffer();
  return integrityOf(bytes, 'sha384');
}

describe('a plugin of Label Studio, in a sandbox', () => {
  for (const row of ROWS) {
    it(`${row.what}, as it does without one`, async () => {
      const code = row.code.replace('INTEGRITY', await integrity());
      const permissions = ['veto', 'modal', ...(row.permissions ?? [])];
      const bad = await sandboxSetup({code, permissions, result: row.bad});
      expect(bad.errors.map(({message}) => message)).to.deep.equal([]);
      expect(await bad.session.submit()).to.equal(false);
      expect(bad.modals.map(({message}) => message)).to.deep.equal([row.says]);
      const selected = bad.session.annotation!.selectedRegions;
      expect(selected.map(({cleanId}) => cleanId)).to.deep.equal(
        row.selects ?? [],
      );
      bad.close();
      const good = await sandboxSetup({code, permissions, result: row.good});
      expect(await good.session.submit()).to.equal(true);
      expect(good.modals).to.deep.equal([]);
      good.close();
    });
  }

  it('does not run a library that is not the one it names', async () => {
    const {errors, close} = await sandboxSetup({
      code: `await LSI.import('${LIBRARY}', 'sha384-${'A'.repeat(64)}')`,
      permissions: [`network:${location.origin}`],
    });
    expect(errors).to.have.length(1);
    expect(errors[0]!.cause).to.have.property('code', 'lsi/import-failed');
    close();
  });

  it('asks relative addresses as the page would', async () => {
    const {modals, errors, close} = await sandboxSetup({
      code: `
        const response = await fetch('${LIBRARY}');
        const request = new XMLHttpRequest();
        request.open('GET', '${LIBRARY}', false);
        request.send();
        Htx.showModal((await response.text() === request.responseText) +
          request.responseText.slice(0, 2));`,
      permissions: ['modal', `network:${location.origin}`],
    });
    expect(errors.map(({message}) => message)).to.deep.equal([]);
    expect(modals[0]!.message).to.equal('true/*');
    close();
  });
});
