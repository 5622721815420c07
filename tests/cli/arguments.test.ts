import { describe, expect, it } from 'vitest';
import { readArguments } from '../../cli/arguments';

describe('the words of a call', () => {
  it.each([
    [['parse', 'a.md', 'b.md', '--json'], { name: 'parse', sources: ['a.md', 'b.md'], json: true }],
    [['import', '--vault', 'v', 'a.md'], { name: 'import', sources: ['a.md'], vault: 'v', dryRun: false, json: false }],
    [['import', 'a.md', '--vault=v', '--dry-run', '--json'], { name: 'import', sources: ['a.md'], vault: 'v', dryRun: true, json: true }],
    [['import', '--vault', 'v', '--', '--odd.md'], { name: 'import', sources: ['--odd.md'], vault: 'v', dryRun: false, json: false }],
    [['adopt', '--vault', 'v'], { name: 'adopt', folder: '', vault: 'v', dryRun: false, json: false }],
    [['adopt', '旧通报', '--vault', 'v', '--json'], { name: 'adopt', folder: '旧通报', vault: 'v', dryRun: false, json: true }],
    [['index', '--vault', 'v'], { name: 'index', vault: 'v', dryRun: false }],
    [['apps', '--vault', 'v', '--json'], { name: 'apps', vault: 'v', json: true }],
    [['--help'], { name: 'help' }],
    [['import', '-h'], { name: 'help' }],
    [['--version'], { name: 'version' }],
  ])('understands %j', (argv, command) => {
    expect(readArguments(argv)).toEqual({ ok: true, command, language: null });
  });

  it.each([
    [[], 'no-command', ''],
    [['inport', 'a.md'], 'unknown-command', 'inport'],
    [['parse', 'a.md', '--frobnicate'], 'unknown-option', '--frobnicate'],
    [['parse', 'a.md', '--vault', 'v'], 'unknown-option', '--vault'],
    [['parse', '-x', 'a.md'], 'unknown-option', '-x'],
    [['parse', '--json=yes', 'a.md'], 'unwanted-value', '--json'],
    [['parse'], 'no-sources', 'parse'],
    [['import', '--vault', 'v'], 'no-sources', 'import'],
    [['import', 'a.md'], 'missing-option', '--vault'],
    [['import', 'a.md', '--vault'], 'missing-value', '--vault'],
    [['import', 'a.md', '--vault', '--dry-run'], 'missing-value', '--vault'],
    [['import', 'a.md', '--vault='], 'missing-value', '--vault'],
    [['index', 'extra', '--vault', 'v'], 'unwanted-word', 'extra'],
    [['parse', 'a.md', '--lang', 'fr'], 'unknown-language', 'fr'],
    [['merge', 'A', '--vault', 'v'], 'no-second-app', 'merge'],
    [['split', '--vault', 'v'], 'no-app', 'split'],
    [['constructor'], 'unknown-command', 'constructor'],
    [['parse', '--constructor', 'a.md'], 'unknown-option', '--constructor'],
  ])('refuses %j', (argv, kind, word) => {
    expect(readArguments(argv)).toMatchObject({ ok: false, problem: { kind, word }, language: null });
  });

  it('knows which command was meant, if it is one', () => {
    expect(readArguments(['--nope', 'index', '--vault', 'v'])).toMatchObject({ ok: false, meant: 'index' });
    expect(readArguments(['inport', 'index'])).toMatchObject({ ok: false, meant: null });
  });

  it('takes the language for its complaints too', () => {
    expect(readArguments(['nonsense', '--lang', 'zh'])).toMatchObject({ ok: false, language: 'zh' });
  });
});
