import type { SessionTree } from "../session-tree.ts";
import { TreeBlock, type TreeNode } from "./tree-node.ts";

/** Every node of a tree, also those that a run under way has emitted and no flush has settled. */
export function* eachNode({ roots }: Pick<SessionTree, "roots">): Iterable<TreeNode> {
  const open: TreeNode[] = Object.values(roots);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    yield node;
    if (!(node instanceof TreeBlock)) continue;
    open.push(...node.children);
    if (node.course?.out !== undefined) open.push(...node.course.out);
  }
}
