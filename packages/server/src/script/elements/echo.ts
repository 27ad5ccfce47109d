import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { isPromiseLike } from "../promise-like.ts";
import { checkChoice } from "./option-checks.ts";

export interface EchoOptions {
  /** Where the source stands: "above" (default) what the body writes, or "below" it. */
  readonly codeLocation?: "above" | "below" | undefined;
}

/**
 * Runs `body` and shows its source, as it is written in the page. Returns what the body returns: await it if the body is async.
 * @throws what the body throws; BadOptionError for options that make no sense.
 * @example
 * st.echo(() => {
 *   st.write("What you see is what was written.");
 * });
 */
export function echo<T>(this: Container, body: (container: Container) => T, options: EchoOptions = {}): T {
  const site = takeCallSite("echo", body, options);
  const call = "st.echo";
  if (typeof body !== "function") throw badOption(call, "body", "a function whose source is shown: st.echo(() => { ... })", body);
  const { codeLocation = "above" } = options;
  checkChoice(call, "codeLocation", codeLocation, ["above", "below"]);
  // Compiled code is not what was written; what nobody compiled is.
  const source = site?.source ?? bodyText(String(body));
  if (codeLocation === "above") {
    this.code(source);
    return this.with(body);
  }
  const result = this.with(body);
  const show = <V>(value: V): V => {
    this.code(source);
    return value;
  };
  return isPromiseLike(result) ? (result.then(show) as T) : show(result);
}

/** What stands between the outer braces of a function's text. */
function bodyText(text: string): string {
  const from = text.indexOf("{");
  return from < 0 ? text.replace(/^[^=]*=>\s*/, "") : text.slice(from + 1, text.lastIndexOf("}"));
}
