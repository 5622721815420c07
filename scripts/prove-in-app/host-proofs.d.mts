import type { App } from 'obsidian';

/** What a proof may use; its functions are documented where they stand. */
export type ProofTools = Readonly<Record<string, unknown>>;

export interface Proof {
  /** What is so, in one sentence. */
  readonly says: string;
  /** Uses parts of the app that the tests' host has no stand-in for. */
  readonly onlyInApp?: boolean;
  /** Runs in the app; throws where it is not so. */
  readonly prove: (app: App, tools: ProofTools) => Promise<void>;
}

export function proofTools(): ProofTools;
export const HOST_PROOFS: readonly Proof[];
