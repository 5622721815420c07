import type { Proof, ProofTools } from './host-proofs.mjs';

export const PROOF_NOTICES: { readonly first: string; readonly second: string };
export function pluginTools(tools: ProofTools, notices: typeof PROOF_NOTICES): ProofTools;
export const PLUGIN_PROOFS: readonly Proof[];
