import { decodeFrame, type Node, type PageConfig } from "@rivulet/protocol";

/** What the first frames of a page say that its HTML can say too. */
export interface FirstFrames {
  readonly title: string | undefined;
  readonly description: string | undefined;
  readonly locale: string | undefined;
  /** The app has no page at this address. */
  readonly notFound: boolean;
  /** Types of elements, in the order in which they appear; and "navigation" if the app has pages to list. */
  readonly types: readonly string[];
}

/** Looks into the frames that a page's HTML carries: few and small ones. */
export function readFirstFrames(frames: readonly Uint8Array[]): FirstFrames {
  const types = new Set<string>();
  let config: PageConfig = {};
  const visit = (node: Node): void => {
    types.add(node.type);
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const msg of frames.flatMap((bytes) => decodeFrame(bytes).msgs)) {
    if (msg.type === "pageConfig" || msg.type === "tree") ({ config } = msg);
    if ((msg.type === "navigation" || msg.type === "tree") && msg.navigation !== undefined) types.add("navigation");
    if (msg.type === "tree") for (const root of msg.roots) visit(root);
    if (msg.type !== "delta") continue;
    for (const delta of msg.deltas) {
      if (delta.type !== "children") continue;
      for (const entry of delta.order) if ("type" in entry) visit(entry);
    }
  }
  const { title, description, locale } = config;
  return { title, description, locale, notFound: types.has("pageNotFound"), types: [...types] };
}
