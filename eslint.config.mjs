import {readFileSync} from 'node:fs';
import js from '@eslint/js';
import {createNodeResolver, importX} from 'eslint-plugin-import-x';
import jsdoc from 'eslint-plugin-jsdoc';
import * as litA11y from 'eslint-plugin-lit-a11y';
import {configs as lit} from 'eslint-plugin-lit';
import noOnlyTests from 'eslint-plugin-no-only-tests';
import tsdoc from 'eslint-plugin-tsdoc';
import {configs as wc} from 'eslint-plugin-wc';
import globals from 'globals';
import {configs as ts} from 'typescript-eslint';

/**
 * The layers: which packages of this repository a package may import. Keep in
 * step with `dependencies` in each package.json and `references` in each
 * tsconfig.json; `npm run lint` and `npm run types` fail when they disagree.
 */
const layers = {
  core: [],
  lsi: ['core'],
  plugins: ['core', 'lsi'],
  operators: ['core'],
  elements: ['core', 'lsi', 'plugins', 'operators'],
  devtools: ['core', 'lsi', 'plugins', 'operators', 'elements'],
  'operator-server': ['core', 'operators'],
  testing: ['core', 'lsi', 'plugins', 'operators', 'elements'],
  bench: ['core', 'lsi', 'plugins', 'operators', 'elements'],
  'plugin-check': [],
};

/** Sources of the packages with elements. */
const ELEMENTS = ['packages/{elements,devtools}/src/**/*.ts'];
const NODE_TESTS = 'packages/*/test/**/*.ts';
const SOURCES = ['packages/*/src/**/*.ts', NODE_TESTS];
const TESTS = ['packages/*/src/**/*.test.ts', NODE_TESTS];
const TESTING = 'packages/testing/src/**/*.ts';
const SCRIPTS = ['*.mjs', 'scripts/**/*.mjs', '**/*.mjs', 'demo/**/*.js'];

