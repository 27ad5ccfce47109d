import { PROTOCOL_VERSION, type Frame } from "@rivulet/protocol";
import { flushSync } from "react-dom";
import { BrowserHistory } from "./connection/browser-history.ts";
import { clientFacts } from "./connection/client-facts.ts";
import { Connection, type ConnectionState } from "./connection/connection.ts";
import { takeFirstFrames } from "./connection/first-frames.ts";
import { dropLegacy, leaveLegacy, type Legacy } from "./connection/legacy.ts";
import { leaveForNextVisit } from "./connection/last-visit.ts";
import { fittingSeeds } from "./connection/seeds.ts";
import type { SessionLock } from "./connection/session-lock.ts";
import { reloadForChunk, softReload } from "./connection/soft-reload.ts";
import { openWebSocket } from "./connection/transport.ts";
import { registry } from "./elements/registry.ts";
import { locale } from "./i18n/locale.ts";
import { saveFile } from "./media.ts";
import { playEffect } from "./effects/play-effect.ts";
import { pageMeta, socketUrl } from "./page-meta.ts";
import { AppStore } from "./store/app-store.ts";
import { boundValues, keepBoundValues } from "./store/bound-values.ts";
import { FragmentTimers } from "./store/fragment-timers.ts";
import { loads } from "./store/loads.ts";
import { preloadElements } from "./store/preload-elements.ts";
import type { Link, PageState } from "./store/page-state.ts";
import { SendPace } from "./store/send-pace.ts";
import { WidgetStore } from "./store/widget-store.ts";
import { themeChoice } from "./theme/theme-choice.ts";
import type { AppActions } from "./view/App.tsx";
import { Arrival } from "./view/arrival.ts";
import { followLinks } from "./view/follow-links.ts";
import { RootStatus } from "./view/root-status.ts";
import { scrollToHash } from "./view/scroll-to-hash.ts";
import { keepStaleMarks } from "./view/stale-marks.ts";
import { watchPointer } from "./view/watch-pointer.ts";

/** A page's store and what its frame can ask for. */
export interface Client {
  readonly store: AppStore;
  readonly actions: AppActions;
}

