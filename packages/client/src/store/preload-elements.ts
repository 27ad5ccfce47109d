import type { Frame, Node } from "@rivulet/protocol";
import type { ElementRegistry } from "../elements/element-registry.ts";

/** Starts loading the code of elements that a frame brings, before anything of it is rendered. */
export function preloadElements({ msgs }: Frame, registry: ElementRegistry): void {
  const visit = (node: Node) => {
    registry[node.type].preload?.();
    if ("children" in node) for (const child of node.children) visit(child);
  };
  for (const msg of msgs) {
    if (msg.type === "tree") for (const root of msg.roots) visit(root);
    if (msg.type !== "delta") continue;
    for (const delta of msg.deltas) {
      if (delta.type !== "children") continue;
      for (const entry of delta.order) if ("type" in entry) visit(entry);
    }
  }
}
