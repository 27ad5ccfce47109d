import * as rivulet from "rivulet";
import { expect, test } from "vitest";

/** What users may build on. A name that is added here stays. */
const EXPORTED = [
  "Container",
  "ElementHandle",
  "NoSessionContextError",
  "RivuletError",
  "StaleRunContextError",
  "ThreadCancelledError",
  "ThreadPool",
  "addScriptRunCtx",
  "defineConfig",
  "defineThread",
  "getScriptRunCtx",
  "isControlFlow",
  "st",
];

const TEXTS = [
  "write",
  "markdown",
  "title",
  "header",
  "subheader",
  "caption",
  "text",
  "code",
  "latex",
  "divider",
  "html",
  "json",
  "metric",
  "badge",
  "table",
];
const MESSAGES = ["success", "info", "warning", "error", "exception", "progress", "spinner"];
const WIDGETS = [
  "button",
  "checkbox",
  "toggle",
  "slider",
  "textInput",
  "numberInput",
  "selectbox",
  "radio",
  "multiselect",
  "segmentedControl",
  "pills",
  "feedback",
  "selectSlider",
  "pagination",
];
const BLOCKS = ["empty", "container", "columns", "tabs", "expander"];

test("the package exports what it says, and nothing else", () => {
  expect(Object.keys(rivulet).sort()).toEqual(EXPORTED);
});

test.each([...TEXTS, ...MESSAGES, ...WIDGETS, ...BLOCKS])("st.%s is there, on every container too", (name) => {
  expect((rivulet.st as unknown as Record<string, unknown>)[name]).toBeTypeOf("function");
  expect((rivulet.Container.prototype as unknown as Record<string, unknown>)[name]).toBeTypeOf("function");
});

test("[TH5] outside a run each call says so", () => {
  expect(() => rivulet.st.write("nobody")).toThrow(rivulet.NoSessionContextError);
  expect(() => rivulet.st.slider("nobody")).toThrow("st.slider was called outside a page run.");
});
