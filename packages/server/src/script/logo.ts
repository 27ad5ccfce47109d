import type { PageLogo } from "@rivulet/protocol";
import { badOption } from "../errors.ts";
import { checkChoice, checkOptionalText } from "./elements/option-checks.ts";
import { imageSource, type ImageInput } from "./media/image-source.ts";
import { showConfig } from "./page-config.ts";
import type { ScriptRunContext } from "./script-run-context.ts";
import type { ScriptSession } from "./script-session.ts";

export interface LogoOptions {
  /** How high it is: 20, 24 (default, "medium") or 32 pixels. */
  readonly size?: "small" | "medium" | "large" | undefined;
  /** An http(s) address that a click opens in a new tab. Default: the start page, in this one. */
  readonly link?: string | undefined;
  /** Stands in while the sidebar is closed, where there is little room. Default: the image itself. */
  readonly iconImage?: ImageInput | undefined;
  /** What it is called for those who do not see it. Default "Logo". */
  readonly alt?: string | undefined;
}

/** Sets the logo of this run, and tells the browser if it is another one. */
export function setLogo({ session, root }: ScriptRunContext, image: ImageInput, options: LogoOptions): void {
  const call = "st.logo";
  if (typeof options !== "object" || options === null) throw badOption(call, "the last argument", "an object of options", options);
  const { size = "medium", link, iconImage, alt = "Logo" } = options;
  checkChoice(call, "size", size, ["small", "medium", "large"]);
  checkOptionalText(call, "alt", alt);
  if (link !== undefined && !(typeof link === "string" && /^https?:\/\//i.test(link) && URL.canParse(link)))
    throw badOption(call, "link", "an http(s) address", link);
  const icon = iconImage === undefined ? undefined : imageSource(session, call, "iconImage", iconImage);
  const logo: PageLogo = { image: imageSource(session, call, "image", image), size, alt, ...(icon && { icon }), ...(link && { link }) };
  session.logoRun = root.run;
  session.logo = logo;
  showConfig(session);
}

/** Takes away the logo of a page that does not show it any more: its run `run` has finished. */
export function dropLogo(session: ScriptSession, run: number): void {
  if (session.logo === undefined || session.logoRun >= run) return;
  session.logo = undefined;
  showConfig(session);
}
