import type { Limits } from "../options.ts";

/** Counts sessions whose browser is awaited: requests for pages cost next to nothing, sessions do (SEC7). */
export class AwaitedVisits {
  readonly #limits: Pick<Limits, "navigations" | "navigationsPerAddress">;
  readonly #byAddress = new Map<string, number>();
  #all = 0;

  constructor(limits: Pick<Limits, "navigations" | "navigationsPerAddress">) {
    this.#limits = limits;
  }

  /** Whether there is room for one more. */
  mayAdd(address: string): boolean {
    return this.#all < this.#limits.navigations && (this.#byAddress.get(address) ?? 0) < this.#limits.navigationsPerAddress;
  }

  add(address: string): void {
    this.#all++;
    this.#byAddress.set(address, (this.#byAddress.get(address) ?? 0) + 1);
  }

  remove(address: string): void {
    this.#all--;
    const left = (this.#byAddress.get(address) ?? 1) - 1;
    if (left > 0) this.#byAddress.set(address, left);
    else this.#byAddress.delete(address);
  }
}
