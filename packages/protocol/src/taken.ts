/** Which BackMsgs have had their effect, or never will: all up to `taken`, but those in the ranges `but`, which still run. */
export interface Taken {
  readonly taken: number;
  readonly but?: readonly (readonly [from: number, to: number])[] | undefined;
}

/** True if BackMsg `n` is among them. */
export function isTaken({ taken, but }: Taken, n: number): boolean {
  return n <= taken && but?.some(([from, to]) => from <= n && n <= to) !== true;
}
