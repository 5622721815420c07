// `npm run demo`: builds, imports the samples into demo-vault/ through the command line, and makes that folder a complete
// Obsidian vault with the plugin enabled in it.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const vault = join(root, 'demo-vault');
const pluginFolder = join(vault, '.obsidian', 'plugins', 'regulatory-notices');

function run(command) {
  const { status } = spawnSync(process.execPath, command, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) {
    console.error(`\nThe demo stopped: \`node ${command.join(' ')}\` failed.`);
    process.exit(1);
  }
}

/** Changes a file of the vault's settings; what stands in it stays. */
function changeJson(name, change) {
  const path = join(vault, '.obsidian', name);
  const before = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
  writeFileSync(path, `${JSON.stringify(change(before), null, 2)}\n`);
}

console.log('Building / 正在构建 …');
run(['esbuild.config.mjs']);

// A demo that is there already is brought up to date: someone may have written in it.
mkdirSync(pluginFolder, { recursive: true });
for (const file of ['main.js', 'manifest.json', 'styles.css']) cpSync(join(root, file), join(pluginFolder, file));
changeJson('community-plugins.json', (enabled = []) => [...new Set([...enabled, 'regulatory-notices'])]);
changeJson('app.json', (settings = {}) => ({ alwaysUpdateLinks: true, ...settings }));

console.log('\nImporting samples / 正在导入示例 …');
run(['dist/cli.js', 'import', 'samples', '--vault', 'demo-vault']);

const notes = countNotes(vault);
console.log(`
demo-vault/ holds ${notes} notes and the plugin, enabled.
  Open it in Obsidian: "Open folder as vault", choose this folder, then trust its author to turn the plugin on:
  ${vault}

demo-vault/ 中有 ${notes} 篇笔记，插件已启用。
  在 Obsidian 中选择“打开本地仓库”，选中上述文件夹，并在提示时选择信任作者以启用插件。`);

function countNotes(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.md')).length;
}
