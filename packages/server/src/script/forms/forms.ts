import { isWithin, type Fragment } from "../fragments/fragment.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { TreeBlock } from "../session-tree.ts";
import { pageValue } from "../state/page-value.ts";
import { FormRecord, nameOf } from "./form-record.ts";

/** Says which forms the end of a run is for. */
type Concerns = (form: { readonly fragment: Fragment | undefined }) => boolean;

const NO_BUTTON = "This form has no submit button: what is entered in it stays in the browser. Add `form.formSubmitButton()` to it.";

/** The forms of a session: what was submitted, and what must happen before and after a run that answers it. */
export class Forms {
  readonly #session: ScriptSession;
  readonly #forms = new Map<TreeBlock, FormRecord>();

  constructor(session: ScriptSession) {
    this.#session = session;
  }

  /** The record of a form that a run calls now, made at its first call. */
  claim(block: TreeBlock, { run, fragment }: ScriptRunContext): FormRecord {
    const form = this.#forms.get(block) ?? new FormRecord(block);
    this.#forms.set(block, form);
    form.run = run;
    form.fragment = fragment;
    form.buttons = 0;
    return form;
  }

  get(block: TreeBlock | undefined): FormRecord | undefined {
    return block === undefined ? undefined : this.#forms.get(block);
  }

  /** Before callbacks: shows each submit's values to its form's schema. One that is refused was no submit, for page and callback. False if there was none. */
  async judge({ fragment }: ScriptRunContext): Promise<boolean> {
    const { widgets } = this.#session;
    let any = false;
    for (const form of this.#forms.values()) {
      if (form.schema === undefined || !isWithin(form.fragment, fragment)) continue;
      const pressed = [...form.nodes()].flatMap((node) => {
        const record = node.type === "formSubmitButton" ? widgets.get(node.widget as string) : undefined;
        return record?.fired === undefined ? [] : [record];
      });
      if (pressed.length === 0) continue;
      any = true;
      const result = await form.schema["~standard"].validate(this.#valuesOf(form));
      form.judged(result.issues ?? []);
      if (result.issues === undefined) form.data = result.value;
      else for (const record of pressed) widgets.withdraw(record);
    }
    return any;
  }

  /** A run has come to its end: says where a submit button is missing, in dev. Follows its last emit. */
  advise(run: number): void {
    const { tree, production } = this.#session;
    if (production) return;
    for (const form of this.#forms.values()) {
      if (form.run !== run || form.buttons > 0 || form.block.standing === "gone") continue;
      try {
        tree.emit(form.block, "alert", { kind: "error", title: "Missing submit button", body: NO_BUTTON });
      } catch {
        // The tree is full (FM6): the page has greater problems.
      }
    }
  }

  /** A run is over: forms whose submit it has answered are cleared, if they want to be; those that are gone are forgotten. */
  finish(outcome: "finished" | "superseded" | "failed", concerns: Concerns): void {
    for (const form of this.#forms.values()) {
      if (form.block.standing === "gone") this.#forms.delete(form.block);
      if (!concerns(form)) continue;
      form.data = undefined;
      // A newer run goes on with the values: it may be of the same submit, pressed twice.
      if (outcome === "superseded") continue;
      if (outcome === "finished" && form.submitted && form.clearOnSubmit) this.#clear(form);
      form.submitted = false;
    }
  }

  /** Lets go of every form: the session is over. */
  release(): void {
    this.#forms.clear();
  }

  #clear(form: FormRecord): void {
    const { widgets, tree } = this.#session;
    for (const node of form.fields()) {
      const record = widgets.get(node.widget as string);
      if (record === undefined) continue;
      widgets.reset(record, record.initial);
      tree.update(node, { ...node.props, value: record.initial });
    }
  }

  /** What its fields hold, as the page sees it, by their names. */
  #valuesOf(form: FormRecord): Record<string, unknown> {
    const values: Record<string, unknown> = {};
    for (const node of form.fields()) {
      const record = this.#session.widgets.get(node.widget as string);
      if (record !== undefined) values[nameOf(node)] = pageValue(record, record.value);
    }
    return values;
  }
}
