import { ROOT_IDS, type BackMsg, type Delta, type Frame, type Node } from "@rivulet/protocol";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { AppStore } from "../../src/store/app-store.ts";
import { registry } from "../../src/elements/registry.ts";
import { preloadElements } from "../../src/store/preload-elements.ts";
import { SendPace } from "../../src/store/send-pace.ts";
import { WidgetStore } from "../../src/store/widget-store.ts";
import { ElementView } from "../../src/view/ElementView.tsx";
import { StoreProvider } from "../../src/view/store-context.ts";
import { watchPointer } from "../../src/view/watch-pointer.ts";
import { stories, type StoryName } from "./stories.ts";
import "../../src/theme/tokens.css";
import "../../src/theme/base.css";
import "../../src/theme/frame.css";

/** A node as a spec patches it. */
interface Shown {
  readonly id: number;
  readonly props: Readonly<Record<string, unknown>>;
}

/** What specs see of the gallery. */
declare global {
  interface Window {
    readonly gallery: { readonly sent: BackMsg[]; readonly nodes: readonly Shown[]; readonly apply: (deltas: readonly Delta[]) => void };
  }
}

const query = new URLSearchParams(location.search);
const story = stories[(query.get("story") ?? "widgets") as StoryName];
document.documentElement.dataset.theme = query.get("theme") ?? "light";

const sent: BackMsg[] = [];
const nodes: Shown[] = [];
const ids = new Map<string, number>();
let seq = 0;
let run = 0;

/** Answers like a server whose page does nothing: what was sent is the value, and the run is over. */
function answer(msg: BackMsg): void {
  sent.push(msg);
  if (msg.type !== "update") return;
  const deltas = msg.values.flatMap(([widget, value]): Delta[] => {
    const id = ids.get(widget);
    return id === undefined || (value === true && widget.startsWith("button")) ? [] : [{ type: "props", id, set: { value } }];
  });
  queueMicrotask(() => {
    store.receive({
      seq: ++seq,
      msgs: [
        { type: "delta", deltas },
        { type: "runFinished", run: ++run, outcome: "finished", taken: msg.n },
      ],
    });
  });
}

const widgets = new WidgetStore({
  send: answer,
  seen: () => seq,
  fragmentOf: (values) => store.tree.fragmentOf(values),
  formOf: (id) => store.tree.formOf(id),
  draftOf: (id) => store.tree.draftOf(id),
  dialogOf: (id) => store.tree.dialogOf(id),
  pace: new SendPace(),
  onBusy: () => {},
});
const store = new AppStore({ widgets, render: flushSync });
watchPointer(widgets);

const main: Node = { id: ROOT_IDS.main, type: "container", props: {}, children: story };
const index = (node: Node) => {
  nodes.push({ id: node.id, props: { ...node.props } });
  if ("widget" in node && node.widget !== undefined) ids.set(node.widget, node.id);
  if ("children" in node) node.children.forEach(index);
};
index(main);
const nothing = (id: number): Node => ({ id, type: "container", props: {}, children: [] });
const roots = [main, nothing(ROOT_IDS.sidebar), nothing(ROOT_IDS.bottom), nothing(ROOT_IDS.overlay)];
const first: Frame = { seq: ++seq, msgs: [{ type: "tree", roots, config: {}, running: [] }] };
preloadElements(first, registry);
store.receive(first);

Object.assign(window, {
  gallery: { sent, nodes, apply: (deltas: readonly Delta[]) => store.receive({ seq: ++seq, msgs: [{ type: "delta", deltas }] }) },
});

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StoreProvider value={store}>
      <div className="rv-app" data-layout={query.get("layout") ?? "centered"}>
        <div className="rv-page">
          <main className="rv-main" style={{ paddingTop: 48 }}>
            <ElementView id={ROOT_IDS.main} />
          </main>
        </div>
      </div>
    </StoreProvider>,
  );
}
