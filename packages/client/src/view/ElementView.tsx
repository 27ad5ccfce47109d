import { elements, type AppNode, type NodeId, type Width } from "@rivulet/protocol";
import { memo, type CSSProperties } from "react";
import { BlockView } from "./BlockView.tsx";
import { componentOf } from "./component-of.ts";
import { useNode, useStore, useWidgetValue } from "./store-context.ts";

/** Renders one node in its wrapper, and through its block the nodes below: the only recursion. Rendered again only when that node changes. */
export const ElementView = memo(function ElementView({ id }: { readonly id: NodeId }) {
  const node = useNode(id);
  if (!node) return null;
  const { width } = node.props as { readonly width?: Width };
  return (
    <div
      className="rv-element"
      data-element={node.type}
      data-node={id}
      data-key={node.key}
      data-width={typeof width === "string" ? width : undefined}
      style={typeof width === "number" ? fixedWidth(width) : undefined}
    >
      {content(node)}
    </div>
  );
});

function content(node: AppNode) {
  switch (elements[node.type].class) {
    case "widget":
      return <WidgetView node={node} props={node.props} />;
    case "trigger":
      return <TriggerView node={node} props={node.props} />;
    case "block":
      return <BlockView node={node} props={node.props} childIds={node.children ?? NO_CHILDREN} renderChild={renderChild} />;
    default: {
      const Component = componentOf(node.type);
      return <Component props={node.props} />;
    }
  }
}

interface NodeProps {
  readonly node: AppNode;
  readonly props: AppNode["props"];
}

function WidgetView({ node, props }: NodeProps) {
  const { widgets } = useStore();
  const id = node.widget ?? "";
  const server = (props as { readonly value: unknown }).value;
  const value = useWidgetValue(id, server);
  const Component = componentOf(node.type);
  return (
    <Component
      props={props}
      value={value}
      setValue={(next: unknown) => widgets.setValue(id, next)}
      setDraft={(next: unknown) => widgets.setDraft(id, next)}
      commitDraft={() => widgets.commitDraft(id, server)}
    />
  );
}

function TriggerView({ node, props }: NodeProps) {
  const { widgets } = useStore();
  const Component = componentOf(node.type);
  return <Component props={props} fire={(value: unknown) => widgets.fire(node.widget ?? "", value)} />;
}

/** Keyed by the node: one that moves keeps its DOM, focus and state. */
const renderChild = (id: NodeId) => <ElementView key={id} id={id} />;

const NO_CHILDREN: readonly NodeId[] = [];

function fixedWidth(width: number): CSSProperties {
  return { width, maxWidth: "100%" };
}