/** Wires socket, store and root element: messages in, values out. `before`: what the page before this one has left in the tab. */
export function startClient(root: HTMLElement, lock: SessionLock, before?: Legacy): Client {
  const { build, base, resumes } = pageMeta();
  const navigated = takeFirstFrames();
  let { session } = before ?? {};
  // What the page before left is worth more than what its navigation has begun.
  const first = before?.token === undefined ? navigated : undefined;
  const asked = { path: location.pathname, query: location.search };
  const kept = boundValues(base);
  const widgets = new WidgetStore(
    {
      send: (msg) => connection.send(msg),
      seen: () => store.seen,
      fragmentOf: (values) => store.tree.fragmentOf(values),
      formOf: (id) => store.tree.formOf(id),
      draftOf: (id) => store.tree.draftOf(id),
      dialogOf: (id) => store.tree.dialogOf(id),
      pace: new SendPace(),
      onBusy: () => status.update(),
    },
    before?.widgets,
  );
  const arrival = new Arrival(root);
  const browser = new BrowserHistory({
    onNavigate: (place) => {
      store.setPath(place.path);
      widgets.navigate(place);
    },
    onLeave: (top) => arrival.expect(top),
  });
  const store = new AppStore({
    widgets,
    onLocation: (msg) => {
      browser.follow(msg);
      return browser.place.path;
    },
    render: flushSync,
    save: saveFile,
    play: playEffect,
  });
  store.setPath(browser.place.path);
  followLinks(browser, store);
  const status = new RootStatus(root, store, loads);
  const timers = new FragmentTimers(store);
  scrollToHash(root);
  store.subscribePage(status.update);
  keepStaleMarks(root, store);
  store.subscribePage(() => void followLocale(store.page));
  watchPointer(widgets);

  const receive = (frame: Frame): boolean => {
    preloadElements(frame, registry);
    const { seen } = store;
    const fate = store.receive(frame);
    if (fate === "gap") return false;
    if (fate === "applied") for (const msg of frame.msgs) if (msg.type === "store") keepBoundValues(msg.writes, base, seen);
    arrival.rendered(frame);
    status.update();
    timers.update();
    // After the frame is in the page and before anything else: the microtasks of this very event.
    queueMicrotask(() => connection.send({ type: "ack", seq: store.seen }));
    return true;
  };
  const facts = () => clientFacts(themeChoice.shown, base);
  const connection = new Connection({
    open: (events) => openWebSocket(socketUrl(base), events),
    hello: (fresh) => ({
      protocol: PROTOCOL_VERSION,
      build,
      path: location.pathname,
      query: location.search,
      facts: facts(),
      ...(connection.claims
        ? // As it was when the page was asked for: what its first frames have changed since, its session knows.
          { ...asked, stored: kept, repeats: widgets.repeats }
        : fresh
          ? { stored: boundValues(base), seeds: fittingSeeds(widgets.entered(store.serverValues())) }
          : { repeats: widgets.repeats }),
    }),
    applied: () => store.seen,
    resume: before?.token ?? first?.token,
    claims: first !== undefined,
    onFrame: receive,
    onHostMsg: (msg) => {
      // The server hears that its token has arrived: the one before is worth nothing any more.
      if (msg.type === "welcome" && msg.replays) connection.send({ type: "ack", seq: store.seen });
      if (msg.type !== "reload") store.hostMsg(msg);
      else if (!softReload(legacy())) store.setLink({ name: "closed", reason: "versions" });
      if (msg.type === "welcome") {
        ({ session } = msg);
        lock.hold(session);
        if (document.hidden) keep();
      }
      status.update();
      timers.update();
    },
    onState: (state) => {
      store.setLink(linkOf(state));
      timers.update();
    },
  });

  // Before the socket is open: what the HTML brought along is all that a page needs to be seen.
  connection.begin(first?.frames ?? []);
  const leave = () => leaveForNextVisit({ facts: facts(), stored: boundValues(base) }, base);
  leave();
  addEventListener("pagehide", leave);

  const legacy = (): Legacy => ({ token: connection.token, session, widgets: widgets.snapshot(store.serverValues(), store.secrets()) });
  // A page that is at an end is loaded again to begin anew; one that no server has welcomed has nothing to go on with.
  const keep = () => {
    if (!resumes) return;
    if (session === undefined || connection.state.name === "closed") dropLegacy();
    else leaveLegacy(legacy());
  };
  addEventListener("pagehide", keep);
  // A chunk cannot be loaded. With the server there, it is one of an older build; without it, the page as it is is the better one.
  addEventListener("vite:preloadError", () => {
    if (connection.state.name === "open") reloadForChunk(build, legacy());
  });
  themeChoice.subscribe(() => {
    connection.send({ type: "facts", facts: facts() });
    leave();
  });
  addEventListener("online", () => connection.check());
  addEventListener("offline", () => connection.check());
  document.addEventListener("visibilitychange", () => {
    // A browser may end a page that is hidden without a further word. What is left grows old as soon as its user goes on.
    if (document.hidden) keep();
    else {
      if (resumes) dropLegacy();
      connection.check();
    }
    timers.update();
  });

  return {
    store,
    actions: {
      rerun: () => widgets.rerun(),
      stop: () => connection.send({ type: "stop" }),
      retryNow: () => connection.retryNow(),
      startOver: () => {
        widgets.forgetEntered();
        connection.restart();
      },
    },
  };
}

function followLocale({ config, synced, running }: PageState): Promise<void> {
  return locale.follow(config.locale, synced && running.length === 0);
}

function linkOf(state: ConnectionState): Link {
  switch (state.name) {
    case "connecting":
    case "open":
      return { name: state.name };
    case "waiting":
      return { name: "waiting", until: state.until };
    case "closed":
      return { name: "closed", reason: state.reason };
    default:
      return state satisfies never;
  }
}
