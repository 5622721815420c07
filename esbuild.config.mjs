// Builds the two programs from one core: main.js (the plugin, for Obsidian on desktop and mobile) and dist/cli.js (the
// command line, for Node 20). `--dev` keeps names and adds a source map.
import { existsSync } from 'node:fs';
import { chmod, readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findForbidden } from './scripts/bundle/check-bundle.mjs';

/** Largest main.js, in bytes: what a phone on a slow link should fetch and parse at start. */
const SIZE_LIMIT = 720 * 1024;

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const development = process.argv.includes('--dev');

/** gray-matter as it may be shipped: without its evaluating engines, `fs`, a second YAML library and what only writes. */
const safeGrayMatter = {
  name: 'safe-gray-matter',
  setup(builder) {
    const fromGrayMatter = (args) => /[\\/]gray-matter[\\/]/.test(args.importer);
    builder.onResolve({ filter: /\/engines$/ }, (args) =>
      fromGrayMatter(args) ? { path: here('scripts/bundle/gray-matter-engines.cjs') } : undefined,
    );
    builder.onResolve({ filter: /\/stringify$|^section-matter$/ }, (args) =>
      fromGrayMatter(args) ? { path: here('scripts/bundle/gray-matter-unused.cjs') } : undefined,
    );
    builder.onResolve({ filter: /^kind-of$/ }, (args) => (fromGrayMatter(args) ? { path: here('scripts/bundle/kind-of.cjs') } : undefined));
    builder.onResolve({ filter: /^fs$/ }, (args) => (fromGrayMatter(args) ? { path: here('scripts/bundle/no-file-system.cjs') } : undefined));
  },
};

/** js-yaml without its default schema and without the lines that it quotes in its messages, which nothing here uses: every read names its own schema, and says itself where it failed. */
const yamlReading = {
  name: 'yaml-reading',
  setup(builder) {
    builder.onResolve({ filter: /^\.\/schema\/default$/ }, (args) =>
      /[\\/]js-yaml[\\/]lib[\\/]loader\.js$/.test(args.importer) ? { path: here('node_modules/js-yaml/lib/schema/failsafe.js') } : undefined,
    );
    builder.onResolve({ filter: /^\.\/snippet$/ }, (args) =>
      /[\\/]js-yaml[\\/]lib[\\/]loader\.js$/.test(args.importer) ? { path: here('scripts/bundle/no-snippet.cjs') } : undefined,
    );
  },
};

const shared = {
  bundle: true,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
  plugins: [safeGrayMatter, yamlReading],
  // One YAML library, the half that reads, whoever asks.
  alias: { 'js-yaml': here('scripts/bundle/yaml-reading.mjs') },
  // gray-matter wraps the text it is given in a Buffer, to keep an `orig` that nothing here reads; Obsidian on mobile has none.
  define: { 'Buffer.from': 'String' },
  sourcemap: development ? 'inline' : false,
  minify: !development,
};

async function buildPlugin() {
  await build({ ...shared, entryPoints: [here('src/main.ts')], outfile: here('main.js'), format: 'cjs', platform: 'browser', target: 'es2022', external: ['obsidian'] });
  const code = await readFile(here('main.js'), 'utf8');
  const bytes = new TextEncoder().encode(code).length;
  const problems = findForbidden(code);
  if (!development && bytes > SIZE_LIMIT) problems.push(`is ${bytes} bytes, over the limit of ${SIZE_LIMIT}`);
  console.log(`main.js      ${(bytes / 1024).toFixed(1)} KB (limit ${SIZE_LIMIT / 1024} KB)`);
  for (const problem of problems) console.error(`main.js ${problem}`);
  if (problems.length > 0) {
    await rm(here('main.js'));
    throw new Error('main.js may not be shipped like this.');
  }
}

async function buildCommandLine() {
  const result = await build({
    ...shared,
    // Node has Buffer, and other packages in this bundle may use it.
    define: {},
    entryPoints: [here('cli/main.ts')],
    outfile: here('dist/cli.js'),
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Loaded from node_modules where a PDF comes up: it is five times as large as all the rest.
    external: ['pdfjs-dist'],
    metafile: true,
    // `require` for the CommonJS packages inside; an ESM file has none of its own.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as bundledCreateRequire } from 'node:module';\nconst require = bundledCreateRequire(import.meta.url);",
    },
  });
  await chmod(here('dist/cli.js'), 0o755);
  const [output] = Object.values(result.metafile.outputs);
  console.log(`dist/cli.js  ${(output.bytes / 1024).toFixed(1)} KB`);
}

try {
  await buildPlugin();
  if (existsSync(here('cli/main.ts'))) await buildCommandLine();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
