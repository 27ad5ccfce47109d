import type { PageConfig } from "@rivulet/protocol";
import { cacheData } from "./cache/cache-data.ts";
import { cacheResource } from "./cache/cache-resource.ts";
import { currentFlight } from "./cache/flight.ts";
import { Container } from "./container.ts";
import "./element-methods.ts";
import * as elementFunctions from "./elements/index.ts";
import { context, type StContext } from "./context/st-context.ts";
import { ControlFlow, isControlFlow } from "./control-flow.ts";
import { currentPlace, places, type Place } from "./script-run-context.ts";
import { close, notInDialog, type Closing } from "./dialogs/st-close.ts";
import { dialog } from "./dialogs/st-dialog.ts";
import { fragment } from "./fragments/st-fragment.ts";
import { queryParams, type QueryParamsView } from "./lasting/query-params.ts";
import { setLogo, type LogoOptions } from "./logo.ts";
import type { ImageInput } from "./media/image-source.ts";
import { setPageConfig } from "./page-config.ts";
import { navigation } from "./pages/navigation.ts";
import { page } from "./pages/page.ts";
import { params } from "./pages/params.ts";
import { switchPage } from "./pages/switch-page.ts";
import { rerun } from "./runs/rerun.ts";
import { sessionState, type SessionStateView } from "./state/session-state-view.ts";
import { toast, type ToastHandle, type ToastOptions } from "./toast.ts";

/**
 * What pages write with: every element as a method, and what concerns the run or the app as a whole. It finds
 * the run of the running code by itself; outside one it throws `NoSessionContextError`.
 */
export class St extends Container {
  readonly cacheData = cacheData;
  readonly cacheResource = cacheResource;
  readonly dialog = dialog;
  readonly fragment = fragment;
  readonly navigation = navigation;
  readonly page = page;
  readonly params = params;
  readonly switchPage = switchPage;

  constructor() {
    super(undefined);
    // `const { write } = st` is a habit; there is one `st`, so its functions need no receiver.
    for (const [name, call] of Object.entries(elementFunctions)) Object.defineProperty(this, name, { value: call.bind(this as never) });
  }

  /** @internal */
  override at(call: string): Place {
    const place = currentPlace(call);
    place.ctx.check(call);
    place.ctx.session.output.tick();
    return place;
  }

  /** The sidebar, a container. */
  get sidebar(): Container {
    const { ctx } = this.at("st.sidebar");
    notInDialog(ctx, "st.sidebar");
    // The root is the page's own: a fragment writes into a block of its own there.
    return new Container({ ctx: ctx.page, block: ctx.session.tree.roots.sidebar });
  }

  /** A container that stays at the lower edge of the page. */
  get bottom(): Container {
    const { ctx } = this.at("st.bottom");
    notInDialog(ctx, "st.bottom");
    return new Container({ ctx: ctx.page, block: ctx.session.tree.roots.bottom });
  }

  /**
   * The session's own data: it lasts as long as the session and is kept from run to run. Values are plain data.
   * @example
   * const state = st.sessionState.init({ count: 0 });
   * if (st.button("More")) state.count += 1;
   */
  get sessionState(): SessionStateView {
    return sessionState;
  }

  /**
   * The query of the page's address: text by name, to read and to set. It is the user's: whoever types an address puts there what he likes.
   * @example
   * const view = st.queryParams.view ?? "list";
   * if (st.button("Map")) st.queryParams.view = "map";
   * const tags = st.queryParams.getAll("tag");
   */
  get queryParams(): QueryParamsView {
    return queryParams;
  }

  /**
   * The user's browser and request: headers, cookies, address, language, time zone, theme.
   * @example
   * const time = new Date().toLocaleTimeString(st.context.locale, { timeZone: st.context.timezone });
   */
  get context(): StContext {
    return context;
  }

  /**
   * Aborts when the run is over, with reason "finished", "superseded", "stopped", "timeout" or "closed". Inside a cached function it
   * is that execution's own: no run's end aborts what others wait for.
   */
  get signal(): AbortSignal {
    const flight = places.getStore() === undefined ? currentFlight() : undefined;
    if (flight !== undefined) return flight.signal;
    return this.at("st.signal").ctx.signal;
  }

  /**
   * Ends the run here. What was not reached is removed from the page; widgets not reached keep their values.
   * In a callback: the page stays as it is.
   */
  stop(): never {
    const ctx = this.at("st.stop").ctx.root;
    ctx.leave(ctx.inCallbacks ? "stopped" : "finished");
    throw new ControlFlow("stop");
  }

  /**
   * Closes the dialog around the running code, whose body ends here; who awaits the dialog goes on with `value`. It never returns: what it
   * is said to return tells the compiler the answer's type if the body returns it.
   * @throws BadPlaceError outside of a dialog.
   * @example
   * const sure = st.dialog("Delete it?", () => {
   *   if (st.button("Delete")) return st.close(true);
   * });
   */
  close(): Closing<undefined>;
  close<const T>(value: T): Closing<T>;
  close(value?: unknown): Closing<unknown> {
    close(this.at("st.close").ctx, value);
  }

  /**
   * Ends the run here and starts another one: of the page ("app", the default), of the fragment alone that is running ("fragment"), or,
   * from a callback, of fragments by their keys. In a callback the run that follows anyway is meant, unless others are named.
   * @throws BadPlaceError for "fragment" in a run of the whole page and for keys outside of a callback; BadOptionError for unknown keys.
   */
  rerun(scope: "app" | "fragment" | (string & {}) | readonly string[] = "app"): never {
    rerun(this.at("st.rerun").ctx.root, scope);
  }

  /** True for what `stop`, `rerun` and `switchPage` throw: a catch-all rethrows it. */
  isControlFlow(error: unknown): boolean {
    return isControlFlow(error);
  }

  /** Sets title, icon, layout and sidebar of the page. Later calls change only what they name. */
  setPageConfig(config: PageConfig): void {
    setPageConfig(this.at("st.setPageConfig").ctx, config);
  }

  /**
   * Shows a logo at the top of the sidebar, and of the page while the sidebar is closed. The last call of a run counts; without one the
   * logo goes. SVG is safe: it can run nothing.
   * @param image An address, SVG, the bytes of an image, or a file of the app's.
   * @throws BadOptionError for what is no image, and options that make no sense.
   * @example
   * st.logo(new URL("./harbour.svg", import.meta.url), { size: "large", alt: "Harbour board" });
   */
  logo(image: ImageInput, options: LogoOptions = {}): void {
    setLogo(this.at("st.logo").ctx, image, options);
  }

  /**
   * Shows a note in a corner for a while (4 s by default), now and in no later run. What it returns puts another text in its place.
   * @throws BadOptionError for options that make no sense.
   * @example
   * const note = st.toast("Saving", { icon: "spinner", duration: "infinite" });
   * await save();
   * note.toast("Saved", { icon: ":material/check:" });
   */
  toast(body: string, options?: ToastOptions): ToastHandle {
    return toast(this.at("st.toast").ctx, body, options);
  }
}

/** See `St`. */
export const st = new St();
