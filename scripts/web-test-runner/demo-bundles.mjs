const SOURCES = new Map([
  ['ls-annotation-host.js', '/packages/elements/src/define/all.ts'],
  ['ls-annotation-devtools.js', '/packages/devtools/src/define/all.ts'],
  ['object-detection.js', '/packages/elements/src/object-detection/index.ts'],
]);

/** Leads pages of the demo from bundles to the sources that they are made of. */
export function demoBundles() {
  return function serveDemoBundle(context, next) {
    const [, name] = /^\/demo\/dist\/([^/]+)$/.exec(context.path) ?? [];
    const source = SOURCES.get(name);
    if (source === undefined) return next();
    context.redirect(source);
    return undefined;
  };
}
