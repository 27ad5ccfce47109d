/** How an element's definition classes it: shown only, holds a value, fires once, or holds children. */
export type ElementClass = "display" | "widget" | "trigger" | "block";

/** What every definition has. `Props` and `Value` exist for the compiler only. */
export interface ElementDefinition<Class extends ElementClass, Props, Value = never> {
  readonly class: Class;
  /** Checks a value that a browser sent against the props that the browser was shown; throws `ParseError`. */
  readonly parse?: (raw: unknown, props: Props) => Value;
  readonly $props?: Props;
  readonly $value?: Value;
}

/** Options that every element has. `undefined` in props means absent and is never sent. */
export interface CommonProps {
  /** Pixels, the parent's width, or the content's. */
  readonly width?: Width | undefined;
  /** SVG path bodies of the `:material/name:` icons in the other props' texts, by name; looked up on the server. */
  readonly icons?: Readonly<Record<string, string>> | undefined;
}

export type Width = number | "stretch" | "content";
export type Height = number | "stretch" | "content";
export type TextAlignment = "left" | "center" | "right" | "justify";
export type LabelVisibility = "visible" | "hidden" | "collapsed";

/** Props of whatever has a label: widgets and metrics. Labels are inline markdown. */
export interface LabelledProps extends CommonProps {
  readonly label: string;
  /** Markdown shown behind a help button beside the label. */
  readonly help?: string | undefined;
  readonly labelVisibility?: LabelVisibility | undefined;
}

/** Props of every widget that holds a value. */
export interface WidgetProps<Value> extends LabelledProps {
  /** The server's current value: authoritative, unless the browser holds newer input. */
  readonly value: Value;
  /** What its form's schema says of the value that was submitted last. */
  readonly problem?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** True: a new value waits in the browser for the next run, and causes none. */
  readonly deferred?: boolean | undefined;
  /** True: its form cannot be submitted while it is empty. */
  readonly required?: boolean | undefined;
  /** Milliseconds after a change until the draft of its form is sent. */
  readonly live?: number | undefined;
}

/** Defines an element that is only shown. */
export function display<Props>(): ElementDefinition<"display", Props> {
  return { class: "display" };
}

/** Defines an element with a value; `parse` refuses what the props as shown do not allow. */
export function widget<Props extends { readonly value: unknown }>() {
  return (parse: (raw: unknown, props: Props) => Props["value"]): ElementDefinition<"widget", Props, Props["value"]> => ({
    class: "widget",
    parse,
  });
}

/** Defines an element that fires: its value is true (or what `parse` gives) for one run. */
export function trigger<Props, Value = true>(parse: (raw: unknown, props: Props) => Value): ElementDefinition<"trigger", Props, Value> {
  return { class: "trigger", parse };
}

/** Defines an element with children. With `parse` it is stateful: `props.value` holds what is open. */
export function block<Props, Value = never>(parse?: (raw: unknown, props: Props) => Value): ElementDefinition<"block", Props, Value> {
  return parse ? { class: "block", parse } : { class: "block" };
}
