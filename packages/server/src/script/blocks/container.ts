import type { Gap, Height, Width } from "@rivulet/protocol";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";

export interface ContainerOptions {
  readonly key?: string | undefined;
  /** Default: only with a fixed height. */
  readonly border?: boolean | undefined;
  readonly width?: Width | undefined;
  /** Pixels (what is taller scrolls), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /** Elements beside one another, in a row that wraps. */
  readonly horizontal?: boolean | undefined;
  readonly wrap?: boolean | undefined;
  readonly horizontalAlignment?: "left" | "center" | "right" | "distribute" | undefined;
  readonly verticalAlignment?: "top" | "center" | "bottom" | "distribute" | undefined;
  /** Pixels or a size; default "small". */
  readonly gap?: Gap | undefined;
  /** Stay at the lower end while content grows. */
  readonly autoscroll?: boolean | undefined;
}

/**
 * Makes a box that elements can be written into later, out of order.
 * @example
 * const top = st.container();
 * st.write("below");
 * top.write("above");
 */
export function container(this: Container, options: ContainerOptions = {}): Container {
  const site = takeCallSite("container", this, options);
  const { key, border, width, height, horizontal, wrap, horizontalAlignment, verticalAlignment, gap, autoscroll } = options;
  const props = { border, width, height, horizontal, wrap, horizontalAlignment, verticalAlignment, gap, autoscroll };
  return new Container(this.block("container", props, { call: "st.container", site, label: "", key }));
}
