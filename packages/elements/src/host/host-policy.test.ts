import {expect} from '@open-wc/testing';

/** Shows a host in a frame under a policy; answers what came of it. */
async function showUnderPolicy(policy: string): Promise<{
  readonly ran: boolean;
  readonly rows: number;
  readonly violations: readonly string[];
}> {
  const frame = document.createElement('iframe');
  frame.style.inlineSize = '900px';
  frame.srcdoc = `<!doctype html>
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script type="module" nonce="n1">
      const violations = [];
      addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective + ' ' + event.blockedURI);
      });
      await import('/packages/elements/src/define/annotation-host.ts');
      const {CONFIG, task} = await import(
        '/packages/elements/src/host/testing/host-fixture.ts'
      );
      const host = document.createElement('ls-annotation-host');
      host.setAttribute('nonce', 'n1');
      Object.assign(host, {
        config: CONFIG,
        task: task(),
        plugins: [{code: 'window.ran = LSI.task.id === 1'}],
      });
      document.body.append(host);
      await host.displayed;
      const list = host.shadowRoot.querySelector('ls-region-list');
      await list.updateComplete;
      const rows = [...list.shadowRoot.querySelectorAll('[role="treeitem"]')];
      parent.postMessage({
        ran: window.ran === true,
        rows: new Set(rows.map((row) => row.getBoundingClientRect().top)).size,
        violations,
      }, '*');
    </script>`;
  const answer = new Promise<MessageEvent>((resolve) => {
    addEventListener('message', (event) => {
      if (event.source === frame.contentWindow) resolve(event);
    });
  });
  document.body.append(frame);
  try {
    return (await answer).data as never;
  } finally {
    frame.remove();
  }
}

describe('<ls-annotation-host> under a content security policy', () => {
  it('runs plugins by nonce and lays itself out', async () => {
    const {ran, rows, violations} = await showUnderPolicy(
      "default-src 'self'; script-src 'self' 'nonce-n1'; style-src 'self'",
    );
    expect(ran).to.equal(true);
    expect(rows).to.equal(3);
    // Whether evaluation is allowed can only be found out by trying.
    const others = violations.filter((one) => one !== 'script-src eval');
    expect(others).to.deep.equal([]);
  });
});
