import type { Height, Width } from "@rivulet/protocol";
import { badOption, RivuletError } from "../../errors.ts";
import { takeCallSite } from "../call-site.ts";
import { Container } from "../container.ts";
import { checkShared } from "../elements/option-checks.ts";
import { callFormBody } from "../forms/form-body.ts";
import { formAround, type FormRecord } from "../forms/form-record.ts";
import type { Place } from "../script-run-context.ts";
import { isStandardSchema, type StandardSchema } from "../forms/standard-schema.ts";

export interface FormOptions<Data = unknown> {
  /** True: after a submit, when the run has read the values, the widgets go back to their initial ones. Default false. */
  readonly clearOnSubmit?: boolean | undefined;
  /** Enter in a field (Ctrl+Enter where Enter makes a new line) presses the first submit button, unless that is disabled. Default true. */
  readonly enterToSubmit?: boolean | undefined;
  /** Default true. */
  readonly border?: boolean | undefined;
  /** Pixels, "stretch" (default) or "content". */
  readonly width?: Width | undefined;
  /** Pixels (what is taller scrolls), "content" (default) or "stretch". */
  readonly height?: Height | undefined;
  /**
   * A schema of zod, valibot or any other library of the Standard Schema. It checks what was submitted, on the server, as an object of the
   * widgets' values by their keys (or labels, without a key). What it refuses is told at the fields, and the submit button returns false.
   */
  readonly schema?: StandardSchema<Data> | undefined;
}

/** A box whose widgets keep what is entered until it is submitted. */
export interface Form<Data = undefined> extends Container {
  /** What the schema has made of the values, in the run that a submit caused; else undefined. */
  readonly data: Data | undefined;
  /**
   * Runs `body` with bare `st.*` calls writing into the form. While a field of it that is `live` is edited, the body runs again alone, and
   * its fields return what is staged; what `with` itself returns was made of what was submitted. An async body belongs to the run.
   */
  with<T>(body: (container: this) => T): T;
}

/**
 * Makes a box whose widgets send nothing until one of its submit buttons is pressed: then all values come at once. Until then widgets
 * return what was submitted last. The key names the form: 1 to 200 characters, once a run, and none of a widget's.
 * @throws BadOptionError for options that make no sense; BadPlaceError for a form in a form, other buttons in it, and callbacks of its widgets.
 * @example
 * const form = st.form("order", { clearOnSubmit: true });
 * const tons = form.numberInput("Tons", { value: 10, min: 1 });
 * if (form.formSubmitButton("Order")) await order(tons);
 */
export function form<Data = undefined>(this: Container, key: string, options: FormOptions<Data> = {}): Form<Data> {
  const site = takeCallSite("form", key, options);
  const call = "st.form";
  if (typeof key !== "string") throw badOption(call, "key", "a string of 1 to 200 characters", key);
  checkShared(call, options);
  const { clearOnSubmit = false, enterToSubmit, border, width, height, schema } = options;
  if (typeof clearOnSubmit !== "boolean") throw badOption(call, "clearOnSubmit", "true or false", clearOnSubmit);
  if (enterToSubmit !== undefined && typeof enterToSubmit !== "boolean")
    throw badOption(call, "enterToSubmit", "true or false", enterToSubmit);
  if (border !== undefined && typeof border !== "boolean") throw badOption(call, "border", "true or false", border);
  if (schema !== undefined && !isStandardSchema(schema))
    throw badOption(call, "schema", "a schema of zod, valibot or another library of the Standard Schema", schema);
  if (formAround(this.at(call).block) !== undefined)
    throw new RivuletError("RIVULET_BAD_PLACE", { call, problem: "stands in a form already. Put the forms beside one another." });
  const props = { border, width, height, enterToSubmit };
  const place = this.block("form", props, { call, site, label: "", key });
  const { ctx, block } = place;
  if (ctx.session.state.has(key))
    throw new RivuletError("RIVULET_WIDGET_STATE", {
      key,
      problem: "cannot be set: it is the key of a form, which holds no value. Delete it.",
    });
  const record = ctx.session.forms.claim(block, ctx);
  record.clearOnSubmit = clearOnSubmit;
  record.schema = schema;
  if (record.otherProblems !== undefined) ctx.session.tree.update(block, { ...props, problems: record.otherProblems });
  return new FormContainer<Data>(place, record);
}

class FormContainer<Data> extends Container implements Form<Data> {
  readonly data: Data | undefined;
  readonly #record: FormRecord;

  constructor(place: Place, record: FormRecord) {
    super(place);
    this.#record = record;
    this.data = record.data as Data | undefined;
  }

  override with<T>(body: (container: this) => T): T {
    const place = this.at("with");
    const { ctx, block } = place;
    // In its own body, or from a fragment elsewhere, it is a container like any other.
    if (typeof body !== "function" || ctx.drafting || block !== this.#record.block) return super.with(body);
    return callFormBody(place, this.#record, () => body(this));
  }
}
