import {expect} from '@open-wc/testing';
import {sendKeys, sendMouse} from '@web/test-runner-commands';

import {until} from '@ls-annotation/testing';

import {PluginRuntime} from '../runtime/plugin-runtime.js';

import {
  LEAVING_ATTEMPTS,
  NAVIGATION_ATTEMPTS,
  NETWORK_ATTEMPTS,
  PAGE_ATTEMPTS,
  STATE_ATTEMPTS,
  STORAGE_ATTEMPTS,
  UI_ATTEMPTS,
} from './testing/escape-attempts.js';
import type {EscapeAttempt} from './testing/escape-attempts.js';
import {createSession, sandboxSetup} from './testing/sandbox-setup.js';

/** Everything outside a plugin that it must not have touched. */
function traces() {
  return {
    title: document.title,
    address: location.href,
    cookie: document.cookie,
    stored: Object.entries(localStorage),
    global: (globalThis as {lsEscaped?: unknown}).lsEscaped,
    fullscreen: document.fullscreenElement,
    locked: document.pointerLockElement,
    children: document.body.children.length,
  };
}

async function requests(): Promise<unknown> {
  return (await fetch('/__requests__/')).json();
}

/** Has a plugin try something; returns what it says came of it. */
async function attempt({code, permissions = [], slot}: EscapeAttempt) {
  const setup = await sandboxSetup({
    permissions: ['modal', ...permissions],
    ...(slot ? {slot} : {}),
    code: `
      let outcome = 'kept from it';
      try {
        const result = await (async () => { ${code} })();
        if (result) outcome = 'succeeded: ' + String(result);
      } catch (error) {
        outcome = 'kept from it';
      }
      Htx.showModal(outcome);`,
  });
  return {...setup, outcome: setup.modals.at(-1)?.message};
}

const TABLES = {
  'the page': PAGE_ATTEMPTS,
  navigation: NAVIGATION_ATTEMPTS,
  storage: STORAGE_ATTEMPTS,
  'the network': NETWORK_ATTEMPTS,
  'the person': UI_ATTEMPTS,
  'the annotation': STATE_ATTEMPTS,
};

