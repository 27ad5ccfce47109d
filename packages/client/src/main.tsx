import { StrictMode } from "react";
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { locale } from "./i18n/locale.ts";
import { takeLegacy, type Legacy } from "./connection/legacy.ts";
import { SessionLock } from "./connection/session-lock.ts";
import { startClient } from "./start-client.ts";
import { loads } from "./store/loads.ts";
import { App } from "./view/App.tsx";
import { StoreProvider } from "./view/store-context.ts";
import "./theme/tokens.css";
import "./theme/base.css";
import "./theme/frame.css";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root. This is a bug in rivulet.");

function start(root: HTMLElement, legacy: Legacy | undefined): void {
  const { store, actions } = startClient(root, lock, legacy);
  // The connection is being made meanwhile; English words are there already. Not awaited: lazy chunks import what is here.
  // At once, not in slices: what the HTML brought along is to be seen, and a page counts as idle only when it is.
  loads.track(
    locale.start().then(() =>
      flushSync(() =>
        createRoot(root).render(
          <StrictMode>
            <StoreProvider value={store}>
              <App actions={actions} />
            </StoreProvider>
          </StrictMode>,
        ),
      ),
    ),
  );
}

const lock = new SessionLock();
const legacy = takeLegacy();
if (legacy?.session === undefined) start(root, legacy);
// In a copy of the tab it is somebody else's.
else void lock.take(legacy.session).then((own) => start(root, own ? legacy : undefined));
