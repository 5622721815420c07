export function findInternalNames(options: {
  readonly entry: string;
  readonly isOwn: (path: string) => boolean;
  readonly packages: readonly string[];
}): { readonly names: readonly string[]; readonly kept: ReadonlyMap<string, string> };
