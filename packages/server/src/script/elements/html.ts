import type { Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import type { Container, ElementHandle } from "../container.ts";
import { checkShared, checkText } from "./option-checks.ts";
import { ownText } from "./value-text.ts";

export interface HtmlOptions {
  /** Default "stretch". */
  readonly width?: Width | undefined;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;" };

/**
 * Shows HTML. The browser sanitises it: scripts, event handlers and foreign frames are taken out.
 * As a template tag it escapes what is put in, so that data stays text; arrays are joined, null and undefined are left out.
 * @throws BadOptionError for an empty body, and for objects in a template that have no text of their own.
 * @example
 * st.html`<b>${name}</b> signed up`;
 * st.html("<hr>");
 */
export function html(this: Container, body: TemplateStringsArray, ...values: readonly unknown[]): ElementHandle;
export function html(this: Container, body: string, options?: HtmlOptions): ElementHandle;
export function html(this: Container, body: string | TemplateStringsArray, ...rest: readonly unknown[]): ElementHandle {
  const call = "st.html";
  const tagged = Array.isArray(body) && "raw" in body;
  const source = tagged ? escaped(call, body as TemplateStringsArray, rest) : body;
  const options = (tagged ? {} : (rest[0] ?? {})) as HtmlOptions;
  checkText(call, "body", source);
  if (source.trim() === "") throw badOption(call, "body", "HTML that is not empty", source);
  checkShared(call, options);
  return this.emit(call, "html", { body: source, width: options.width });
}

function escaped(call: string, parts: TemplateStringsArray, values: readonly unknown[]): string {
  return parts.reduce((body, part, i) => body + escape(call, values[i - 1]) + part);
}

function escape(call: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (Array.isArray(value)) return value.map((item) => escape(call, item)).join("");
  const text = typeof value === "object" || typeof value === "function" ? ownText(value) : String(value as string);
  if (text === undefined) throw badOption(call, "what is put into the template", "text, a number or a list of them", value);
  return text.replaceAll(/[&<>"'`]/g, (mark) => ESCAPES[mark] ?? mark);
}
