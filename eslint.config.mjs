import obsidianmd from 'eslint-plugin-obsidianmd';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Reads manifest.json as the expression that the rule `obsidianmd/validate-manifest` expects: the rule walks a
 * JavaScript tree, and no parser of the recommended set makes one of a JSON file.
 */
const manifestParser = {
  meta: { name: 'manifest-parser', version: '1.0.0' },
  parseForESLint: (text, options) => tseslint.parser.parseForESLint(`(${text})`, { ...options, filePath: 'manifest.ts', project: null, projectService: false }),
};

/** A file as plain lines, for the rule that reads the licence's year and holder. */
const lineParser = {
  meta: { name: 'line-parser', version: '1.0.0' },
  parseForESLint(text) {
    const lines = text.split('\n');
    let at = 0;
    const tokens = lines.map((value, index) => {
      const range = [at, at + value.length];
      at += value.length + 1;
      return { type: 'Line', value, range, loc: { start: { line: index + 1, column: 0 }, end: { line: index + 1, column: value.length } } };
    });
    const end = { line: lines.length, column: lines.at(-1).length };
    const ast = { type: 'Program', body: [], comments: [], tokens, sourceType: 'module', range: [0, text.length], loc: { start: { line: 1, column: 0 }, end } };
    return { ast, visitorKeys: { Program: [] } };
  },
};

export default defineConfig([
  // app-tests/ has packages and a type check of its own, which this project is tested without.
  { ignores: ['node_modules/', 'main.js', 'dist/', 'demo-vault/', 'test-results/', 'coverage/', 'app-tests/'] },
  ...obsidianmd.configs.recommended,
  {
    files: ['**/*.{ts,mts}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // `${count}` is what a sentence is made of; objects and undefined stay forbidden.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // `for (;;)` has no such check, `while (true)` reads better.
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: 'only-allowed-literals' }],
      // A set of functions on one object is handed around as a port (VaultPort): arrow shorthand would say nothing more.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Chinese text is walked by code points here, never by what a reader sees as one emoji.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // The compiler knows the globals of each file; this rule knows one list for all.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // Everything but the plugin runs on Node: the command line, the tests and the tools. The rules against Node's
    // modules, globals and console guard what is shipped into the app, and tests/layers.test.ts holds src/ to them too.
    files: ['cli/**', 'tests/**', 'scripts/**', 'bench/**', '*.config.{mjs,ts}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', clearTimeout: 'readonly' } },
    rules: {
      'obsidianmd/no-nodejs-modules': 'off',
      'obsidianmd/rule-custom-message': 'off',
      'obsidianmd/no-global-this': 'off',
      'obsidianmd/hardcoded-config-path': 'off',
      'obsidianmd/prefer-window-timers': 'off',
      // The rule sends plugins from `fetch` to `requestUrl`, which is the app's.
      'no-restricted-globals': 'off',
      // Test files and the command line are not bundled into the plugin, so its guard on packages does not apply.
      'import/no-extraneous-dependencies': ['error', { devDependencies: true }],
      'import/no-nodejs-modules': 'off',
    },
  },
  {
    // The bundle carries its packages inside: for the app every package is a development one.
    files: ['src/**'],
    rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] },
  },
  {
    // The host plays the app: it makes elements and changes styles the way the app does, where a plugin may not.
    files: ['tests/**'],
    rules: {
      'obsidianmd/prefer-create-el': 'off',
      'obsidianmd/no-static-styles-assignment': 'off',
      'obsidianmd/no-tfile-tfolder-cast': 'off',
      'obsidianmd/prefer-file-manager-trash-file': 'off',
      'obsidianmd/prefer-instanceof': 'off',
      'obsidianmd/ui/sentence-case': 'off',
      // The host is the one that keeps the language where `getLanguage` finds it.
      'obsidianmd/prefer-get-language': 'off',
      // The host's files and windows stand in for the app's, which only the app can construct.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // A plugin's `onload` and a window's `onOpen` may be asynchronous in the app; its types say so by a union.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { inheritedMethods: false } }],
      // `expect(list[0]!.name)` fails the test when it is wrong, which is what a test is for.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable', require: 'readonly' } } },
  { files: ['**/*.{js,cjs,mjs}'], extends: [tseslint.configs.disableTypeChecked] },
  {
    files: ['package.json'],
    rules: {
      'depend/ban-dependencies': [
        'error',
        {
          presets: ['native', 'microutilities', 'preferred'],
          // js-yaml reads front matter with CORE_SCHEMA (dates stay as written), is what gray-matter is handed as its
          // only engine, and weighs 40 KB; see docs/decisions/0001-dependencies.md.
          allowed: ['js-yaml'],
        },
      ],
    },
  },
  {
    files: ['manifest.json'],
    languageOptions: { parser: manifestParser },
    plugins: { obsidianmd },
    rules: { 'obsidianmd/validate-manifest': 'error' },
  },
  {
    files: ['LICENSE'],
    languageOptions: { parser: lineParser },
    plugins: { obsidianmd },
    // The year is that of the first release: a check against today's date would fail an unchanged tree each January.
    rules: { 'obsidianmd/validate-license': ['error', { disableUnchangedYear: true }] },
  },
]);
