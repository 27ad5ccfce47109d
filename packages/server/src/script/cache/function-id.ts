import { createHash } from "node:crypto";
import type { CallSite } from "../call-site.ts";

/** Which cached function it is, and how messages name it. */
export interface FunctionId {
  readonly id: string;
  readonly name: string;
  /** `load(...)`, for messages and the spinner. */
  readonly call: string;
}

/** Functions of the same text at the same place are one: a page's body defines its own anew in every run. */
export function functionId(kind: string, site: CallSite | undefined, fn: (...args: never[]) => unknown, key = ""): FunctionId {
  const name = fn.name || site?.name || "cached function";
  const place = site?.id ?? stackPlace();
  const id = createHash("sha256")
    .update(JSON.stringify([kind, place, key, String(fn)]))
    .digest("base64url");
  return { id, name, call: `${name}(...)` };
}

/** Modules that are not compiled by rivulet (packages, tests) have no call sites: there the stack tells the place. */
function stackPlace(): string {
  const lines = (new Error().stack ?? "").split("\n").slice(1);
  // This function, its caller, and the public function are rivulet's own.
  return lines[3]?.trim() ?? "";
}
