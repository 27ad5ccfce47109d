import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { checkShared, checkText } from "./option-checks.ts";

export interface HtmlOptions {
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/**
 * Shows HTML. The browser sanitises it: scripts, event handlers and foreign frames are taken out.
 * As a template tag it escapes what is put in, so that data stays text; arrays are joined, null and undefined are left out.
 * @throws BadOptionError for an empty body.
 * @example
 * st.html`<b>${name}</b> signed up`;
 * st.html("<hr>");
 */
export function html(this: Container, body: TemplateStringsArray, ...values: readonly unknown[]): ElementHandle;
export function html(this: Container, body: string, options?: HtmlOptions): ElementHandle;
export function html(this: Container, body: string | TemplateStringsArray, ...rest: readonly unknown[]): ElementHandle {
  const call = "st.html";
  const tagged = typeof body === "object" && Array.isArray(body);
  const source = tagged ? escaped(body as TemplateStringsArray, rest) : body;
  const options = (tagged ? {} : (rest[0] ?? {})) as HtmlOptions;
  checkText(call, "body", source);
  if (source.trim() === "") throw badOption(call, "body", "HTML that is not empty", source);
  checkShared(call, options);
  return this.emit(call, "html", { body: source, width: options.width });
}

function escaped(parts: TemplateStringsArray, values: readonly unknown[]): string {
  return parts.reduce((body, part, i) => body + escape(values[i - 1]) + part);
}

function escape(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map(escape).join("");
  return String(value).replaceAll(/[&<>"'`]/g, (mark) => ESCAPES[mark] ?? mark);
}
