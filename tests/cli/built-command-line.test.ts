/** The built dist/cli.js as a program of its own: streams, exit codes, environment. `npm run build` makes it. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { version } from '../../package.json';
import { noticeOf, titleOf } from '../support/sample-notice';
import { ownFilesIn, putFiles, scratchFolder } from '../support/scratch-folder';

const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

function run(argv: readonly string[], folder: string, environment: Readonly<Record<string, string>> = {}): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { cwd: folder, encoding: 'utf8', env: { PATH: process.env['PATH'] ?? '', LANG: 'C', ...environment } });
  return { code: status, out: stdout, err: stderr };
}

describe('dist/cli.js', () => {
  it('has been built', () => {
    expect(existsSync(program), 'run `npm run build` first').toBe(true);
  });

  it('says its version, and its usage with code 2 when misused', () => {
    const folder = scratchFolder();
    expect(run(['--version'], folder)).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const misused = run(['frobnicate'], folder);
    expect(misused.code).toBe(2);
    expect(misused.out).toBe('');
    expect(misused.err).toMatch(/^Unknown command: frobnicate\n\nUsage: /);
    expect(run(['frobnicate'], folder, { LANG: 'zh_CN.UTF-8' }).err).toMatch(/^未知命令：frobnicate\n/);
  });

  it('imports with paths as they were given, and ends with 1 where something could not be read', () => {
    const folder = scratchFolder();
    putFiles(folder, { 'in/好.md': noticeOf(10, '2021-01-22', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }]), 'in/空.md': '' });
    const { code, out, err } = run(['import', 'in', '--vault', 'vault'], folder);
    expect(code).toBe(1);
    expect(err).toBe('in/空.md: error: The file is empty.\n');
    expect(out).toMatch(/\n3 created, 0 changed, 0 kept\n$/);
    expect(Object.keys(ownFilesIn(folder)).filter((path) => path.startsWith('vault/')).length).toBe(3);
  });

  it('gives the same days in every time zone', () => {
    const folder = scratchFolder();
    putFiles(folder, { 'a.md': noticeOf(10, '2021-01-22 00:30', [{ name: '青禾相册', developer: '杭州青禾软件有限公司' }]) });
    const dates = ['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'].map((zone) => {
      const { out } = run(['parse', 'a.md', '--json'], folder, { TZ: zone });
      return (JSON.parse(out) as { date: string }).date;
    });
    expect(dates).toEqual(['2021-01-22', '2021-01-22', '2021-01-22']);
  });

  it('finishes its import when the reader of its output has gone', async () => {
    const folder = scratchFolder();
    const rows = Array.from({ length: 40 }, (_, i) => ({ name: `测试应用${i}`, developer: `示例${i}科技有限公司` }));
    putFiles(folder, { 'a.md': noticeOf(10, '2021-01-22', rows) });
    const child = spawn(process.execPath, [program, 'import', 'a.md', '--vault', 'vault', '--json'], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const files = ownFilesIn(join(folder, 'vault'));
    expect(Object.keys(files)).toHaveLength(42);
    expect(files[`通报/侵害通报/${titleOf(10)}.md`]).toContain('测试应用39');
  });
});
