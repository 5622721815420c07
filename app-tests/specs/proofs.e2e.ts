/** The points of scripts/prove-in-app.mjs, through the app's own command line, as a person would run them. */
import { expect } from '@wdio/globals';
import { obsidianPage } from 'wdio-obsidian-service';
import { ASK_CODE, readAnswer, startCode, toolsSource } from '../../scripts/prove-in-app/app-code.mjs';
import { HOST_PROOFS, proofTools } from '../../scripts/prove-in-app/host-proofs.mjs';
import { PLUGIN_PROOFS, PROOF_NOTICES, pluginTools } from '../../scripts/prove-in-app/plugin-proofs.mjs';
import { browser } from '@wdio/globals';

const TOOLS = toolsSource(proofTools, pluginTools, PROOF_NOTICES);

async function evaluate(code: string): Promise<string> {
  const { stdout } = await obsidianPage.runObsidianCli(['eval', `code=${code}`]);
  return stdout;
}

describe('what the plugin relies on in the app', () => {
  before(async () => {
    // Settings, names and folders as in a new vault; the other plugins have their own spec.
    await browser.reloadObsidian({ vault: 'vault', plugins: ['regulatory-notices'] });
  });

  for (const proof of [...HOST_PROOFS, ...PLUGIN_PROOFS]) {
    it(proof.says, async () => {
      await evaluate(startCode(proof, TOOLS));
      let answer: { done: boolean; error: string | null } | null = null;
      await browser.waitUntil(
        async () => {
          answer = readAnswer(await evaluate(ASK_CODE));
          return answer?.done === true;
        },
        { timeout: 90_000, timeoutMsg: 'The app did not answer' },
      );
      expect(answer).toEqual({ done: true, error: null });
    });
  }
});
