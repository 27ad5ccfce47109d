import { ROOT_IDS } from "@rivulet/protocol";
import { useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import { locale } from "../i18n/locale.ts";
import { text } from "../text.ts";
import { ElementView } from "./ElementView.tsx";
import { openDialogs } from "./open-dialogs.ts";
import { PageHead } from "./PageHead.tsx";
import { Sidebar } from "./Sidebar.tsx";
import { Toasts } from "./Toasts.tsx";
import { Toolbar } from "./Toolbar.tsx";
import { useNode, usePage } from "./store-context.ts";
import { useLateViews } from "./use-late-views.ts";

/** What the frame around a page can ask for. */
export interface AppActions {
  readonly rerun: () => void;
  readonly stop: () => void;
  readonly retryNow: () => void;
  readonly startOver: () => void;
}

/** The whole page: toolbar, sidebar, content, and what floats above. */
export function App({ actions }: { readonly actions: AppActions }) {
  const { layout } = usePage("config");
  const slow = usePage("slow");
  // Words are read while rendering: in another language all of the page is made anew.
  const words = useSyncExternalStore(locale.subscribe, () => locale.shown);
  return (
    <div key={words} className="rv-app" data-layout={layout ?? "centered"} data-slow={slow || undefined}>
      <PageHead />
      <Sidebar />
      <div className="rv-page">
        <Toolbar actions={actions} />
        <main className="rv-content" tabIndex={-1}>
          <div className="rv-main">
            <ElementView id={ROOT_IDS.main} />
            <NothingWritten />
          </div>
          <Bottom />
        </main>
      </div>
      <Overlay />
      <Floats />
    </div>
  );
}

function NothingWritten() {
  const main = useNode(ROOT_IDS.main);
  const sidebar = useNode(ROOT_IDS.sidebar);
  const running = usePage("running").length > 0;
  const synced = usePage("synced");
  if (!synced || running || main?.children?.length || sidebar?.children?.length) return null;
  return <p className="rv-nothing">{text.nothingWritten}</p>;
}

/** Notes and problems. They are over everything, and can be used, also while a window makes the page inert. */
function Floats() {
  const dialog = useSyncExternalStore(openDialogs.subscribe, () => openDialogs.top);
  const floats = (
    <div className="rv-floats">
      <Toasts />
      <Problem />
    </div>
  );
  return dialog === undefined ? floats : createPortal(floats, dialog);
}

function Problem() {
  const problem = usePage("problem");
  const views = useLateViews(problem !== undefined);
  return problem && views ? <views.ProblemOverlay problem={problem} /> : null;
}

/** What is over the page: each shows itself where it belongs. */
function Overlay() {
  const overlay = useNode(ROOT_IDS.overlay);
  return overlay?.children?.map((id) => <ElementView key={id} id={id} />);
}

function Bottom() {
  const bottom = useNode(ROOT_IDS.bottom);
  if (!bottom?.children?.length) return null;
  return (
    <div className="rv-bottom">
      <ElementView id={ROOT_IDS.bottom} />
    </div>
  );
}
