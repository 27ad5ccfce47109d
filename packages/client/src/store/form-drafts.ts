import type { NodeId, WidgetId } from "@rivulet/protocol";
import { sameValue } from "./same-value.ts";
import type { WidgetStoreOptions } from "./widget-store.ts";

type Staged = readonly (readonly [WidgetId, unknown])[];
type Options = Pick<WidgetStoreOptions, "formOf" | "draftOf">;

/** The least time between two drafts of a form, in milliseconds: a slider may be dragged in it. */
const PACE = 100;

/** Decides when what is staged in a form goes to its body: what is typed after a pause, all else at once; never twice the same. */
export class FormDrafts {
  readonly #options: Options;
  readonly #send: (fragment: WidgetId, form: NodeId) => void;
  readonly #timers = new Map<WidgetId, ReturnType<typeof setTimeout>>();
  /** What was sent last, by the body that it was for. */
  readonly #sent = new Map<WidgetId, { readonly form: NodeId; readonly values: Staged; readonly at: number }>();
  /** Live widgets with values that a new session has not been told. */
  #untold: readonly WidgetId[] = [];

  constructor(options: Options, send: (fragment: WidgetId, form: NodeId) => void) {
    this.#options = options;
    this.#send = send;
  }

  /** True while a new session has yet to be told. */
  get waiting(): boolean {
    return this.#untold.length > 0;
  }

  /** A value was staged, typed or taken back. */
  changed(id: WidgetId, how: "typed" | "entered"): void {
    const draft = this.#options.draftOf(id);
    const form = draft && this.#options.formOf(id);
    if (draft === undefined || form === undefined) return;
    const { fragment, after } = draft;
    clearTimeout(this.#timers.get(fragment));
    const pace = (this.#sent.get(fragment)?.at ?? -PACE) + PACE - performance.now();
    const wait = how === "typed" ? after : Math.max(0, pace);
    if (wait === 0) this.#now(fragment, form);
    else {
      const timer = setTimeout(() => this.#now(fragment, form), wait);
      this.#timers.set(fragment, timer);
    }
  }

  /** Whether a draft has anything that the last one had not; from now on it is the last one. */
  isNew(fragment: WidgetId, form: NodeId, values: Staged): boolean {
    const before = this.#sent.get(fragment);
    if (sameValue(before?.values ?? [], values)) return false;
    this.#sent.set(fragment, { form, values, at: performance.now() });
    return true;
  }

  /** A form was submitted: it has no draft any more. */
  submitted(form: NodeId | undefined): void {
    for (const [fragment, sent] of this.#sent) if (sent.form === form) this.#sent.delete(fragment);
  }

  /** A new session knows nothing of these widgets: what is live among them is told again when its page has run. */
  forgotten(widgets: Iterable<WidgetId>): void {
    this.#sent.clear();
    this.#untold = [...widgets].filter((id) => this.#options.draftOf(id) !== undefined);
  }

  /** Something was answered: there is a page. */
  answered(): void {
    const untold = this.#untold;
    this.#untold = [];
    for (const id of untold) this.changed(id, "entered");
  }

  #now(fragment: WidgetId, form: NodeId): void {
    this.#timers.delete(fragment);
    this.#send(fragment, form);
  }
}
