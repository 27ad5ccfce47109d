import type { BlockType, DisplayType, ElementType, NodeId, PropsOf, TriggerType, ValueOf, WidgetType } from "@rivulet/protocol";
import type { ReactNode } from "react";

/** What a component of a display element gets. */
export interface DisplayElementProps<T extends DisplayType> {
  readonly props: PropsOf<T>;
}

/** What a component of a widget gets. It renders `value`, never `props.value`. */
export interface WidgetElementProps<T extends WidgetType> {
  readonly props: PropsOf<T>;
  /** The draft, else what was sent and not yet answered, else the server's value. */
  readonly value: ValueOf<T>;
  /** Sends a value: the page runs again. Drops the draft. With `props.deferred` the value becomes one that waits for the next message. */
  readonly setValue: (value: ValueOf<T>) => void;
  /** Keeps a half-entered value that no run knows yet; a trigger's message takes it along (BM3). */
  readonly setDraft: (value: ValueOf<T>) => void;
  /** Sends the draft, if there is one that differs from what was sent last; with `props.deferred` it waits for the next message. */
  readonly commitDraft: () => void;
  /** Forgets the draft: what was sent last, else the server's value, shows again. */
  readonly dropDraft: () => void;
}

/** What a component of a trigger gets. */
export interface TriggerElementProps<T extends TriggerType> {
  readonly props: PropsOf<T>;
  /** Sends all drafts and the trigger in one message. */
  readonly fire: (value: ValueOf<T>) => void;
  /** Marks the fields of its form that must be filled in and are empty; returns their nodes. */
  readonly complain: () => readonly NodeId[];
}

/** What a component of a block gets. */
export interface BlockElementProps<T extends BlockType> {
  readonly props: PropsOf<T>;
  readonly childIds: readonly NodeId[];
  /** Renders one child, with its wrapper. */
  readonly renderChild: (id: NodeId) => ReactNode;
  /** The props of a child, for blocks that read them (tabs their labels, columns their weights). Subscribed. */
  readonly childProps: (id: NodeId) => Readonly<Record<string, unknown>>;
  /** Sends what is open; undefined on blocks that are not stateful. */
  readonly setValue: ((value: ValueOf<T>) => void) | undefined;
  /** What is open: sent and unanswered, else the server's; undefined on blocks that are not stateful. */
  readonly value: ValueOf<T> | undefined;
}

/** The props of the component of one element type. */
export type ElementProps<T extends ElementType> = T extends WidgetType
  ? WidgetElementProps<T>
  : T extends TriggerType
    ? TriggerElementProps<T>
    : T extends BlockType
      ? BlockElementProps<T>
      : T extends DisplayType
        ? DisplayElementProps<T>
        : never;
