import {expect} from '@open-wc/testing';

import '../define/toast.js';
import '../define/notice.js';

async function setup() {
  const toast = document.createElement('ls-toast');
  document.body.append(toast);
  await toast.updateComplete;
  const regions = () => [
    ...toast.shadowRoot!.querySelectorAll<HTMLElement>('[role="status"]'),
  ];
  const shown = () =>
    [...toast.shadowRoot!.querySelectorAll('[part="toast"]')].map((one) =>
      one.textContent.trim(),
    );
  return {toast, regions, shown};
}

describe('<ls-toast>', () => {
  it('is accessible', async () => {
    const {toast} = await setup();
    toast.show('Saved');
    await toast.updateComplete;
    await expect(toast).to.be.accessible();
    toast.remove();
  });

  it('has its live regions before there is anything to say', async () => {
    const {toast, regions} = await setup();
    expect(regions()).to.have.length(2);
    toast.remove();
  });

  it('shows messages as text until they are taken away', async () => {
    const {toast, shown} = await setup();
    const dismiss = toast.show('<b>One</b>');
    toast.show('Two');
    await toast.updateComplete;
    expect(shown()).to.deep.equal(['<b>One</b>', 'Two']);
    dismiss();
    dismiss();
    await toast.updateComplete;
    expect(shown()).to.deep.equal(['Two']);
    toast.remove();
  });

  it('takes messages away by itself', async () => {
    const {toast, shown} = await setup();
    const gone = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (shown().length > 0) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(toast.shadowRoot!, {childList: true, subtree: true});
    });
    toast.show('Brief', {durationMs: 1});
    await toast.updateComplete;
    await gone;
    toast.remove();
  });

  it('announces the same words twice', async () => {
    const {toast, regions} = await setup();
    toast.announce('Done');
    await toast.updateComplete;
    const first = regions()[1]?.textContent;
    toast.announce('Done');
    await toast.updateComplete;
    expect(regions()[1]?.textContent).not.to.equal(first);
    expect(regions()[1]?.textContent.trim()).to.equal('Done');
    toast.remove();
  });

  it('forgets its messages when it leaves the page', async () => {
    const {toast, shown} = await setup();
    toast.show('Saved');
    toast.remove();
    document.body.append(toast);
    await toast.updateComplete;
    expect(shown()).to.deep.equal([]);
    toast.remove();
  });
});

describe('<ls-notice>', () => {
  it('is accessible, and asks to be dismissed', async () => {
    const notice = document.createElement('ls-notice');
    Object.assign(notice, {heading: 'Plugin "x" failed', detail: 'no'});
    document.body.append(notice);
    await notice.updateComplete;
    await expect(notice).to.be.accessible();
    let isDismissed = false;
    notice.addEventListener('ls-notice-dismiss', () => {
      isDismissed = true;
    });
    notice.shadowRoot!.querySelector('button')!.click();
    expect(isDismissed).to.equal(true);
    notice.remove();
  });
});
