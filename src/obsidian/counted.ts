/** `1 file`, `2 files`: what English sentences say of a number. Chinese needs none of it. */
export function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
