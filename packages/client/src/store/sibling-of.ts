import type { Node, NodeId } from "@rivulet/protocol";
import type { Sibling } from "./match-siblings.ts";

/**
 * How a node is told from its siblings: by the id that the page is known to have for it; by its own identity; a block without one by the
 * first below it; else by what it shows.
 */
export function siblingOf(node: Node, id: NodeId | undefined): Sibling {
  const own = node.widget ?? node.key;
  const kind = `${node.type}\n${node.widget ?? ""}\n${node.key ?? ""}`;
  if (id !== undefined) return { kind, name: String(id) };
  return { kind, name: own === undefined ? `${kind}\n${identityBelow(node) ?? shown(node)}` : kind };
}

function identityBelow(node: Node): string | undefined {
  if (!("children" in node)) return undefined;
  for (const child of node.children) {
    const identity = child.widget ?? child.key ?? identityBelow(child);
    if (identity !== undefined) return identity;
  }
  return undefined;
}

/** Of a block also what its first child shows: enough to tell rows apart, and no more than one line down the tree. */
function shown(node: Node): string {
  const props = JSON.stringify(node.props, asText);
  const first = "children" in node ? node.children[0] : undefined;
  return first ? `${props}\n${first.type}\n${shown(first)}` : props;
}

/** What JSON cannot say, or at length only. */
function asText(_name: string, value: unknown): unknown {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  return typeof value === "bigint" ? String(value) : value;
}
