/**
 * Serves `/policy-page/`: an empty page under the content security policy that
 * its address asks for (`?policy=…`), in a real header, which runs the module
 * that it names (`&module=…`).
 */
export function policyPage() {
  return async function servePolicyPage(context, next) {
    if (context.path !== '/policy-page/') return next();
    const {policy, module} = context.query;
    context.set('Content-Security-Policy', policy);
    context.type = 'html';
    context.body = `<!doctype html><title>Policy</title>
      <script type="module" src="${encodeURI(module)}"></script>`;
    return undefined;
  };
}
