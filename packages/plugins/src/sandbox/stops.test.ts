import {expect} from '@open-wc/testing';

import {until} from '@ls-annotation/testing';

import {sandboxSetup} from './testing/sandbox-setup.js';
import type {SandboxParts} from './testing/sandbox-setup.js';

const LOOP = 'for (;;);';

/**
 * Where a plugin may come to no end. It does so in its first display only, and
 * in a worker: a document would hold up those of other tests, with which the
 * browser has it share a process.
 */
const ROWS: readonly (Pick<SandboxParts, 'permissions'> & {
  readonly what: string;
  readonly code: string;
  /** Code of the error; when left out, that it does not answer. */
  readonly error?: string;
})[] = [
  {what: 'at its top level', code: LOOP},
  {what: 'after an await', code: `await null; ${LOOP}`},
  {what: 'in a timer', code: `setTimeout(() => { ${LOOP} })`},
  {what: 'in a handler', code: `LSI.on('told', () => { ${LOOP} })`},
  {
    what: 'in a handler of a save',
    code: `LSI.on('beforeSaveAnnotation', () => { ${LOOP} })`,
    permissions: ['veto'],
  },
  {
    what: 'in promises that follow each other',
    code: 'const again = () => Promise.resolve().then(again); void again();',
  },
  {
    what: 'in a message to itself',
    code: `const {port1, port2} = new MessageChannel();
      port1.onmessage = () => { ${LOOP} };
      port2.postMessage(1);`,
  },
  {
    what: 'in a getter of what it logs',
    code: `LSI.on('told', () => console.log({get x() { ${LOOP} }}))`,
  },
  {
    what: 'in a getter of what it writes',
    permissions: ['write'],
    code: `LSI.annotation.deserializeResults([{from_name: 'tone',
      to_name: 'text', type: 'choices', get value() { ${LOOP} }}]);`,
  },
  {what: 'in an expression', code: "/^(a+)+$/.test('a'.repeat(60) + 'b')"},
  {
    what: 'with 100,000 changes',
    permissions: ['write'],
    code: `for (let at = 0; at < 1e5; at += 1) {
        LSI.regions[0].setMetaText('change ' + at);
      }`,
    error: 'plugin/protocol',
  },
  {
    what: 'with changes that are large',
    permissions: ['write'],
    code: `for (let at = 0; at < 50; at += 1) {
        LSI.regions[0].setMetaText((at + 'x').repeat(1e6));
      }`,
    error: 'plugin/protocol',
  },
];

describe('a sandboxed plugin that comes to no end', () => {
  for (const [index, row] of ROWS.entries()) {
    const {what, code, error = 'plugin/unresponsive', ...source} = row;
    it(`is stopped ${what}, named, and may come back`, async () => {
      const id = `endless-${String(index)}`;
      const setup = await sandboxSetup({
        ...source,
        id,
        permissions: ['modal', 'storage', ...(source.permissions ?? [])],
        runtime: {silenceMs: 2000},
        code: `
          if (localStorage.getItem('ran')) {
            Htx.showModal('back');
            return;
          }
          localStorage.setItem('ran', '1');
          ${code}`,
      });
      const {session, runtime, reported, modals, frame, run, close} = setup;
      runtime.logs$.subscribe();
      void session.events.invoke<string>('told');
      const saving = what.includes('save') ? session.submit() : null;
      const {pluginId} = await reported(error);
      expect(pluginId).to.equal(id);
      expect(await saving).to.equal(saving ? false : null);
      expect(frame()).to.equal(null);
      expect(runtime.setAside).to.deep.equal([]);
      session.createAnnotation();
      await run();
      await until(() => modals.some(({message}) => message === 'back'));
      close();
      localStorage.removeItem(`ls-plugin:${id}:ran`);
    });
  }

  it('leaves a plugin in a worker beside it alone', async () => {
    const healthy = await sandboxSetup({
      permissions: ['modal'],
      code: "LSI.on('told', () => Htx.showModal('heard'))",
    });
    const {reported, close} = await sandboxSetup({
      runtime: {silenceMs: 2000},
      code: `setTimeout(() => { ${LOOP} })`,
    });
    void healthy.session.events.invoke<string>('told');
    await until(() => healthy.modals.length === 1);
    await reported('plugin/unresponsive');
    void healthy.session.events.invoke<string>('told');
    await until(() => healthy.modals.length === 2);
    expect(healthy.errors).to.deep.equal([]);
    healthy.close();
    close();
  });
});
