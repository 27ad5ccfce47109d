import type { AppNode, NodeId, WidgetId, Width } from "@rivulet/protocol";
import { memo, type CSSProperties } from "react";
import { elementText } from "../elements/element-text.ts";
import type { AppStore } from "../store/app-store.ts";
import { missingFields } from "../store/missing-fields.ts";
import { BlockView } from "./BlockView.tsx";
import { componentOf } from "./component-of.ts";
import { useNode, useStore, useWidgetValue } from "./store-context.ts";

/** Renders one node in its wrapper (a fragment has none), and through its block the nodes below: the only recursion. Rendered again only when that node changes. */
export const ElementView = memo(function ElementView({ id }: { readonly id: NodeId }) {
  const node = useNode(id);
  if (!node) return null;
  // A box around it would come between its elements and the block that lays them out.
  if (node.type === "fragment") return content(node);
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

/** Blocks have children, whatever takes input has a widget's id; the rest is only shown. */
function content(node: AppNode) {
  if (node.children) return <BlockView node={node} childIds={node.children} renderChild={renderChild} />;
  if (node.widget !== undefined) return <InputView node={node} id={node.widget} />;
  const Component = componentOf(node.type);
  return <Component props={node.props} />;
}

/** A widget or a trigger: a component takes of these what its type declares. */
function InputView({ node, id }: { readonly node: AppNode; readonly id: WidgetId }) {
  const store = useStore();
  const { widgets } = store;
  const { value: server, deferred } = node.props;
  const value = useWidgetValue(id, server);
  const complaint = widgets.local(id)?.complaint;
  const Component = componentOf(node.type);
  return (
    <Component
      props={complaint === undefined ? node.props : { ...node.props, problem: complaint }}
      value={value}
      setValue={(next: unknown) => (deferred === true ? widgets.defer(id, next) : widgets.setValue(id, next))}
      setDraft={(next: unknown) => widgets.setDraft(id, next)}
      commitDraft={() => (deferred === true ? widgets.deferDraft(id, server) : widgets.commitDraft(id, server))}
      dropDraft={() => widgets.dropDraft(id)}
      fire={(next: unknown) => widgets.fire(id, next)}
      complain={() => complain(store, id)}
    />
  );
}

/** Tells the fields of a form that lack a value so. */
function complain(store: AppStore, submit: WidgetId): readonly NodeId[] {
  const { fields, missing } = missingFields(store, submit);
  store.widgets.complain(fields, new Map(missing.map(({ widget }) => [widget as WidgetId, elementText.required])));
  return missing.map((node) => node.id);
}

/** Keyed by the node: one that moves keeps its DOM, focus and state. */
const renderChild = (id: NodeId) => <ElementView key={id} id={id} />;

function fixedWidth(width: number): CSSProperties {
  return { width, maxWidth: "100%" };
}
