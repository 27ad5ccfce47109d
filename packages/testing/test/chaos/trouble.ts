import type { Random } from "../../../server/test/random.ts";

export type Way = "up" | "down";

/** What happens to one connection. */
export type Trouble =
  | { readonly kind: "none" }
  /** Every chunk comes later, by up to so many milliseconds. */
  | { readonly kind: "delay"; readonly most: number }
  /** A few kilobytes a second. */
  | { readonly kind: "throttle" }
  /** Cut after so many bytes in one direction, wherever in a frame that is. */
  | { readonly kind: "cut"; readonly way: Way; readonly after: number }
  /** Cut as soon as the nth chunk of the browser's was passed on. */
  | { readonly kind: "cut after sending"; readonly nth: number }
  /** The nth chunk of the browser's is lost with the connection. */
  | { readonly kind: "swallow"; readonly nth: number }
  /** From the nth chunk of the browser's on nothing passes, and nobody is told; some time later the browser gives up, the server does not. */
  | { readonly kind: "half-open"; readonly nth: number; readonly wait: number };

export function pickTrouble(random: Random): Trouble {
  const below = (limit: number): number => Math.floor(random() * limit);
  // A connection begins with the request for the upgrade and the hello: most cuts are to come later.
  const nth = 2 + below(12);
  switch (below(12)) {
    case 0:
    case 1:
      return { kind: "cut", way: "down", after: 200 + below(7000) };
    case 2:
      return { kind: "cut", way: "up", after: 300 + below(1500) };
    case 3:
    case 4:
      return { kind: "cut after sending", nth };
    case 5:
    case 6:
      return { kind: "swallow", nth };
    case 7:
      return { kind: "half-open", nth, wait: 20 + below(150) };
    case 8:
      return { kind: "throttle" };
    case 9:
      return { kind: "delay", most: 1 + below(40) };
    default:
      return { kind: "none" };
  }
}
