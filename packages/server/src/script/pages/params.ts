import { badOption } from "../../errors.ts";
import { currentPlace } from "../script-run-context.ts";
import type { ParamsOf } from "./route-params.ts";

const CALL = "st.params";

/**
 * What the address of the page says for the parts of its path in brackets, decoded. Name the path, and the result has its type; in a
 * page that is a file that is the file's own path.
 * @throws BadOptionError if the page that is shown has another path.
 * @example
 * // pages/orders/[id].ts
 * const { id } = st.params("/orders/[id]");
 */
export function params(): Readonly<Record<string, string>>;
export function params<const Path extends string>(path: Path): ParamsOf<Path>;
export function params(path?: string): Readonly<Record<string, string>> {
  const { ctx } = currentPlace(CALL);
  ctx.check(CALL);
  const { pages } = ctx.session;
  if (path !== undefined && path !== pages.path)
    throw badOption(
      CALL,
      "path",
      pages.path === undefined ? "left out: no page is shown yet" : `the path of this page (${pages.path})`,
      path,
    );
  return { ...pages.params };
}
