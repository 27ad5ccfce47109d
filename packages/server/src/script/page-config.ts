import type { PageConfig } from "@rivulet/protocol";
import { isDeepStrictEqual } from "node:util";
import { badOption } from "../errors.ts";
import { materialIcon } from "./elements/icon/material-icons.ts";
import { checkIcon } from "./elements/icon/icons-in.ts";
import { checkOptionalText } from "./elements/option-checks.ts";
import type { ScriptRunContext } from "./script-run-context.ts";
import type { ScriptSession } from "./script-session.ts";

const LAYOUTS = ["centered", "wide"];
const SIDEBARS = ["auto", "expanded", "collapsed"];

/** Merges `config` into what the page said of itself, and tells the browser if that changed something. */
export function setPageConfig({ session }: ScriptRunContext, config: PageConfig): void {
  const call = "st.setPageConfig";
  if (typeof config !== "object" || config === null) throw badOption(call, "config", "an object", config);
  if (config.title !== undefined && typeof config.title !== "string") throw badOption(call, "title", "a string", config.title);
  checkOptionalText(call, "description", config.description);
  if (config.icon !== undefined && (typeof config.icon !== "string" || config.icon.length > 100_000)) {
    throw badOption(call, "icon", "an emoji or a data URL of at most 100,000 characters", config.icon);
  }
  if (config.layout !== undefined && !LAYOUTS.includes(config.layout))
    throw badOption(call, "layout", '"centered" or "wide"', config.layout);
  const { sidebar } = config;
  if (sidebar !== undefined && !(typeof sidebar === "number" ? sidebar >= 200 && sidebar <= 600 : SIDEBARS.includes(sidebar))) {
    throw badOption(call, "sidebar", '"auto", "expanded", "collapsed" or a width from 200 to 600 pixels', sidebar);
  }
  checkMenu(call, config.menu);
  if (config.locale !== undefined && !isLocale(config.locale)) {
    throw badOption(call, "locale", 'a language tag such as "de" or "ar-EG"', config.locale);
  }
  const { icon } = config;
  session.ownConfig = { ...session.ownConfig, ...config, ...(icon !== undefined && { icon: favicon(call, icon) }) };
  showConfig(session);
}

/** Tells the browser what the page says of itself, if that has changed: what `st.setPageConfig` said comes before what its declaration says. */
export function showConfig(session: ScriptSession): void {
  const { title, icon } = session.pages.facts;
  const merged = {
    ...(title !== undefined && { title }),
    ...(icon !== undefined && { icon: favicon("st.page", icon) }),
    ...session.ownConfig,
    ...(session.logo && { logo: session.logo }),
  };
  if (isDeepStrictEqual(merged, session.config)) return;
  session.config = merged;
  session.output.add({ type: "pageConfig", config: merged });
}

/** Entries of the page's menu: two links and a text. */
function checkMenu(call: string, menu: PageConfig["menu"]): void {
  if (menu === undefined) return;
  if (typeof menu !== "object" || menu === null) throw badOption(call, "menu", "an object with help, bug and about", menu);
  for (const [name, value] of Object.entries(menu)) {
    if (name === "about") checkOptionalText(call, "menu.about", value);
    else if (name !== "help" && name !== "bug") throw badOption(call, "menu", "an object with help, bug and about", name);
    else if (value !== undefined && !(typeof value === "string" && /^(https?:|mailto:)/i.test(value)))
      throw badOption(call, `menu.${name}`, "an http(s) or mailto address", value);
  }
}

/** A Material icon as the SVG that a browser can show in its tab; everything else as it is. */
function favicon(call: string, icon: string): string {
  const name = /^:material\/(.+):$/.exec(icon)?.[1];
  if (name === undefined) return icon;
  checkIcon(call, icon);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="#6366f1" d="${materialIcon(name)}"/></svg>`;
}

/** True for a well-formed language tag (BCP 47), such as "de", "zh-Hant" or "ar-EG". */
function isLocale(value: unknown): boolean {
  if (typeof value !== "string") return false;
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}
