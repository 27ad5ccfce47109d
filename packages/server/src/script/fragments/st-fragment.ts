import { badOption } from "../../errors.ts";
import { milliseconds } from "../cache/duration.ts";
import { takeCallSite } from "../call-site.ts";
import { callFragment } from "./call-fragment.ts";

export interface FragmentOptions {
  /** Names the fragment for `st.rerun(key)`, and keeps it the same one whatever else changes. 1 to 200 characters, once a run. */
  readonly key?: string | undefined;
  /** Runs it again by itself: a number of seconds, or a text such as "10s" or "1m30s", counted from the end of one run to the next. */
  readonly runEvery?: number | string | undefined;
  /** True: the page does not wait for it, but runs on beside it; the call returns nothing. Default false. */
  readonly parallel?: boolean | undefined;
}

/** Any function: what a fragment's body can be. */
type Body = (...args: never[]) => unknown;

const RESERVED = ["app", "fragment"];

/**
 * Makes a function whose part of the page runs again on its own: using a widget in it runs it alone, with the arguments of its last
 * call, beside a page that is waiting. It returns what the body returns when the page calls it. The body may be async.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const clock = st.fragment(() => st.write(new Date().toLocaleTimeString()), { runEvery: "1s" });
 * clock();
 */
export function fragment<F extends Body>(body: F, options: FragmentOptions & { readonly parallel: true }): (...args: Parameters<F>) => void;
export function fragment<F extends Body>(body: F, options?: FragmentOptions): (...args: Parameters<F>) => ReturnType<F>;
export function fragment(body: (...args: unknown[]) => unknown, options: FragmentOptions = {}): (...args: unknown[]) => unknown {
  const site = takeCallSite("fragment", body, options);
  const call = "st.fragment";
  if (typeof body !== "function") throw badOption(call, "body", "a function that writes a part of the page", body);
  if (typeof options !== "object" || options === null) throw badOption(call, "the last argument", "an object of options", options);
  const { key, runEvery, parallel = false } = options;
  if (key !== undefined && typeof key !== "string") throw badOption(call, "key", "a string of 1 to 200 characters", key);
  if (key !== undefined && RESERVED.includes(key)) throw badOption(call, "key", 'any text but "app" and "fragment"', key);
  if (typeof parallel !== "boolean") throw badOption(call, "parallel", "true or false", parallel);
  const every = runEvery === undefined ? undefined : seconds(runEvery);
  const name = body.name || site?.name || "fragment";
  return (...args) => callFragment({ site, key, every, parallel, name, body: () => body(...args) });
}

function seconds(runEvery: unknown): number {
  const ms = typeof runEvery === "number" || typeof runEvery === "string" ? milliseconds(runEvery) : undefined;
  if (ms === undefined) throw badOption("st.fragment", "runEvery", 'a number of seconds above 0, or a text such as "10s"', runEvery);
  return ms / 1000;
}
