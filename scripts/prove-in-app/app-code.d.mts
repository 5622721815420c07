import type { Proof, ProofTools } from './host-proofs.mjs';

export function codeOf(expression: string): string;
export function startCode(proof: Proof, toolsSource: string): string;
export const ASK_CODE: string;
export function toolsSource(proofTools: () => ProofTools, pluginTools: (tools: ProofTools, notices: never) => ProofTools, notices: object): string;
export function readAnswer(output: string): { readonly done: boolean; readonly error: string | null } | null;
