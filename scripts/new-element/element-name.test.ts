import { expect, test } from "vitest";
import { elementName } from "./element-name.mjs";

test("a name has three spellings", () => {
  expect(elementName("color-picker")).toEqual({ kebab: "color-picker", camel: "colorPicker", pascal: "ColorPicker" });
  expect(elementName("gauge")).toEqual({ kebab: "gauge", camel: "gauge", pascal: "Gauge" });
});

test.each([
  ["ColorPicker", 'Try "color-picker".'],
  ["color_picker", 'Try "color-picker".'],
  ["-x-", 'Try "x".'],
  ["3d", 'Try "d".'],
  ["../up", 'Try "up".'],
  ["", 'instead got "".'],
  ["with", "`st.with` is taken"],
  ["delete", "`st.delete` is taken or a reserved word"],
])("%j is refused with advice", (name, advice) => {
  expect(() => elementName(name)).toThrow(advice);
});
