import type { PropsOf, WidgetId } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";
import { takeCallSite, type CallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { checkIcon, iconsIn } from "../elements/icon/icons-in.ts";
import { checkChoice, checkText } from "../elements/option-checks.ts";
import { runPart } from "../fragments/call-fragment.ts";
import { isPromiseLike } from "../promise-like.ts";
import { currentPlace } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { TreeBlock } from "../session-tree.ts";
import type { Closing } from "./st-close.ts";
import { OpenDialog } from "./open-dialog.ts";

export interface DialogOptions {
  /** "small" (500 pixels), "medium" (750) or "large" (1280), at most what the browser has. Default "small". */
  readonly width?: "small" | "medium" | "large" | undefined;
  /** False: no cross, Escape or click outside closes it, only `st.close()` and `st.rerun()` do. Default true. */
  readonly dismissible?: boolean | undefined;
  /** One emoji or `:material/name:`. */
  readonly icon?: string | undefined;
  /** What follows when the user dismisses it: "rerun" or a function runs the page anew (after the function), which then gets no answer. Default "ignore". */
  readonly onDismiss?: "rerun" | "ignore" | (() => unknown) | undefined;
}

/** Any function: what a dialog's body can be. */
type Body = (...args: never[]) => unknown;

/** What a dialog with a body that returns `R` is closed with: what the body gave to `st.close()`; undefined if it was dismissed. */
export type DialogAnswer<R> = (Awaited<R> extends infer A ? (A extends Closing<infer T> ? T : never) : never) | undefined;

/**
 * Makes a function that opens a window over the page. Its body writes into the window and is a fragment: using a widget in it runs it
 * alone. `st.rerun()` in it closes it and runs the page; so does the next run of the page that does not open it again.
 *
 * `await` what the function returns to go on with the answer: the page waits beside the dialog until the body calls `st.close(value)`,
 * or the user dismisses it (undefined).
 * @throws BadOptionError for options that make no sense; BadPlaceError where a dialog is open already.
 * @example
 * const rename = st.dialog("Rename", (item: Item) => {
 *   const name = st.textInput("Name", { value: item.name });
 *   if (st.button("Save")) return st.close(name);
 * });
 * if (st.button("Rename")) item.name = (await rename(item)) ?? item.name;
 */
export function dialog<F extends Body>(
  title: string,
  body: F,
  options?: DialogOptions,
): (...args: Parameters<F>) => PromiseLike<DialogAnswer<ReturnType<F>>>;
export function dialog(
  title: string,
  body: (...args: unknown[]) => unknown,
  options: DialogOptions = {},
): (...args: unknown[]) => PromiseLike<unknown> {
  const site = takeCallSite("dialog", title, body, options);
  checkText(CALL, "title", title);
  if (typeof body !== "function") throw badOption(CALL, "body", "a function that writes the dialog", body);
  if (typeof options !== "object" || options === null) throw badOption(CALL, "the last argument", "an object of options", options);
  const { width, dismissible, icon, onDismiss } = options;
  checkChoice(CALL, "width", width, ["small", "medium", "large"]);
  if (dismissible !== undefined && typeof dismissible !== "boolean") throw badOption(CALL, "dismissible", "true or false", dismissible);
  checkIcon(CALL, icon);
  if (onDismiss !== undefined && onDismiss !== "rerun" && onDismiss !== "ignore" && typeof onDismiss !== "function")
    throw badOption(CALL, "onDismiss", '"rerun", "ignore" or a function', onDismiss);
  return (...args) => open({ site, title, body: () => body(...args), options });
}

const CALL = "st.dialog";

interface DialogUse {
  readonly site: CallSite | undefined;
  readonly title: string;
  readonly body: () => unknown;
  readonly options: DialogOptions;
}

function open({ site, title, body, options }: DialogUse): PromiseLike<unknown> {
  const { ctx } = currentPlace(CALL);
  ctx.check(CALL);
  const { session } = ctx;
  const before = session.dialog;
  if (before?.holds(ctx))
    throw badPlace("cannot be opened in a dialog. Close that one first: await it, and open this one with its answer.");
  if (before !== undefined && before.opener.root.end === undefined)
    throw badPlace("cannot be opened while another one of this run is open. Await the first one, or write both into one dialog.");
  const { width, dismissible, icon, onDismiss } = options;
  const onChange = typeof onDismiss === "function" ? () => onDismiss() : undefined;
  // It stands over the page, wherever it was called.
  const overlay = new Container({ ctx: ctx.page, block: session.tree.roots.overlay });
  const shown = { label: title, icon, size: width, dismissible, icons: iconsIn(title, icon), value: true };
  const { block, value } = overlay.block("dialog", shown, { call: CALL, site, label: title, onChange });
  // The user had dismissed it; this is another opening.
  if (value === false) reopen(session, block, shown);
  const dialog = new OpenDialog(block, ctx, onDismiss !== undefined && onDismiss !== "ignore", body);
  const run = () => dialog.run();
  const fragment = (dialog.fragment = session.fragments.called(dialog.id, undefined, { block, body: run, calledBy: ctx }));
  if (before !== undefined && before.block !== block) before.hide();
  session.dialog = dialog;
  session.runs.takeOver(fragment);
  const result = runPart(fragment, run);
  // The run is told of a failure by its own promise; who waits for the answer waits in vain.
  if (isPromiseLike(result)) void Promise.prototype.then.call(result, undefined, dialog.answer.reject);
  return dialog.answer;
}

function reopen({ widgets, tree }: ScriptSession, block: TreeBlock, shown: PropsOf<"dialog">): void {
  const record = widgets.get(block.widget as WidgetId);
  if (record !== undefined) widgets.reset(record, true);
  tree.update(block, { ...shown, value: true });
}

function badPlace(problem: string): RivuletError {
  return new RivuletError("RIVULET_BAD_PLACE", { call: CALL, problem });
}