export default [
  {
    ignores: [
      '**/dist/',
      '**/coverage/',
      '**/.cache/',
      'packages/*/fixtures/',
      'packages/plugin-check/host/',
    ],
  },
  {linterOptions: {reportUnusedDisableDirectives: 'error'}},
  js.configs.recommended,
  ...[...ts.strictTypeChecked, ...ts.stylisticTypeChecked].map((config) => ({
    ...config,
    files: SOURCES,
  })),
  {
    files: SOURCES,
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        {ignoreArrowShorthand: true},
      ],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': [
        'error',
        {allow: ['arrowFunctions']},
      ],
      '@typescript-eslint/no-extraneous-class': [
        'error',
        {allowWithDecorator: true},
      ],
      // Spreading a string gives its code points, which is what is meant.
      '@typescript-eslint/no-misused-spread': ['error', {allow: ['string']}],
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        {allowConstantLoopConditions: 'only-allowed-literals'},
      ],
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      '@typescript-eslint/no-unused-vars': [
        'error',
        {ignoreRestSiblings: true, argsIgnorePattern: '^_'},
      ],
      // Its fix is what no-non-null-assertion forbids.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        {ignorePrimitives: {string: true, boolean: true}},
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        {allowNumber: true, allowBoolean: true},
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        {considerDefaultExhaustiveForUnions: true},
      ],
      eqeqeq: ['error', 'always', {null: 'ignore'}],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'Name what is exported.',
        },
      ],
      'object-shorthand': 'error',
      'prefer-arrow-callback': 'error',
    },
  },

  {
    files: SOURCES,
    plugins: {'import-x': importX, 'no-only-tests': noOnlyTests},
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          conditionNames: ['development', 'import', 'default'],
          extensionAlias: {'.js': ['.ts', '.js']},
        }),
      ],
    },
    rules: {
      'import-x/first': 'error',
      'import-x/no-default-export': 'error',
      'import-x/no-duplicates': 'error',
      'import-x/no-mutable-exports': 'error',
      'import-x/no-relative-packages': 'error',
      'import-x/no-self-import': 'error',
      'import-x/order': [
        'error',
        {
          groups: [
            ['builtin', 'external'],
            'internal',
            ['parent', 'sibling', 'index'],
          ],
          pathGroups: [{pattern: '@ls-annotation/**', group: 'internal'}],
          pathGroupsExcludedImportTypes: [],
          'newlines-between': 'always-and-inside-groups',
        },
      ],
      'no-only-tests/no-only-tests': 'error',
    },
  },

  {
    files: SOURCES,
    ignores: [...TESTS, 'packages/bench/**'],
    plugins: {jsdoc},
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: true,
          enableFixer: false,
          require: {ClassDeclaration: true, FunctionDeclaration: true},
          contexts: [
            'TSInterfaceDeclaration',
            'TSTypeAliasDeclaration',
            'TSInterfaceBody > TSPropertySignature',
            'TSInterfaceBody > TSMethodSignature',
            'ExportNamedDeclaration > VariableDeclaration',
          ],
        },
      ],
    },
  },
  {
    // The manifest's `@fires {Type} name` is no TSDoc: elements are checked by
    // `npm run manifest` instead.
    files: SOURCES,
    ignores: [...TESTS, 'packages/{elements,devtools}/**'],
    plugins: {tsdoc},
    rules: {'tsdoc/syntax': 'error'},
  },

  ...[lit['flat/all'], wc['flat/recommended']].map((config) => ({
    ...config,
    files: ELEMENTS,
  })),
  {
    files: ELEMENTS,
    plugins: {'lit-a11y': litA11y.default ?? litA11y},
    rules: {
      ...(litA11y.default ?? litA11y).configs.recommended.rules,
      // Inside a dialog, `autofocus` says where focus goes when it opens.
      'lit-a11y/no-autofocus': 'off',
      'lit/attribute-names': ['error', {convention: 'kebab'}],
      'lit/no-template-arrow': 'off',
      'lit/no-template-map': 'off',
      // Lit calls a template's listeners with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },

  {
    files: [...TESTS, TESTING],
    rules: {
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // `.equal()` is typed as a promise, for comparing DOM with snapshots.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {allowForKnownSafeCalls: ['Equal']},
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      // What strangers' code throws need not be an error.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      'lit-a11y/click-events-have-key-events': 'off',
      'lit/no-invalid-html': 'off',
    },
  },
  {
    files: [NODE_TESTS],
    rules: {
      // Node's runner waits for its tests by itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            {from: 'package', package: 'node:test', name: ['describe', 'it']},
          ],
        },
      ],
    },
  },
  ...Object.keys(layers).flatMap(layerRules),

  {
    files: SCRIPTS,
    languageOptions: {globals: {...globals.node, ...globals.browser}},
    rules: {'no-unused-vars': ['error', {ignoreRestSiblings: true}]},
  },
  {
    files: ['demo/playground/**/*.js'],
    languageOptions: {
      globals: {LSI: 'readonly', Htx: 'readonly', DM: 'readonly'},
    },
  },
  {
    files: ['demo/**/*.{js,mjs}'],
    rules: {'no-restricted-imports': ['error', {patterns: [deepImports()]}]},
  },
];

/** What a package's sources, and then its tests, must not import. */
function layerRules(name) {
  const source = {
    files: [`packages/${name}/src/**/*.ts`],
    rules: restricted([name, ...layers[name]], name),
  };
  const tests = {
    files: [
      `packages/${name}/src/**/*.test.ts`,
      `packages/${name}/test/**/*.ts`,
    ],
    rules: restricted([name, 'testing', ...layers[name]], name),
  };
  return [source, tests];
}

function restricted(allowed, name) {
  const others = Object.keys(layers).filter(
    (other) => !allowed.includes(other),
  );
  const patterns = [
    deepImports(),
    {
      regex: `^@ls-annotation/(${[...others, 'demo'].join('|')})(/|$)`,
      message: `Not below "${name}": see \`layers\` in eslint.config.mjs.`,
    },
  ];
  return {'@typescript-eslint/no-restricted-imports': ['error', {patterns}]};
}

/** Paths into a package that its `exports` do not declare. */
function deepImports() {
  const declared = Object.keys(layers).flatMap((name) => {
    const {exports} = JSON.parse(
      readFileSync(
        new URL(`packages/${name}/package.json`, import.meta.url),
        'utf8',
      ),
    );
    return Object.keys(exports)
      .filter((path) => path !== '.')
      .map((path) => `${name}/${path.slice(2).replace('*', '[^/]+')}$`);
  });
  return {
    regex: `^@ls-annotation/(?!${declared.join('|') || '$'})[^/]+/`,
    message: "Import from the package's entry points.",
  };
}
