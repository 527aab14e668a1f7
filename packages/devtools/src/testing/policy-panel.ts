import {panelFixture} from './panel-fixture.js';

/** What a page under a policy hands to the test that opened it. */
export type PolicyPanel = Awaited<ReturnType<typeof openPanel>>;

async function openPanel(nonce: string) {
  const errors: string[] = [];
  addEventListener('ls-plugin-error', ({error}) => {
    errors.push(error.message);
  });
  return {errors, ...(await panelFixture({nonce}))};
}

/** Where the page keeps it. */
export interface PolicyPanelWindow {
  /** Set before the page tells its parent that it is ready. */
  lsPanel?: PolicyPanel;
}

void openPanel('n1').then((panel) => {
  (globalThis as PolicyPanelWindow).lsPanel = panel;
  parent.postMessage('ready', '*');
});
