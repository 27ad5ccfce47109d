import type { AlertProps, Width } from "@rivulet/protocol";
import type { Container, ElementHandle } from "../container.ts";
import { dedented } from "./dedented.ts";
import { checkIcon, iconsIn, isEmoji } from "./icon/icons-in.ts";
import { materialIcon } from "./icon/material-icons.ts";
import { checkOptionalText, checkShared, checkText } from "./option-checks.ts";

export interface AlertOptions {
  /** One emoji or `:material/name:`. An icon that begins the text is taken if none is named; "" takes none. */
  readonly icon?: string | undefined;
  /** A bold line above the text. */
  readonly title?: string | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

/**
 * Shows a green box: something went well. The text is markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.success("Saved", { icon: ":material/check:" });
 */
export function success(this: Container, body: string, options: AlertOptions = {}): ElementHandle {
  return alert(this, "success", body, options);
}

/**
 * Shows a blue box: something to know. The text is markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.info("Prices are of yesterday evening.");
 */
export function info(this: Container, body: string, options: AlertOptions = {}): ElementHandle {
  return alert(this, "info", body, options);
}

/**
 * Shows a yellow box: something to take care of. The text is markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.warning("Two sensors have not answered since noon.");
 */
export function warning(this: Container, body: string, options: AlertOptions = {}): ElementHandle {
  return alert(this, "warning", body, options);
}

/**
 * Shows a red box: something failed. The text is markdown. For an `Error` with its place see `exception`.
 * @throws BadOptionError for options that make no sense.
 * @example
 * st.error("The file has no column **price**.", { title: "Cannot read prices.csv" });
 */
export function error(this: Container, body: string, options: AlertOptions = {}): ElementHandle {
  return alert(this, "error", body, options);
}

function alert(into: Container, kind: AlertProps["kind"], text: string, options: AlertOptions): ElementHandle {
  const call = `st.${kind}`;
  checkText(call, "body", text);
  checkShared(call, options);
  const { title, width } = options;
  checkOptionalText(call, "title", title);
  let { icon } = options;
  let body = dedented(text);
  if (icon === undefined) {
    icon = leadingIcon(body);
    if (icon !== undefined) body = body.slice(icon.length).trimStart();
  } else if (icon === "") icon = undefined;
  else checkIcon(call, icon);
  return into.emit(call, "alert", { kind, body, icon, title, width, icons: iconsIn(body, icon, title) });
}

/** The icon with which a text begins: it then stands where icons of boxes stand. */
function leadingIcon(body: string): string | undefined {
  const first = /^\S{1,60}(?=\s+\S)/u.exec(body)?.[0];
  if (first === undefined) return undefined;
  const name = /^:material\/([a-z0-9_-]+):$/.exec(first)?.[1];
  return (name === undefined ? isEmoji(first) : materialIcon(name) !== undefined) ? first : undefined;
}
