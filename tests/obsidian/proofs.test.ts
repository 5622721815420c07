/**
 * The host that plays the app keeps the same facts as the app: scripts/prove-in-app.mjs proves the very same functions
 * there. The script itself runs here against a stand-in for Obsidian's command line, which hands its code to the host.
 */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runInThisContext } from 'node:vm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import manifest from '../../manifest.json';
import { HOST_PROOFS, proofTools } from '../../scripts/prove-in-app/host-proofs.mjs';
import { PLUGIN_PROOFS, PROOF_NOTICES, pluginTools } from '../../scripts/prove-in-app/plugin-proofs.mjs';
import Plugin from '../../src/main';
import { App } from '../support/obsidian-host';
import { enablePlugin, runCommand } from '../support/obsidian-host/app';
import { installNodeDom } from '../support/obsidian-host/node-dom';

const IN_HOST = PLUGIN_PROOFS.filter(({ onlyInApp }) => onlyInApp !== true);

beforeAll(() => {
  installNodeDom();
});

beforeEach(() => {
  activeDocument.body.empty();
});

/** The host with the plugin in it, and the app's own registers of commands and plugins, which it keeps to itself. */
async function openWithPlugin(): Promise<ReturnType<App['asApp']>> {
  const app = new App();
  const plugin = await enablePlugin(app, Plugin, manifest);
  const registers = {
    commands: {
      get commands() {
        return Object.fromEntries(app.pluginStore.registrations.commands);
      },
      executeCommandById: (id: string) => runCommand(app, id),
    },
    plugins: { plugins: { [manifest.id]: plugin } },
  };
  return Object.assign(app.asApp(), registers);
}

describe('the host that plays the app', () => {
  for (const { says, prove } of HOST_PROOFS) {
    it(says, async () => {
      await prove(new App().asApp(), proofTools());
    });
  }
});

// In their order, whatever that of other tests: each goes on from the vault that the one before left, as in the app.
describe('the plugin in the host', { shuffle: false }, () => {
  const tools = pluginTools(proofTools(), PROOF_NOTICES);
  let app: Awaited<ReturnType<typeof openWithPlugin>>;
  beforeAll(async () => {
    app = await openWithPlugin();
  });

  for (const { says, prove } of IN_HOST) {
    it(says, async () => {
      await prove(app, tools);
    });
  }
});

// Each command is a process of its own.
describe('scripts/prove-in-app.mjs', () => {
  const script = fileURLToPath(new URL('../../scripts/prove-in-app.mjs', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'stand-in '));
  const command = join(folder, 'obsidian.mjs');
  const asked: string[][] = [];
  let server: Server;

  /** What Obsidian's command line answers, with the host for the app. */
  function answer(words: readonly string[]): string {
    asked.push([...words]);
    const [vault = '', ...rest] = words[0]?.startsWith('vault=') === true ? words : ['', ...words];
    if (rest[0] === 'version') return '1.13.7 (installer 1.13.7)';
    if (rest[0] !== 'eval') return '';
    if (vault !== '') Object.assign((globalThis as unknown as { app: App }).app.vault, { getName: () => vault.slice('vault='.length) });
    return `=> ${String(runInThisContext(rest[1]?.replace(/^code=/, '') ?? ''))}`;
  }

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (part) => (body += String(part)));
      request.on('end', () => response.end(answer(JSON.parse(body) as string[])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    writeFileSync(command, `#!/usr/bin/env node\nconst got = await fetch('http://127.0.0.1:${port}', { method: 'POST', body: JSON.stringify(process.argv.slice(2)) });\nconsole.log(await got.text());\n`, { mode: 0o755 });
  });

  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    rmSync(folder, { recursive: true });
  });

  function run(...options: string[]): Promise<{ code: number; out: string }> {
    return new Promise((resolve) => {
      execFile(process.execPath, [script, '--obsidian', command, '--no-app-parts', ...options], (error, out, problems) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: `${out}${problems}` }));
    });
  }

  async function standIn(app: unknown): Promise<void> {
    Object.assign(globalThis, { app });
    await Promise.resolve();
  }

  it('proves what holds and says so, each on a line of its own', async () => {
    await standIn(new App());
    const { code, out } = await run('--host-only', '--only', 'process hands');
    expect(out).toContain('PASS  process hands over the text of that moment and writes in the same step\n');
    expect(out).toMatch(/\d+ passed, 0 failed\n$/);
    expect(code).toBe(0);
    expect(asked.map((words) => words.slice(1, 2)[0])).toContain('plugin:enable');
  });

  it('fails where the app does otherwise, and says what it saw', async () => {
    const app = new App();
    Object.assign(app.vault, { createFolder: () => Promise.resolve() });
    await standIn(app);
    const { code, out } = await run('--host-only', '--only', 'a folder is not created twice');
    expect(out).toContain('FAIL  a folder is not created twice, whatever its case: “Folder already exists.”\n      it was not refused');
    expect(code).toBe(1);
  });

  it('proves the import in the app', async () => {
    await standIn(await openWithPlugin());
    const { out } = await run('--only', 'writes nothing before');
    expect(out).toContain('PASS  an import writes nothing before it is told to; then its links resolve and make backlinks\n');
  });

  it('prints its commands and runs none of them in a dry run', async () => {
    const before = asked.length;
    const { code, out } = await run('--dry-run');
    expect(out).toContain('plugin:enable id=regulatory-notices');
    expect(code).toBe(0);
    expect(asked).toHaveLength(before);
  });

  it('says how to turn the command on where it is missing', async () => {
    const { code, out } = await new Promise<{ code: number; out: string }>((resolve) => {
      execFile(process.execPath, [script, '--no-app-parts', '--obsidian', join(folder, 'missing')], (error, _out, problems) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: problems }));
    });
    expect(out).toContain('Command line interface');
    expect(code).toBe(2);
  });
});
