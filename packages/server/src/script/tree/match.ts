import type { ElementType } from "@rivulet/protocol";
import type { Course } from "./course.ts";
import { sameProps, type Props } from "./props.ts";
import type { Identity, Place, TreeBlock, TreeNode } from "./tree-node.ts";

/** Old siblings among which content is sought in mid-run (FM3). */
export const WINDOW = 32;

/** True if `old` is a display element that shows exactly this. */
export function isSame(old: TreeNode, type: ElementType, props: Props): boolean {
  return old.type === type && old.place === undefined && sameProps(old.props, props);
}

/** True if equal content was passed over shortly before: it moved, it is not new. */
export function wasPassedOver({ children }: TreeBlock, course: Course, type: ElementType, props: Props): boolean {
  if (course.holes === 0 && course.out === undefined) return false;
  for (let i = course.at - 1, first = Math.max(0, course.at - 2 * WINDOW); i >= first; i--) {
    const old = children[i] as TreeNode;
    if (old.seen !== course.pass && isSame(old, type, props)) return true;
  }
  return false;
}

/** True if `place` is that of the next emit with this identity (the types being equal). */
export function isPlace(place: Place | undefined, identity: Identity, pass: number): boolean {
  if (place === undefined || place.key !== identity.key) return false;
  if (place.key !== undefined) return true;
  if (place.site !== identity.site || place.label !== identity.label) return false;
  return place.group === undefined || place.group.next(pass) === place.occurrence;
}

/** An identity as a map's key. */
export function nameOf(type: ElementType, { key, site, label }: Identity): string {
  return key === undefined ? `${type}\0${site}\0${label}` : `${type}\0${key}`;
}

/** The children by identity; of equal ones the first. */
export function indexOf(block: TreeBlock, course: Course): Map<string, TreeNode> {
  const index = new Map<string, TreeNode>();
  for (const nodes of [block.children, course.out ?? []]) {
    for (const node of nodes) {
      if (node.place === undefined || node.standing === "gone") continue;
      const name = nameOf(node.type, node.place);
      if (node.place.occurrence === 0 || !index.has(name)) index.set(name, node);
    }
  }
  return index;
}
