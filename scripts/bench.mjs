// Bundles bench/speed.ts as the command line is bundled, and runs it.
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const outfile = here('dist/bench.js');

process.chdir(here('.'));
await build({
  entryPoints: [here('bench/speed.ts')],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  logLevel: 'warning',
  external: ['pdfjs-dist', 'mammoth', 'exceljs'],
  alias: { 'js-yaml': here('node_modules/js-yaml/dist/js-yaml.mjs') },
  banner: { js: "import { createRequire as bundledCreateRequire } from 'node:module';\nconst require = bundledCreateRequire(import.meta.url);" },
});
const { status } = spawnSync(process.execPath, ['--expose-gc', outfile], { stdio: 'inherit' });
await rm(outfile, { force: true });
process.exitCode = status ?? 1;
