import { elements, isEmptyValue, type WidgetId } from "@rivulet/protocol";
import type { WireUpdate } from "../../thread/messages.ts";
import { isWithin, type Fragment } from "../fragments/fragment.ts";
import { forgetOutside } from "../lasting/bindings.ts";
import type { ScriptRunContext } from "../script-run-context.ts";
import type { ScriptSession } from "../script-session.ts";
import type { TreeBlock, TreeNode } from "../session-tree.ts";
import { parseValue } from "../state/accept-value.ts";
import { pageValue } from "../state/page-value.ts";
import type { WidgetRecord, WidgetStates } from "../state/widget-states.ts";
import { FormRecord, formAround, nameOf } from "./form-record.ts";
import type { SchemaIssue, SchemaResult, StandardSchema } from "./standard-schema.ts";

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
    form.bodies = 0;
    return form;
  }

  get(block: TreeBlock | undefined): FormRecord | undefined {
    return block === undefined ? undefined : this.#forms.get(block);
  }

  /** The form with this key that stands on the page. */
  byKey(key: string): FormRecord | undefined {
    for (const form of this.#forms.values()) if (form.block.key === key && form.block.standing !== "gone") return form;
    return undefined;
  }

  /** Takes all that is staged in a form: its body alone sees it. Anything else that a browser calls a draft is nothing. */
  draft({ seen, fragment, values }: WireUpdate): void {
    const { fragments, tree, widgets } = this.#session;
    const form = fragments.get(fragment ?? "")?.form;
    if (form === undefined) return;
    const before = new Set(form.drafted);
    for (const [id, raw] of values) {
      const parsed = parseValue(tree, { id, raw, seen });
      const record = widgets.get(id);
      if (typeof parsed === "string" || record === undefined || !isField(parsed.node, form)) continue;
      before.delete(record);
      form.drafted.add(record);
      widgets.setDraft(record, { value: parsed.value });
    }
    for (const record of before) this.#dropDraft(form, record);
    form.drafts++;
  }

  /** Notes what one message has brought: a submit takes the place of the draft, and one with a value that was refused is none. */
  took(values: WireUpdate["values"], refused: ReadonlyMap<WidgetId, string>): void {
    const { tree } = this.#session;
    for (const [id] of values) {
      const button = tree.widget(id);
      const form = button?.type === "formSubmitButton" ? this.get(formAround(button.parent)) : undefined;
      if (form === undefined) continue;
      for (const record of [...form.drafted]) this.#dropDraft(form, record);
      form.rejected = [...refused].flatMap(([field, reason]) => {
        const node = tree.widget(field);
        return node !== undefined && isField(node, form) ? [{ message: `Not accepted: ${reason}`, path: [nameOf(node)] }] : [];
      });
    }
  }

  #dropDraft(form: FormRecord, record: WidgetRecord): void {
    form.drafted.delete(record);
    this.#session.widgets.setDraft(record, undefined);
  }

  /** Before callbacks: looks for what is missing or was refused, then shows each submit's values to its form's schema. One that is refused was no submit, for page and callback. False if there was none. */
  async judge({ fragment }: ScriptRunContext): Promise<boolean> {
    const { widgets } = this.#session;
    let any = false;
    for (const form of this.#forms.values()) {
      if (!isWithin(form.fragment, fragment)) continue;
      const pressed = [...form.buttons].filter((record) => record.fired !== undefined);
      if (pressed.length === 0) continue;
      any = true;
      const amiss = [...form.rejected, ...missing(form, widgets)];
      form.rejected = [];
      // A schema is not asked about values that nobody has entered.
      const result =
        amiss.length > 0 || form.schema === undefined ? { value: undefined, issues: amiss } : await this.#ask(form, form.schema);
      form.judged(result.issues ?? []);
      if (result.issues === undefined) form.data = result.value;
      else if (result.issues.length > 0) for (const record of pressed) widgets.withdraw(record);
    }
    return any;
  }

  /** A run has come to its end: says where a submit button is missing, in dev. Follows its last emit. */
  advise(run: number): void {
    const { tree, production } = this.#session;
    if (production) return;
    for (const form of this.#forms.values()) {
      if (form.run !== run || form.buttonRun >= run || form.block.standing === "gone") continue;
      try {
        tree.emit(form.block, "alert", { kind: "error", title: "Missing submit button", body: NO_BUTTON });
      } catch {
        // The tree is full (FM6): the page has greater problems.
      }
    }
  }

  /**
   * A run is over: forms whose submit it has answered are cleared, if they want to be; those that are gone are forgotten. Returns the
   * bodies that have to be run again for that.
   */
  finish(outcome: "finished" | "superseded" | "failed", concerns: Concerns): readonly Fragment[] {
    const cleared: Fragment[] = [];
    for (const form of this.#forms.values()) {
      if (form.block.standing === "gone") this.#forms.delete(form.block);
      if (!concerns(form)) continue;
      form.data = undefined;
      // A newer run goes on with the values: it may be of the same submit, pressed twice.
      if (outcome === "superseded") continue;
      if (outcome === "finished" && form.submitted && form.clearOnSubmit) {
        this.#clear(form);
        cleared.push(...form.liveBodies);
      }
      form.submitted = false;
    }
    return cleared.filter(({ block }) => block.standing !== "gone");
  }

  /** Lets go of every form: the session is over. */
  release(): void {
    this.#forms.clear();
  }

  async #ask(form: FormRecord, schema: StandardSchema): Promise<SchemaResult<unknown>> {
    return schema["~standard"].validate(this.#valuesOf(form));
  }

  #clear(form: FormRecord): void {
    const { widgets, tree } = this.#session;
    for (const node of form.fields()) {
      const record = widgets.get(node.widget as string);
      if (record === undefined) continue;
      widgets.reset(record, record.initial);
      forgetOutside(this.#session, record);
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

/** Whether a node is a field of this form. */
function isField(node: TreeNode, form: FormRecord): boolean {
  return elements[node.type].class === "widget" && formAround(node.parent) === form.block;
}

/** What a submit must not leave empty and has, of the fields that its user could fill in. */
function missing(form: FormRecord, widgets: WidgetStates): SchemaIssue[] {
  return [...form.fields()].flatMap((node) => {
    const { required, disabled } = node.props as { readonly required?: boolean; readonly disabled?: boolean };
    if (required !== true || disabled === true || !isEmptyValue(widgets.get(node.widget as string)?.value)) return [];
    return [{ message: "Required", path: [nameOf(node)] }];
  });
}
