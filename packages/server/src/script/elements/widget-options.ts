import type { LabelVisibility, Width } from "@rivulet/protocol";

/** What every widget with a value can be told. */
export interface WidgetOptions<Value> {
  /** Names the widget: its value is `st.sessionState[key]`, and it stays the same widget whatever else changes. 1 to 200 characters, once a run. */
  readonly key?: string | undefined;
  /** Markdown behind a help button. */
  readonly help?: string | undefined;
  /** Called with the new value, before the page runs; may be async. */
  readonly onChange?: ((value: Value) => unknown) | undefined;
  /** In a form: a submit that leaves it empty is refused, in the browser and on the server. A checkbox must be checked. Default false. */
  readonly required?: boolean | undefined;
  /**
   * In the body of a form (`form.with`): true runs that body again when the value changes, without a submit; or after so many
   * milliseconds without a change (0 to 60,000; default for what is typed 250, else 0). Elsewhere only text inputs have a use for it.
   */
  readonly live?: boolean | number | undefined;
  /** True: shown, but not to be changed. Default false. */
  readonly disabled?: boolean | undefined;
  /** "hidden" keeps the label's room, "collapsed" does not; it is read to screen readers in any case. Default "visible". */
  readonly labelVisibility?: LabelVisibility | undefined;
  /** Pixels, the container's width or the content's. */
  readonly width?: Width | undefined;
}

/** What a widget that may keep its value back can be told. */
export interface DeferrableOptions<Value> extends Omit<WidgetOptions<Value>, "onChange"> {
  /**
   * Called with the new value, before the page runs; may be async. "ignore": a new value runs nothing, it waits in the browser for
   * whatever runs the page next, and is lost when the browser leaves. Default "rerun".
   */
  readonly onChange?: ((value: Value) => unknown) | "rerun" | "ignore" | undefined;
}

/** Options whose callback takes any value: what the implementation behind several overloads sees. */
export type AnyChange<Options extends { readonly onChange?: unknown }> = Omit<Options, "onChange"> & {
  readonly onChange?: ((value: never) => unknown) | Extract<Options["onChange"], string> | undefined;
};
