import {expect} from '@open-wc/testing';
import {strToU8, zipSync} from 'fflate';

import {packDraft, readDraftFiles} from './draft-files.js';
import {EMPTY_DRAFT} from './plugin-draft.js';
import type {PluginDraft} from './plugin-draft.js';

function archive(files: Readonly<Record<string, string>>): File {
  const entries = Object.entries(files).map(([path, text]) => [
    path,
    strToU8(text),
  ]);
  const bytes = zipSync(
    Object.fromEntries(entries) as Record<string, Uint8Array>,
  );
  return new File([bytes.slice()], 'plugin.zip');
}

function packed(draft: PluginDraft): File {
  return new File([packDraft(draft).slice()], 'a.zip');
}

async function textsOf(...files: readonly File[]) {
  const read = await readDraftFiles(files);
  if (!read.ok) throw new Error(read.message);
  return read.texts;
}

async function messageOf(...files: readonly File[]): Promise<string> {
  const read = await readDraftFiles(files);
  return read.ok ? 'It was read.' : read.message;
}

const TASK = JSON.stringify({id: 1, data: {text: 'a'}}, null, 2);

describe('readDraftFiles()', () => {
  it('reads what packDraft() has written', async () => {
    const draft = {
      ...EMPTY_DRAFT,
      script: "// ö\nLSI.on('x', () => 1);",
      config: '<View/>',
      task: TASK,
    };
    expect(await textsOf(packed(draft))).to.deep.equal(draft);
  });

  it('reads how an exported plugin is run', async () => {
    const drafts: readonly Partial<PluginDraft>[] = [
      // What it would not be taken for by its source.
      {kind: 'script', script: '`\nexport `;'},
      {kind: 'module', script: '1;'},
      {sandbox: true, permissions: 'veto modal'},
      {kind: 'module', script: '1;', settings: '{"limit":5}'},
    ];
    for (const part of drafts) {
      const draft = {...EMPTY_DRAFT, script: '1;', task: TASK, ...part};
      expect(await textsOf(packed(draft))).to.deep.equal(draft);
    }
  });

  it('says what is wrong with a manifest, and takes no task from it', async () => {
    const cases = [
      ['{', 'is not JSON'],
      ['[]', 'is no object'],
      ['{"type": "worker"}', '“type” is "script" or "module"'],
      ['{"sandbox": 1}', '“sandbox” is true or false'],
      ['{"permissions": "veto"}', '“permissions” is a list'],
      ['{"settings": [1]}', '“settings” is an object'],
    ] as const;
    for (const [text, words] of cases) {
      const message = await messageOf(archive({'a/plugin.json': text}));
      expect(message).to.contain(`“plugin.json” ${words}`);
    }
    const texts = await textsOf(
      archive({'plugin.json': '{}', 'steps.json': '{}'}),
    );
    expect(texts).to.deep.equal({
      sandbox: false,
      permissions: '',
      settings: '',
    });
  });

  it('takes a file that ends with .mjs for a module', async () => {
    const texts = await textsOf(new File(['1;'], 'other.mjs'));
    expect(texts).to.deep.equal({script: '1;', kind: 'module'});
  });

  it('prefers the names of the repository, and what is further up', async () => {
    const texts = await textsOf(
      archive({
        '__MACOSX/plugin.js': 'mac',
        'a/lib/helper.js': 'helper',
        'a/plugin.js': 'wanted',
        'a/b/plugin.js': 'deeper',
        'a/.hidden.xml': 'hidden',
        'a/other.xml': '<View/>',
      }),
    );
    expect(texts.script).to.equal('wanted');
    expect(texts.config).to.equal('<View/>');
    expect(texts).not.to.have.property('task');
  });

  it('reads the files of a folder', async () => {
    const texts = await textsOf(
      new File(['export default {}'], 'plugin.js'),
      new File(['\uFEFF<View/>\r\n'], 'view.xml'),
    );
    expect(texts).to.deep.equal({
      script: 'export default {}',
      config: '<View/>',
      kind: 'module',
    });
  });

  for (const [what, value] of [
    ['a task', {id: 1, data: {text: 'a'}}],
    ['a task without an id', {data: {text: 'a'}}],
    ['bare data', {text: 'a'}],
    ['a list of tasks', [{data: {text: 'a'}}, {data: {text: 'b'}}]],
    ['a list of data', [{text: 'a'}]],
  ] as const) {
    it(`takes ${what} for a task`, async () => {
      const {task} = await textsOf(
        new File([JSON.stringify(value)], 'data.json'),
      );
      expect(JSON.parse(task!)).to.deep.equal({id: 1, data: {text: 'a'}});
    });
  }

  it('says what is wrong with what it cannot read', async () => {
    expect(await messageOf(new File(['x'], 'a.zip'))).to.contain('“a.zip”');
    const cut = await archive({'plugin.js': 'x'.repeat(1000)}).arrayBuffer();
    expect(await messageOf(new File([cut.slice(0, 60)], 'cut.zip'))).to.contain(
      'cannot be read as a zip',
    );
    expect(await messageOf(archive({'readme.md': ''}))).to.contain(
      'no plugin.js',
    );
    expect(await messageOf(new File(['{'], 'data.json'))).to.contain(
      '“data.json” is not JSON',
    );
    expect(await messageOf(new File(['7'], 'data.json'))).to.contain(
      'holds no task',
    );
  });

  it('unpacks no more than 20 MB', async () => {
    const much = 'x'.repeat(15_000_000);
    const bomb = archive({'a/plugin.js': much, 'b/plugin.js': much});
    expect(bomb.size).to.be.below(100_000);
    expect(await messageOf(bomb)).to.contain('more than 20 MB');
  });
});
