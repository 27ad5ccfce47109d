import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import type { Container } from "../container.ts";
import { buttonProps, type ButtonLook } from "./button-options.ts";

export interface LinkButtonOptions extends ButtonLook {
  /**
   * What else a click does: "ignore" nothing, "rerun" runs the page too; a function is called before the page runs and may be async.
   * Default "ignore".
   */
  readonly onClick?: (() => unknown) | "rerun" | "ignore" | undefined;
}

const PROTOCOLS = new Set(["http:", "https:", "mailto:", "tel:"]);
/** Only tells what browsers would make of a relative address. */
const ANYWHERE = "https://page.invalid/";

/**
 * Shows a link that looks like a button. It opens in a new tab, so that the page and what was entered on it stay. The label is
 * inline markdown. With `onClick` it is also true in the one run that its click caused.
 * @param url An http(s), mailto or tel address, or one relative to the app's.
 * @throws BadOptionError for options that make no sense, and addresses of other kinds, such as `javascript:`.
 * @example
 * st.linkButton("Tide tables", "https://tides.example.org");
 * if (st.linkButton("Report", reportUrl, { onClick: "rerun" })) state.read = true;
 */
export function linkButton(
  this: Container,
  label: string,
  url: string,
  options: LinkButtonOptions & { readonly onClick: (() => unknown) | "rerun" },
): boolean;
export function linkButton(
  this: Container,
  label: string,
  url: string,
  options?: LinkButtonOptions & { readonly onClick?: "ignore" | undefined },
): void;
export function linkButton(this: Container, label: string, url: string, options: LinkButtonOptions): boolean | void;
export function linkButton(this: Container, label: string, url: string, options: LinkButtonOptions = {}): boolean | void {
  const site = takeCallSite("linkButton", label, url, options);
  const call = "st.linkButton";
  const look = buttonProps(call, label, options);
  const { key, onClick = "ignore" } = options;
  if (onClick !== "ignore" && onClick !== "rerun" && typeof onClick !== "function")
    throw badOption(call, "onClick", '"rerun", "ignore" or a function', onClick);
  if (!isLink(url)) throw badOption(call, "url", "an http(s), mailto or tel address, or a relative one", url);
  const runs = onClick !== "ignore" || undefined;
  const onChange = typeof onClick === "function" ? onClick : undefined;
  const pressed = this.trigger("linkButton", { ...look, url, runs }, { call, site, label, key, onChange }) === true;
  return runs ? pressed : undefined;
}

function isLink(url: unknown): url is string {
  return typeof url === "string" && url.trim() !== "" && URL.canParse(url, ANYWHERE) && PROTOCOLS.has(new URL(url, ANYWHERE).protocol);
}
