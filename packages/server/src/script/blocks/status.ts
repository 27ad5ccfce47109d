import type { PropsOf, Width } from "@rivulet/protocol";
import { badOption } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { isControlFlow } from "../control-flow.ts";
import { iconsIn } from "../elements/icon/icons-in.ts";
import { checkChoice, checkLabelled, checkText } from "../elements/option-checks.ts";
import { isPromiseLike } from "../promise-like.ts";
import type { Place } from "../script-run-context.ts";

/** How the work goes that a status box is about. */
export type StatusState = "running" | "complete" | "error";

export interface StatusOptions {
  /** Open at first. Default false. */
  readonly expanded?: boolean | undefined;
  /** Default "running". */
  readonly state?: StatusState | undefined;
  /** "compact" is smaller and without a box; "step" stands in a row of steps. Default "default". */
  readonly type?: "default" | "compact" | "step" | undefined;
  /** Pixels or "stretch" (default). */
  readonly width?: Exclude<Width, "content"> | undefined;
}

export interface StatusChanges {
  readonly label?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly state?: StatusState | undefined;
}

/** A box that says how the work in it goes. */
export interface Status extends Container {
  /** Changes what is named, in place. */
  update(changes: StatusChanges): void;
}

const STATES = ["running", "complete", "error"];

/**
 * Makes a box that opens and closes and shows how the work in it goes. After `with` its state is "complete", or "error" if the body
 * threw, unless the body has said so itself. The label is inline markdown.
 * @throws BadOptionError for options that make no sense.
 * @example
 * await st.status("Loading the charts").with(async (status) => {
 *   status.write("Reading soundings");
 *   await load();
 *   status.update({ label: "Charts loaded" });
 * });
 */
export function status(this: Container, label: string, options: StatusOptions = {}): Status {
  const site = takeCallSite("status", label, options);
  const call = "st.status";
  checkLabelled(call, label, options);
  const { expanded, state = "running", type, width } = options;
  checkChanges(call, { expanded, state });
  checkChoice(call, "type", type, ["default", "compact", "step"]);
  const props = { label, state, expanded, kind: type, width, icons: iconsIn(label) };
  return new StatusContainer(this.block("status", props, { call, site, label }), props);
}

class StatusContainer extends Container {
  #props: PropsOf<"status">;

  constructor(place: Place, props: PropsOf<"status">) {
    super(place);
    this.#props = props;
  }

  update(changes: StatusChanges): void {
    const call = "st.status().update";
    if (typeof changes !== "object" || changes === null) throw badOption(call, "the argument", "an object of changes", changes);
    checkChanges(call, changes);
    const { label = this.#props.label, expanded = this.#props.expanded, state = this.#props.state } = changes;
    this.at(call);
    this.#show({ ...this.#props, label, expanded, state, icons: iconsIn(label) });
  }

  override with<T>(body: (container: this) => T): T {
    const { ctx } = this.here();
    return super.with((container) => {
      let result: T;
      try {
        result = body(container);
      } catch (error) {
        this.#end(isControlFlow(error) && ctx.end === "finished" ? "complete" : "error");
        throw error;
      }
      if (isPromiseLike(result)) return this.#until(result, ctx.signal) as T;
      this.#end("complete");
      return result;
    });
  }

  /** Ends with the work or, while the tree is still the run's own, with the run. */
  async #until<T>(work: PromiseLike<T>, signal: AbortSignal): Promise<T> {
    const left = () => this.#end(signal.reason === "finished" ? "complete" : "error");
    signal.addEventListener("abort", left, { once: true });
    try {
      const result = await work;
      if (!signal.aborted) this.#end("complete");
      return result;
    } catch (error) {
      if (!signal.aborted) this.#end("error");
      throw error;
    } finally {
      signal.removeEventListener("abort", left);
    }
  }

  #end(state: StatusState): void {
    if (this.#props.state === "running") this.#show({ ...this.#props, state });
  }

  #show(props: PropsOf<"status">): void {
    this.#props = props;
    const { ctx, block } = this.here();
    ctx.session.tree.update(block, props);
    ctx.session.output.emitted();
  }
}

function checkChanges(call: string, { label, expanded, state }: StatusChanges): void {
  if (label !== undefined) checkText(call, "label", label);
  if (expanded !== undefined && typeof expanded !== "boolean") throw badOption(call, "expanded", "true or false", expanded);
  checkChoice(call, "state", state, STATES);
}
