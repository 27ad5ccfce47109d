import type { AppNode, ElementType, PropsOf } from "@rivulet/protocol";
import { decodeEntities, inlineText, markdownText } from "./markdown-text.ts";

type TextTable = { readonly [T in ElementType]: (props: PropsOf<T>) => string };

interface Labelled {
  readonly label: string;
  readonly labelVisibility?: "visible" | "hidden" | "collapsed" | undefined;
}

const nothing = () => "";
const label = (props: Labelled) =>
  props.labelVisibility === undefined || props.labelVisibility === "visible" ? inlineText(props.label) : "";
const lines = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined && part !== "").join("\n");
const options = (props: Labelled & { readonly options: readonly string[] }) => lines(label(props), ...props.options.map(inlineText));

/** What a user reads of each element itself, without its children. What was typed into a field is its value, not text. */
const texts: TextTable = {
  alert: ({ title, body }) => lines(title && inlineText(title), markdownText(body)),
  badge: (props) => inlineText(props.label),
  button: (props) => inlineText(props.label),
  checkbox: label,
  code: ({ body }) => body,
  colorPicker: label,
  column: nothing,
  columns: nothing,
  container: nothing,
  dateInput: label,
  datetimeInput: label,
  dialog: (props) => (props.value ? inlineText(props.label) : ""),
  divider: nothing,
  downloadButton: ({ label, error }) => lines(inlineText(label), error && `${error.name}: ${error.message}`),
  empty: nothing,
  exception: ({ error }) => `${error.name}: ${error.message}`,
  expander: (props) => inlineText(props.label),
  feedback: label,
  form: ({ problems = [] }) => lines(...problems),
  formSubmitButton: (props) => inlineText(props.label),
  fragment: nothing,
  heading: ({ body }) => inlineText(body),
  html: ({ body }) => htmlText(body),
  json: ({ body }) => body,
  latex: ({ body }) => body,
  linkButton: (props) => inlineText(props.label),
  markdown: ({ body }) => markdownText(body),
  menuButton: (props) => inlineText(props.label),
  metric: (props) =>
    lines(
      label(props),
      inlineText(props.value),
      props.delta && inlineText(props.delta),
      props.deltaDescription && inlineText(props.deltaDescription),
    ),
  multiselect: label,
  numberInput: label,
  pageLink: (props) => inlineText(props.label),
  pageNotFound: ({ path }) => `Page not found: ${path}`,
  pagination: label,
  pills: options,
  popover: (props) => inlineText(props.label),
  progress: ({ text }) => (text === undefined ? "" : inlineText(text)),
  radio: options,
  segmentedControl: options,
  selectbox: label,
  selectSlider: label,
  skeleton: nothing,
  slider: label,
  space: nothing,
  spinner: ({ active, text }) => (active ? inlineText(text) : ""),
  status: (props) => inlineText(props.label),
  tab: (props) => inlineText(props.label),
  table: ({ columns, cells, hideHeader }) =>
    lines(
      hideHeader === true ? undefined : columns.map(({ name }) => inlineText(name)).join("\t"),
      ...(cells[0] ?? []).map((_, row) => cells.map((column) => inlineText(column[row] ?? "")).join("\t")),
    ),
  tabs: nothing,
  text: ({ body }) => body,
  textArea: label,
  textInput: label,
  timeInput: label,
  timeSlider: label,
  toggle: label,
};

/** What a user reads of an element, without its children; empty if nothing. */
export function elementText(node: Pick<AppNode, "type" | "props">): string {
  // The table has an entry for each type, which the compiler cannot correlate with the node's own props.
  return (texts[node.type] as (props: unknown) => string)(node.props);
}

function htmlText(body: string): string {
  const text = body.replaceAll(/<(script|style)\b[^]*?<\/\1\s*>/gi, "").replaceAll(/<[^>]*>/g, " ");
  return decodeEntities(text).replaceAll(/\s+/g, " ").trim();
}
