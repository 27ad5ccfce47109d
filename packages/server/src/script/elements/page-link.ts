import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { Page } from "../pages/page.ts";
import { placeOf, queryOf, type PageTarget, type PlainTarget, type TargetOptions } from "../pages/target.ts";
import { checkIcon, iconsIn } from "./icon/icons-in.ts";
import { checkChoice, checkShared } from "./option-checks.ts";

export interface PageLinkOptions {
  /** What it says, inline markdown. Default: the page's title; an address elsewhere needs one. */
  readonly label?: string | undefined;
  /** One emoji or `:material/name:`. Default: the page's. */
  readonly icon?: string | undefined;
  /** Default "left". */
  readonly iconPosition?: "left" | "right" | undefined;
  /** Markdown shown while the pointer or the keyboard is on it. */
  readonly help?: string | undefined;
  /** True: shown, but not to be followed. Default false. */
  readonly disabled?: boolean | undefined;
  /** Pixels, "stretch" or "content" (default). */
  readonly width?: Width | undefined;
}

const CALL = "st.pageLink";

/**
 * Shows a link to a page of the app: a page, its file relative to the entry, or its address ("/orders/7"); or to an http(s) address
 * elsewhere, which opens beside the app. The link of the page that is shown is marked as the current one.
 * @throws UnknownPageError for what is no page of the app; BadOptionError for options that make no sense and missing parameters.
 * @example
 * st.pageLink(order, { label: "Order 7", params: { id: "7" }, queryParams: { tab: "items" } });
 * st.pageLink("https://example.org", { label: "Manual", icon: ":material/menu_book:" });
 */
export function pageLink<Params extends object>(
  this: Container,
  page: Page<Params>,
  options: PageLinkOptions & TargetOptions<Params> & { readonly params: Params },
): ElementHandle;
export function pageLink(this: Container, page: PlainTarget, options?: PageLinkOptions & TargetOptions): ElementHandle;
export function pageLink(this: Container, page: PageTarget, options: PageLinkOptions & TargetOptions = {}): ElementHandle {
  checkShared(CALL, options);
  const { iconPosition, help, disabled, width } = options;
  checkChoice(CALL, "iconPosition", iconPosition, ["left", "right"]);
  const { session } = this.at(CALL).ctx;
  const url = addressElsewhere(page);
  if (url !== undefined && options.params !== undefined)
    throw badOption(CALL, "params", "left out: an address elsewhere has no parts in brackets", options.params);
  const place = url === undefined ? placeOf(session, CALL, page, options) : undefined;
  const known = place && session.pages.entryAt(page, place.path);
  const label = options.label ?? (page instanceof Page ? page.title : known?.title);
  if (typeof label !== "string" || label === "")
    throw badOption(CALL, "label", "a text, since an address has none of its own", options.label);
  const icon = options.icon ?? (page instanceof Page ? page.icon : known?.icon);
  checkIcon(CALL, icon);
  const query = url === undefined ? "" : queryOf(CALL, options.queryParams);
  return this.emit(CALL, "pageLink", {
    label,
    ...(place === undefined ? { url: withQuery(url as string, query) } : place),
    current: place?.path === session.place.path || undefined,
    icon,
    iconPosition,
    help,
    disabled,
    width: width ?? "content",
    icons: iconsIn(label, help, icon),
  });
}

function addressElsewhere(page: PageTarget): string | undefined {
  const address = page instanceof Page ? (page.source.type === "url" ? page.source.url : undefined) : page;
  return typeof address === "string" && /^https?:\/\//i.test(address) && URL.canParse(address) ? address : undefined;
}

function withQuery(address: string, query: string): string {
  if (query === "") return address;
  const url = new URL(address);
  url.search += `${url.search === "" ? "?" : "&"}${query}`;
  return url.href;
}