describe('a sandboxed plugin that tries to escape', () => {
  for (const [where, attempts] of Object.entries(TABLES)) {
    describe(`to ${where}`, () => {
      for (const one of attempts) {
        it(`cannot ${one.what}`, async () => {
          const before = traces();
          const {outcome, session, close} = await attempt(one);
          const after = session.serialize();
          const {selection, session: inHand} = session.annotation!.state;
          const annotations = session.store.state.order;
          close();
          expect(outcome).to.equal('kept from it');
          expect(traces()).to.deep.equal(before);
          const untouched = createSession();
          expect(after).to.deep.equal(untouched.serialize());
          expect(selection).to.deep.equal([]);
          expect(inHand).to.deep.equal(untouched.annotation!.state.session);
          expect(annotations).to.have.length(2);
          untouched.close();
        });
      }
    });
  }

  describe('by leaving its document', () => {
    for (const {what, ...source} of LEAVING_ATTEMPTS) {
      it(`cannot ${what}, and is stopped`, async () => {
        const {reported, frame, close} = await sandboxSetup(source);
        const error = await reported('plugin/protocol');
        expect(error.message).to.contain('left its document');
        expect(frame()).to.equal(null);
        close();
      });
    }
  });

  describe('by what it declares', () => {
    it('gets no permission but those of the page', async () => {
      const {session, errors, close} = await sandboxSetup({
        type: 'module',
        code: `export default {
          id: 'ambitious',
          permissions: ['write', 'submit'],
          manifest: {permissions: ['write']},
          activate({lsi}) { lsi.annotation.deleteRegion(lsi.regions[0]); },
        }`,
      });
      expect(session.annotation!.regions).to.have.length(2);
      expect(
        errors.map(({cause}) => (cause as {code?: string}).code),
      ).to.include('plugin/permission');
      close();
    });

    for (const permission of [
      '*',
      'admin',
      'write:*',
      'network:',
      'network:*',
      'network:*.',
      'network:https://*',
      "network:evil.example; script-src 'unsafe-inline'",
      "network:'self'",
      'network:data:',
      'network:evil.example *',
    ]) {
      it(`cannot be given "${permission}"`, async () => {
        const {errors, frame, close} = await sandboxSetup({
          code: '',
          permissions: [permission],
        });
        expect(errors).to.have.length(1);
        expect(errors[0]!.cause).to.have.property('code', 'plugin/source');
        expect(frame()).to.equal(null);
        close();
      });
    }

    it('cannot run where it was imported by the page', async () => {
      const session = createSession();
      const runtime = new PluginRuntime(session);
      const codes: unknown[] = [];
      runtime.errors$.subscribe(({cause}) =>
        codes.push((cause as {code?: string}).code),
      );
      let ran = false;
      runtime.setSources([
        {
          sandbox: true,
          definition: {
            id: 'x',
            activate: () => {
              ran = true;
            },
          },
        },
      ]);
      await runtime.run(session.scope!);
      expect(codes).to.deep.equal(['plugin/source']);
      expect(ran).to.equal(false);
      runtime.close();
      session.close();
    });
  });

  describe('by insisting', () => {
    it('cannot show messages without end', async () => {
      const {modals, close} = await sandboxSetup({
        permissions: ['modal'],
        code: `for (let i = 0; i < 100; i++) Htx.showModal('spam ' + i)`,
      });
      expect(modals).to.have.length(5);
      close();
    });

    it('cannot flood the page with messages', async () => {
      const {reported, frame, close} = await sandboxSetup({
        permissions: ['modal'],
        code: `setTimeout(() => { for (let i = 0; i < 20000; i++) LSI.on('e' + i, () => {}) })`,
      });
      await reported('plugin/protocol');
      expect(frame()).to.equal(null);
      close();
    });

    it('does nothing any more once its display has closed', async () => {
      const {session, modals, close} = await sandboxSetup({
        permissions: ['modal', 'write'],
        code: `setInterval(() => {
          Htx.showModal('late');
          LSI.annotation.deleteRegion(LSI.regions[0]);
        }, 1)`,
      });
      const {annotation} = session;
      session.hide();
      const before = [modals.length, annotation!.regions.length];
      await sandboxSetup({code: ''}).then((other) => {
        other.close();
      });
      expect([modals.length, annotation!.regions.length]).to.deep.equal(before);
      close();
    });
  });

  describe('by covering the page', () => {
    it('has no more room than its slot gives', async () => {
      const {frame, close} = await sandboxSetup({
        slot: 'panel',
        code: `document.body.innerHTML =
          '<div style="position:fixed;inset:-999px;block-size:9999px;inline-size:9999px;z-index:2147483647">x</div>' +
          '<div style="block-size:99999px">x</div>';
          await new Promise((resolve) => setTimeout(resolve, 20))`,
      });
      const {height, width} = frame()!.getBoundingClientRect();
      expect(height).to.equal(480);
      expect(width).to.be.at.most(document.body.clientWidth);
      // It stands in a box of its size in the flow, and is cut off there.
      let box: Element = frame()!.parentElement!;
      while (box.parentElement?.contains(frame())) {
        if (getComputedStyle(box).overflow === 'clip') break;
        box = box.parentElement;
      }
      expect(getComputedStyle(box).position).to.equal('relative');
      expect(box.getBoundingClientRect().toJSON()).to.deep.equal(
        frame()!.getBoundingClientRect().toJSON(),
      );
      expect(box.parentElement!.scrollHeight).to.equal(480);
      close();
    });

    it('has no room while it shows nothing', async () => {
      const {frame, close} = await sandboxSetup({slot: 'panel', code: ''});
      expect(frame()!.getBoundingClientRect().height).to.equal(0);
      expect(getComputedStyle(frame()!).visibility).to.equal('hidden');
      expect(frame()!.inert).to.equal(true);
      close();
    });
  });

  describe('by what reaches beyond its frame', () => {
    const shown = (code: string) =>
      sandboxSetup({
        slot: 'status',
        permissions: ['modal'],
        code: `document.body.innerHTML = '<p>x</p><input autofocus>';
          ${code}
          Htx.showModal('done')`,
      });

    it('does not go back in the history of the page', async () => {
      const before = location.href;
      history.pushState(null, '', '#later');
      const {modals, close} = await shown(`
        history.back(); history.go(-1); navigation.back?.().finished
          .catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, 100));`);
      expect(modals).to.have.length(1);
      expect(location.hash).to.equal('#later');
      close();
      history.replaceState(null, '', before);
    });

    it('does not talk to another plugin behind the page', async () => {
      const code = `
        let heard = 'nothing';
        const channel = new BroadcastChannel('ls-both');
        channel.onmessage = ({data}) => { heard = data; };
        channel.postMessage('$');
        LSI.on('told', () => Htx.showModal(heard));`;
      const permissions = ['modal'];
      const one = await sandboxSetup({
        id: 'one',
        permissions,
        code: code.replace('$', 'from one'),
      });
      const other = await sandboxSetup({
        id: 'other',
        permissions,
        code: code.replace('$', 'from the other'),
      });
      for (const {session} of [one, other]) {
        void session.events.invoke<string>('told');
      }
      const messages = () => [...one.modals, ...other.modals];
      await until(() => messages().length === 2);
      expect(messages().map(({message}) => message)).to.deep.equal([
        'nothing',
        'nothing',
      ]);
      one.close();
      other.close();
    });
  });

  describe('by taking the focus', () => {
    it('gives it back to where the person had it', async () => {
      const input = document.createElement('input');
      document.body.append(input);
      input.focus();
      const {reported, close} = await sandboxSetup({
        slot: 'panel',
        code: `const own = document.createElement('input');
          document.body.append(own);
          own.focus();`,
      });
      const {cause} = await reported('plugin/permission');
      expect(cause).to.have.property('action', 'take the focus');
      await sendKeys({type: 'mine'});
      expect(input.value).to.equal('mine');
      close();
      input.remove();
    });

    it('keeps the focus that a person gives it', async () => {
      const {frame, errors, modals, close} = await sandboxSetup({
        slot: 'panel',
        permissions: ['modal'],
        code: `const own = document.body.appendChild(
            document.createElement('input'));
          own.style.cssText = 'display:block;inline-size:90%;block-size:40px';
          own.onfocus = () => Htx.showModal('focus');
          own.oninput = () => Htx.showModal(own.value);`,
      });
      const nextFrame = () => new Promise(requestAnimationFrame);
      while (frame()!.getBoundingClientRect().height < 40) await nextFrame();
      // A click before the frame has been painted falls on the page behind it.
      while (modals.length === 0) {
        const {left, top} = frame()!.getBoundingClientRect();
        const position: [number, number] = [
          Math.round(left) + 20,
          Math.round(top) + 20,
        ];
        await sendMouse({type: 'click', position});
        for (let frames = 0; frames < 20; frames += 1) await nextFrame();
      }
      expect(document.activeElement).to.equal(frame());
      await sendKeys({press: 'y'});
      while (modals.length === 1) await nextFrame();
      expect(modals[1]!.message).to.equal('y');
      expect(errors).to.deep.equal([]);
      close();
    });
  });

  it('has not asked the server for anything', async () => {
    expect(await requests()).to.deep.equal([]);
    const {modals, close} = await sandboxSetup({
      permissions: ['modal', 'network:localhost:' + location.port],
      code: `const response = await fetch('${location.origin}/__requests__/allowed');
        Htx.showModal(String(response.ok))`,
    });
    expect(modals.map(({message}) => message)).to.deep.equal(['true']);
    expect(await requests()).to.deep.equal(['allowed']);
    close();
  });
});
