import { AddressCounts } from "../address-counts.ts";
import type { Limits } from "../options.ts";

/** Counts sessions whose browser is awaited: requests for pages cost next to nothing, sessions do (SEC7). */
export class AwaitedVisits {
  readonly #limits: Pick<Limits, "navigations" | "navigationsPerAddress">;
  readonly #addresses = new AddressCounts();
  #all = 0;

  constructor(limits: Pick<Limits, "navigations" | "navigationsPerAddress">) {
    this.#limits = limits;
  }

  /** Whether there is room for one more. */
  mayAdd(address: string): boolean {
    return this.#all < this.#limits.navigations && this.#addresses.of(address) < this.#limits.navigationsPerAddress;
  }

  add(address: string): void {
    this.#all++;
    this.#addresses.add(address);
  }

  remove(address: string): void {
    this.#all--;
    this.#addresses.remove(address);
  }
}
