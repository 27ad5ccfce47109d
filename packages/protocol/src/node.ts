import type { BlockType, DisplayType, PropsOf, TriggerType, WidgetType } from "./elements/index.ts";

/** Names a node for the life of its session (until a whole-tree frame renumbers). */
export type NodeId = number;
/** Names a widget by identity (FM4), stable across runs, workers and restarts. */
export type WidgetId = string;

/** An element without children, as it crosses the wire. */
export type ElementNode = {
  [T in DisplayType | WidgetType | TriggerType]: {
    readonly id: NodeId;
    readonly type: T;
    readonly props: PropsOf<T>;
    /** The user's explicit key. */
    readonly key?: string;
    /** Present on widgets and triggers: what a BackMsg names. */
    readonly widget?: WidgetId;
  };
}[DisplayType | WidgetType | TriggerType];

/** An element with children, as it crosses the wire. */
export type BlockNode = {
  [T in BlockType]: {
    readonly id: NodeId;
    readonly type: T;
    readonly props: PropsOf<T>;
    readonly key?: string;
    /** Present on stateful blocks. */
    readonly widget?: WidgetId;
    readonly children: readonly Node[];
  };
}[BlockType];

export type Node = ElementNode | BlockNode;

/** The roots of every tree, with fixed ids (what is over the page stands in `overlay`); all are `container` blocks below the tree's own node 0. */
export const ROOT_IDS = { main: 1, sidebar: 2, bottom: 3, overlay: 4 } as const;
export type RootName = keyof typeof ROOT_IDS;
/** The first id that a session's own nodes get. */
export const FIRST_NODE_ID = 8;
