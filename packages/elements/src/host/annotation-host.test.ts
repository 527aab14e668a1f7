import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import '../define/annotation-host.js';
import {hostFixture, task} from './testing/host-fixture.js';
import {nextEvent} from './testing/next-event.js';

describe('<ls-annotation-host>', () => {
  describe('accessibility', () => {
    it('is accessible with a task', async () => {
      const {host} = await hostFixture();
      await expect(host).to.be.accessible();
      host.remove();
    });

    it('is accessible without a task', async () => {
      const {host} = await hostFixture({task: null});
      await expect(host).to.be.accessible();
      host.remove();
    });

    it('is accessible with a broken config', async () => {
      const {host} = await hostFixture({config: '<View><Text/></View>'});
      await expect(host).to.be.accessible();
      host.remove();
    });
  });

  describe('config and task', () => {
    it('shows the task in a light DOM child', async () => {
      const {host, editor} = await hostFixture();
      expect(editor()?.parentElement).to.equal(host);
      expect(editor()?.slot).to.equal('labeling');
      expect(editor()?.textContent).to.contain('Ada met Charles');
      expect(host.serialize()).to.have.length(3);
      host.remove();
    });

    it('makes an annotation for a task that has none', async () => {
      const {host} = await hostFixture({task: {id: 5, data: {text: 'x'}}});
      expect(host.store.state.order).to.have.length(1);
      expect(host.lsi.annotation?.pk).to.equal(null);
      expect(host.lsi.task).to.deep.equal({id: 5, data: {text: 'x'}});
      host.remove();
    });

    it('takes both from inline children, and follows their changes', async () => {
      const {host, editor} = await hostFixture({
        config: '',
        task: undefined as never,
        html: '',
      });
      host.remove();
      const inline = document.createElement('ls-annotation-host');
      inline.innerHTML = `
        <script type="application/xml"><View><Text name="t" value="$text"/></View></script>
        <script type="application/json">{"data": {"text": "Hello"}}</script>`;
      document.body.append(inline);
      await inline.displayed;
      expect(inline.querySelector('.lsf-editor')?.textContent).to.contain(
        'Hello',
      );
      inline.querySelector('[type="application/json"]')!.textContent =
        '{"data": {"text": "Goodbye"}}';
      await nextEvent(inline, 'ls-task-load');
      await inline.displayed;
      expect(inline.querySelector('.lsf-editor')?.textContent).to.contain(
        'Goodbye',
      );
      expect(editor()).to.equal(null);
      inline.remove();
    });

    it('fetches both from addresses', async () => {
      const host = document.createElement('ls-annotation-host');
      host.setAttribute(
        'config-src',
        'data:application/xml,<View><Text name="t" value="$text"/></View>',
      );
      host.setAttribute(
        'task-src',
        'data:application/json,[{"data": {"text": "First"}}, {"data": {}}]',
      );
      document.body.append(host);
      await host.displayed;
      expect(host.querySelector('.lsf-editor')?.textContent).to.contain(
        'First',
      );
      host.remove();
    });

    it('says that it is loading until they are there', async () => {
      const host = document.createElement('ls-annotation-host');
      host.taskSrc = 'data:application/json,{"data": {"text": "x"}}';
      host.config = '<View><Text name="t" value="$text"/></View>';
      document.body.append(host);
      await host.updateComplete;
      await host.updateComplete;
      const main = host.shadowRoot!.querySelector('[part="main"]');
      expect(main?.getAttribute('aria-busy')).to.equal('true');
      await host.displayed;
      expect(main?.getAttribute('aria-busy')).to.equal('false');
      host.remove();
    });
  });

  describe('errors of config and task', () => {
    it('lists what is wrong with a config, and what to do', async () => {
      const {host, find} = await hostFixture();
      setTimeout(() => {
        host.config =
          '<View><Text name="text" value="$text"/><Choices name="c" toName="x"/></View>';
      });
      const {error} = await nextEvent(host, 'ls-config-error');
      expect(error.code).to.equal('elements/config');
      await host.displayed;
      const view = find('ls-error-view').shadowRoot!;
      expect(view.textContent).to.contain('<Choices name="c" toName>');
      host.remove();
    });

    it('keeps what was annotated while a config is broken', async () => {
      const {host, editor} = await hostFixture();
      const {config} = host;
      host.session.actions.setClassification('tone', {choices: ['Good']});
      const before = host.serialize();
      host.config = '<View>';
      await host.displayed;
      expect(editor()).to.equal(null);
      host.config = config;
      await host.displayed;
      expect(host.serialize()).to.deep.equal(before);
      expect(editor()).not.to.equal(null);
      host.remove();
    });

    const ROWS = [
      {
        what: 'a task that is not there',
        set: {taskSrc: '/fixtures/nowhere.json'},
        event: 'ls-task-error',
        code: 'elements/source',
      },
      {
        what: 'a config that is not there',
        set: {configSrc: '/fixtures/nowhere.xml'},
        event: 'ls-config-error',
        code: 'elements/source',
      },
      {
        what: 'a page in the place of a task',
        set: {taskSrc: 'data:text/html,<!doctype html>'},
        event: 'ls-task-error',
        code: 'elements/source',
      },
      {
        what: 'a task that is not JSON',
        set: {taskSrc: 'data:application/json,{"data":'},
        event: 'ls-task-error',
        code: 'elements/task',
      },
      {
        what: 'a task that is no task',
        set: {task: {data: 5} as never},
        event: 'ls-task-error',
        code: 'elements/task',
      },
    ] as const;

    for (const {what, set, event, code} of ROWS) {
      it(`tells of ${what}`, async () => {
        const {host, has} = await hostFixture();
        setTimeout(() => Object.assign(host, set));
        const {error} = await nextEvent(host, event);
        expect(error).to.have.property('code', code);
        await host.displayed;
        expect(has('ls-error-view')).to.equal(true);
        host.remove();
      });
    }
  });

  describe('saving', () => {
    it('resolves to true and tells the page', async () => {
      const {host} = await hostFixture();
      const told = nextEvent(host, 'ls-annotation-update');
      expect(await host.submit()).to.equal(true);
      expect((await told).annotation).to.equal(host.lsi.annotation);
      host.remove();
    });

    it('updates under its own name, although Lit has one like it', async () => {
      const {host} = await hostFixture();
      const told = nextEvent(host, 'ls-annotation-update');
      expect(await host.update({why: 'test'})).to.equal(true);
      expect((await told).extra).to.deep.equal({why: 'test'});
      host.remove();
    });

    it('is refused by preventDefault()', async () => {
      const {host} = await hostFixture();
      host.addEventListener('ls-before-annotation-save', (event) => {
        event.preventDefault();
      });
      expect(await host.submit()).to.equal(false);
      host.remove();
    });

    it('waits for what waitUntil() is given', async () => {
      const {host} = await hostFixture();
      host.addEventListener('ls-before-annotation-save', (event) => {
        event.waitUntil(Promise.resolve(false));
      });
      expect(await host.submit()).to.equal(false);
      host.remove();
    });
  });

  describe('slots', () => {
    for (const slot of ['toolbar', 'panel', 'before', 'after', 'status']) {
      it(`shows what is put into "${slot}"`, async () => {
        const {host} = await hostFixture({
          html: `<button slot="${slot}">Mine</button>`,
        });
        const child = host.querySelector('button')!;
        expect(child.assignedSlot?.name).to.equal(slot);
        expect(child.getBoundingClientRect().height).to.be.greaterThan(0);
        host.remove();
      });
    }
  });

  describe('keyboard', () => {
    async function setup() {
      const parts = await hostFixture();
      parts.editor()?.querySelector<HTMLElement>('.lsf-label')?.focus();
      return parts;
    }

    it('submits with ctrl+enter', async () => {
      const {host} = await setup();
      const told = nextEvent(host, 'ls-annotation-update');
      await sendKeys({press: 'Control+Enter'});
      await told;
      host.remove();
    });

    it('undoes and redoes with ctrl+z and ctrl+shift+z', async () => {
      const {host} = await setup();
      host.session.actions.deleteRegion('a');
      await sendKeys({press: 'Control+z'});
      expect(host.serialize()).to.have.length(3);
      await sendKeys({press: 'Control+Shift+Z'});
      expect(host.serialize()).to.have.length(2);
      host.remove();
    });

    it('deletes what is selected with backspace', async () => {
      const {host} = await setup();
      host.session.actions.selectRegion('b');
      await sendKeys({press: 'Backspace'});
      expect(host.serialize().map(({id}) => id)).to.deep.equal(['a', 'c']);
      host.remove();
    });

    it('does nothing while enableHotkeys is off', async () => {
      const {host, editor} = await setup();
      host.settings = {enableHotkeys: false};
      await host.displayed;
      host.session.actions.selectRegion('b');
      editor()?.querySelector<HTMLElement>('.lsf-label')?.focus();
      await sendKeys({press: 'Backspace'});
      expect(host.serialize()).to.have.length(3);
      host.remove();
    });
  });

  describe('on the page', () => {
    it('works inside a shadow root', async () => {
      const outer = document.createElement('div');
      document.body.append(outer);
      const parent = outer.attachShadow({mode: 'open'});
      const {editor} = await hostFixture({parent});
      expect(editor()?.textContent).to.contain('Ada');
      expect(parent.adoptedStyleSheets.length).to.be.greaterThan(0);
      outer.remove();
    });

    it('stands beside others without disturbing them', async () => {
      const first = await hostFixture();
      const second = await hostFixture({task: task(2)});
      second.host.session.actions.deleteRegion('a');
      expect(first.host.serialize()).to.have.length(3);
      first.host.remove();
      expect(second.editor()).not.to.equal(null);
      second.host.remove();
    });

    it('closes the display and opens it again when it is moved', async () => {
      const {host, editor} = await hostFixture();
      host.session.actions.deleteRegion('a');
      const scope = host.session.scope;
      const other = document.createElement('div');
      document.body.append(other);
      other.append(host);
      await host.displayed;
      expect(scope?.isClosed).to.equal(true);
      expect(host.querySelectorAll('.lsf-editor')).to.have.length(1);
      expect(editor()?.isConnected).to.equal(true);
      expect(host.serialize()).to.have.length(2);
      other.remove();
    });

    it('gives the page LSI, Htx and DM, and takes them back', async () => {
      const page = globalThis as {LSI?: unknown; Htx?: unknown; DM?: unknown};
      const {host} = await hostFixture();
      expect(page.LSI).to.equal(host.lsi);
      expect(page.Htx).to.equal(host.htx);
      expect(page.DM).to.equal(host.session.dm);
      host.remove();
      expect('LSI' in page || 'Htx' in page || 'DM' in page).to.equal(false);
    });

    it('may be defined twice', async () => {
      const again = '/packages/elements/src/define/annotation-host.ts?again';
      await import(again);
      expect(customElements.get('ls-annotation-host')).to.be.a('function');
    });
  });
});
