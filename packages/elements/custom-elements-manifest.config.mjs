/** What of the sources becomes `custom-elements.json`, the elements' manual. */
export default {
  globs: ['src/**/*.ts'],
  exclude: ['src/**/*.test.ts'],
  litelement: true,
  packagejson: false,
  plugins: [elementsOnly(), publicOnly(), inOrder()],
};

/**
 * Leaves out what is not part of an element's contract: members that are not
 * public, and events that the analyzer guessed from a dispatch, which are
 * those without a description.
 */
function publicOnly() {
  return {
    name: 'public-only',
    packageLinkPhase({customElementsManifest: {modules}}) {
      for (const {declarations} of modules) {
        for (const declaration of declarations) {
          keep(declaration, 'events', ({description}) => description);
          keep(declaration, 'members', isPublic);
        }
      }
    },
  };
}

function keep(declaration, key, predicate) {
  if (declaration[key] !== undefined) {
    declaration[key] = declaration[key].filter(predicate);
  }
}

/** Members without a name are those with a computed one. */
function isPublic({name = '#', privacy = 'public'}) {
  return !name.startsWith('#') && privacy === 'public';
}

/** Leaves out what neither is an element nor registers one. */
function elementsOnly() {
  return {
    name: 'elements-only',
    packageLinkPhase({customElementsManifest: manifest}) {
      for (const module of manifest.modules) {
        module.declarations = module.declarations.filter(
          ({customElement}) => customElement,
        );
        const names = module.declarations.map(({name}) => name);
        module.exports = module.exports.filter(
          ({kind, declaration}) =>
            kind === 'custom-element-definition' ||
            names.includes(declaration.name),
        );
      }
      manifest.modules = manifest.modules.filter(
        ({declarations, exports}) => declarations.length + exports.length > 0,
      );
    },
  };
}

/** Makes the file independent of the order in which modules were found. */
function inOrder() {
  return {
    name: 'in-order',
    packageLinkPhase({customElementsManifest: {modules}}) {
      modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
