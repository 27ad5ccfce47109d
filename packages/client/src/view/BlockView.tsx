import type { AppNode, NodeId } from "@rivulet/protocol";
import { useCallback, useLayoutEffect, useReducer, useRef, type ReactNode } from "react";
import { componentOf } from "./component-of.ts";
import { useStore, useWidgetValue } from "./store-context.ts";

interface BlockViewProps {
  readonly node: AppNode;
  readonly childIds: readonly NodeId[];
  readonly renderChild: (id: NodeId) => ReactNode;
}

/** Renders a block; its component places the children. */
export function BlockView({ node, childIds, renderChild }: BlockViewProps) {
  const { widgets } = useStore();
  const id = node.widget;
  const value = useWidgetValue(id ?? "", node.props.value);
  const childProps = useChildProps();
  const Component = componentOf(node.type);
  return (
    <Component
      props={node.props}
      childIds={childIds}
      renderChild={renderChild}
      childProps={childProps}
      value={id === undefined ? undefined : value}
      setValue={id === undefined ? undefined : (next: unknown) => widgets.setValue(id, next)}
    />
  );
}

/** Reads props of children during a render, and renders again when one that was read changes. */
function useChildProps(): (id: NodeId) => Readonly<Record<string, unknown>> {
  const store = useStore();
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  const read = useRef(new Set<NodeId>());
  read.current.clear();
  useLayoutEffect(() => {
    const ends = [...read.current].map((id) => store.subscribeNode(id, renderAgain));
    return () => {
      for (const end of ends) end();
    };
  });
  return useCallback(
    (id: NodeId) => {
      read.current.add(id);
      return store.node(id)?.props ?? NO_PROPS;
    },
    [store],
  );
}

const NO_PROPS = {};
