import type { ElementType, NodeId, WidgetId } from "@rivulet/protocol";

/** Props as element functions make them: plain data; `undefined` means absent. */
export type Props = Readonly<Record<string, unknown>>;

/** What makes two emits of two runs the same element (FM4). Display elements have none. */
export interface Identity {
  readonly key: string | undefined;
  /** The call site's id, "" if unknown. */
  readonly site: string;
  readonly label: string;
}

/** An element in the live tree; also the handle by which it is updated and replaced in its run. */
export class TreeNode {
  /** Names the node on the wire. 0 for a display element that no flush has placed yet. */
  id: NodeId = 0;
  type: ElementType;
  /** The tree's own copy. */
  props: Props;
  readonly parent: TreeBlock | undefined;

  constructor(type: ElementType, props: Props, parent: TreeBlock | undefined) {
    this.type = type;
    this.props = props;
    this.parent = parent;
  }

  get key(): string | undefined {
    return undefined;
  }

  get widget(): WidgetId | undefined {
    return undefined;
  }
}

/** An element with children. */
export class TreeBlock extends TreeNode {
  /** In mid-run: what was emitted, and the old children that were not reached yet. */
  children: TreeNode[] = [];
}
