import {expect} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';

import '../define/annotation-host.js';

import {hostFixture, task} from './testing/host-fixture.js';

/** A page that gives tasks step by step, as Label Studio's own does. */
describe('<ls-annotation-host> and Htx', () => {
  it('shows a task that comes through Htx, and the next one', async () => {
    const {host, root, editor} = await hostFixture({task: null});
    const isEmpty = () => root.querySelector('.main > [part="empty"]') !== null;
    expect(isEmpty()).to.equal(true);
    for (const id of [1, 2]) {
      host.htx.resetState();
      host.htx.assignTask({id, data: {text: `Task ${id}`}});
      host.htx.initializeStore({annotations: [], predictions: []});
      const {annotationStore} = host.htx;
      const made = annotationStore.addAnnotation({userGenerate: true});
      annotationStore.selectAnnotation(made.id);
      await host.displayed;
      expect(editor()?.textContent).to.contain(`Task ${id}`);
      expect(editor()?.checkVisibility()).to.equal(true);
      expect(isEmpty()).to.equal(false);
    }
    host.remove();
  });

  it('keeps such a task when something else of the host changes', async () => {
    const {host, editor} = await hostFixture({task: null});
    host.htx.assignTask({id: 1, data: {text: 'Mine'}});
    host.htx.initializeStore(task());
    host.plugins = [{id: 'p', code: 'LSI.on("x", () => 1)'}];
    await host.displayed;
    expect(editor()?.textContent).to.contain('Mine');
    host.remove();
  });

  const words = [
    ['noAccess', 'NO_ACCESS', 'No access'],
    ['labeledSuccess', 'DONE', 'Done'],
    ['noTask', 'NO_NEXT_TASK', 'No task'],
  ] as const;
  for (const [flag, message, title] of words) {
    it(`says ${flag} in the place of the task, in the page's words`, async () => {
      const {host, root, editor} = await hostFixture();
      const said = () =>
        root.querySelector('.main > [part="empty"] strong')?.textContent;
      host.htx.setFlags({[flag]: true});
      await host.updateComplete;
      expect(said()).to.equal(title);
      expect(editor()?.checkVisibility()).to.equal(false);
      host.session.frontend.set({messages: {[message]: 'Go home'}});
      host.requestUpdate();
      await host.updateComplete;
      expect(said()).to.equal('Go home');
      await expect(host).to.be.accessible();
      host.htx.setFlags({[flag]: false});
      await host.updateComplete;
      expect(said()).to.equal(undefined);
      expect(editor()?.checkVisibility()).to.equal(true);
      host.remove();
    });
  }

  it('unfolds the instructions of the project, as text', async () => {
    const {host, root, find} = await hostFixture();
    host.session.description =
      '<p>Mark <b>people</b>.</p><ul><li>All</li><li>of them</li></ul><script>x</script>';
    host.interfaces = ['topbar', 'instruction'];
    await host.displayed;
    const part = () => root.querySelector<HTMLElement>('[part="instructions"]');
    expect(part()).to.equal(null);
    find('[aria-expanded="false"]:not(.panel-toggle)').click();
    await host.updateComplete;
    expect(part()?.innerText.split('\n')).to.deep.equal([
      'Mark people.',
      'All',
      'of them',
    ]);
    expect(host.htx.showingDescription).to.equal(true);
    await expect(host).to.be.accessible();
    host.htx.toggleDescription();
    await host.updateComplete;
    expect(part()).to.equal(null);
    host.remove();
  });

  it('takes a config through Htx', async () => {
    const {host, editor} = await hostFixture();
    host.htx.assignConfig('<View><Header value="Other"/></View>');
    await host.displayed;
    expect(editor()?.querySelector('h4')?.textContent).to.equal('Other');
    expect(editor()?.querySelector('.lsf-richtext')).to.equal(null);
    host.remove();
  });

  it('binds keys of Htx.Hotkey in its own host, for one display', async () => {
    const {host} = await hostFixture();
    const pressed: string[] = [];
    const keys = host.htx.Hotkey('mine', 'My keys');
    keys.addKey('q', () => pressed.push('q'), 'Ask');
    await sendKeys({press: 'q'});
    host.createAnnotation();
    await sendKeys({press: 'q'});
    expect(pressed).to.deep.equal(['q']);
    host.remove();
  });
});
