/**
 * Serves `/policy-page/`: an empty page under the content security policy that
 * its address asks for (`?policy=…`), in a real header, which runs the module
 * that it names (`&module=…`) and notes in `lsViolations` what it is told that
 * the policy forbids, before anything else runs.
 */
export function policyPage() {
  return async function servePolicyPage(context, next) {
    if (context.path !== '/policy-page/') return next();
    const {policy, module} = context.query;
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(policy) ?? [];
    context.set('Content-Security-Policy', policy);
    context.type = 'html';
    context.body = `<!doctype html><html lang="en"><title>Policy</title>
      <script nonce="${nonce}">(${noteViolations})()</script>
      <script type="module" src="${encodeURI(module)}"></script></html>`;
    return undefined;
  };
}

/** Runs in the page. */
function noteViolations() {
  globalThis.lsViolations = [];
  addEventListener('securitypolicyviolation', (event) => {
    const {effectiveDirective, blockedURI, sample} = event;
    const at = `${event.sourceFile}:${event.lineNumber}`;
    globalThis.lsViolations.push(
      `${effectiveDirective} ${blockedURI} ${sample} ${at}`,
    );
  });
}
