import {expect, oneEvent} from '@open-wc/testing';

import '../define/annotation-host.js';
import {hostFixture} from './testing/host-fixture.js';

describe('sandboxed plugins of <ls-annotation-host>', () => {
  describe('accessibility', () => {
    it('stand in a frame that has a name', async () => {
      const {host} = await hostFixture({
        html: `<ls-plugin sandbox slot="panel" plugin-id="counter"><script
          type="text/plain">document.body.textContent = 'Words: 5'</script>
        </ls-plugin>`,
      });
      await expect(host).to.be.accessible();
      const frame = host
        .querySelector('ls-plugin')!
        .shadowRoot!.querySelector('iframe')!;
      expect(frame.title).to.equal('Plugin counter');
      host.remove();
    });
  });

  it('take the room of what they show, in their slot', async () => {
    const {host, find} = await hostFixture({
      html: `<ls-plugin sandbox slot="panel"><script type="text/plain">
        document.body.innerHTML = '<div style="block-size:77px">here</div>'
      </script></ls-plugin>`,
    });
    const plugin = host.querySelector('ls-plugin')!;
    const frame = plugin.shadowRoot!.querySelector('iframe')!;
    while (frame.getBoundingClientRect().height === 0) {
      await new Promise(requestAnimationFrame);
    }
    expect(frame.getBoundingClientRect().height).to.equal(77);
    expect(plugin.assignedSlot).to.equal(find('slot[name="panel"]'));
    host.remove();
  });

  it('tell in words what they may not do', async () => {
    const {host, find} = await hostFixture({html: ''});
    setTimeout(() => {
      host.plugins = [
        {
          id: 'curious',
          sandbox: true,
          code: 'LSI.annotation.deleteRegion(LSI.regions[0])',
        },
      ];
    });
    const {error} = (await oneEvent(host, 'ls-plugin-error')) as unknown as {
      error: {message: string};
    };
    expect(error.message).to.contain('"curious"').and.to.contain('"write"');
    await host.updateComplete;
    expect(find('ls-notice').shadowRoot!.textContent).to.contain('curious');
    expect(host.serialize()).to.have.length(3);
    host.remove();
  });

  it('leave no frame behind, whoever gave them', async () => {
    const {host} = await hostFixture({
      html: '<ls-plugin sandbox><script type="text/plain">1</script></ls-plugin>',
      plugins: [{sandbox: true, code: '2', slot: 'status'}],
    });
    const frames = () => [
      ...host.querySelectorAll('iframe'),
      ...host
        .querySelector('ls-plugin')!
        .shadowRoot!.querySelectorAll('iframe'),
    ];
    expect(frames()).to.have.length(2);
    for (let display = 0; display < 3; display += 1) {
      host.createAnnotation();
      await host.displayed;
      expect(frames()).to.have.length(2);
    }
    expect(host.querySelectorAll('[data-ls-plugin]')).to.have.length(1);
    host.remove();
    expect(frames()).to.deep.equal([]);
  });
});
