import type { Gap, Height, Width } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { checkChoice, checkFlag, checkShared } from "../elements/option-checks.ts";
import { checkGap } from "./gap.ts";

export interface ContainerOptions {
  /** Names the container, so that it stays the same one whatever else changes. 1 to 200 characters, once a run. */
  readonly key?: string | undefined;
  /** Default: only with a height in pixels. */
  readonly border?: boolean | undefined;
  /** Pixels, "stretch" (default) or "content". */
  readonly width?: Width | undefined;
  /** Pixels (what is taller scrolls), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /** Elements beside one another, in a row that wraps. */
  readonly horizontal?: boolean | undefined;
  /** Whether a horizontal container's row wraps. Default true. */
  readonly wrap?: boolean | undefined;
  /** Default "left". */
  readonly horizontalAlignment?: "left" | "center" | "right" | "distribute" | undefined;
  /** Default "top". */
  readonly verticalAlignment?: "top" | "center" | "bottom" | "distribute" | undefined;
  /** Pixels or a size. Default "small". */
  readonly gap?: Gap | undefined;
  /** Stay at the lower end while content grows. Needs a height in pixels. */
  readonly autoscroll?: boolean | undefined;
}

/**
 * Makes a box that elements can be written into later, out of order.
 * @throws BadOptionError for options that make no sense.
 * @example
 * const top = st.container();
 * st.write("below");
 * top.write("above");
 */
export function container(this: Container, options: ContainerOptions = {}): Container {
  const site = takeCallSite("container", this, options);
  const call = "st.container";
  checkShared(call, options);
  const { key, border, width, height, horizontal, wrap, horizontalAlignment, verticalAlignment, gap, autoscroll } = options;
  checkFlag(call, "horizontal", horizontal);
  checkFlag(call, "autoscroll", autoscroll);
  checkGap(call, gap);
  checkChoice(call, "horizontalAlignment", horizontalAlignment, ["left", "center", "right", "distribute"]);
  checkChoice(call, "verticalAlignment", verticalAlignment, ["top", "center", "bottom", "distribute"]);
  const props = { border, width, height, horizontal, wrap, horizontalAlignment, verticalAlignment, gap, autoscroll };
  return new Container(this.block("container", props, { call, site, label: "", key }));
}
