import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("numbers", () => {
  expectTypeOf(
    st.slider("a", {
      required: true,
      live: false,
      value: [1, 2],
      min: 0,
      max: 9,
      step: 1,
      format: "percent",
      key: "b",
      help: "c",
      onChange: (range) => expectTypeOf(range).toEqualTypeOf<[number, number]>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<[number, number]>();
  expectTypeOf(
    st.numberInput("a", {
      required: true,
      live: false,
      value: 1,
      min: 0,
      max: 9,
      step: 1,
      integer: true,
      format: "%d",
      placeholder: "b",
      icon: "⛵",
      key: "c",
      help: "d",
      onChange: (value) => expectTypeOf(value).toEqualTypeOf<number>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<number>();
  // @ts-expect-error -- none of the widths
  st.numberInput("a", { width: "wide" });
});

test("texts and colours", () => {
  expectTypeOf(
    st.textInput("a", {
      required: true,
      minLength: 2,
      value: null,
      maxChars: 9,
      placeholder: "b",
      type: "search",
      autocomplete: "off",
      icon: "⛵",
      validate: /a/,
      live: true,
      key: "c",
      help: "d",
      onChange: (text) => expectTypeOf(text).toEqualTypeOf<string | null>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<string | null>();
  expectTypeOf(
    st.textArea("a", {
      required: true,
      live: false,
      minLength: 2,
      value: "b",
      maxChars: 9,
      placeholder: "c",
      height: "stretch",
      key: "d",
      help: "e",
      onChange: (text) => expectTypeOf(text).toEqualTypeOf<string>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<string>();
  expectTypeOf(
    st.colorPicker("a", {
      required: true,
      live: false,
      value: "#abcdef",
      key: "b",
      help: "c",
      onChange: (color) => expectTypeOf(color).toEqualTypeOf<string>(),
      disabled: false,
      labelVisibility: "hidden",
      width: "content",
    }),
  ).toEqualTypeOf<string>();
  // @ts-expect-error -- a number of characters
  st.textInput("a", { maxChars: "9" });
});

test("dates and times", () => {
  expectTypeOf(
    st.dateInput("a", {
      required: true,
      live: false,
      value: ["2026-01-01", "2026-01-31"],
      min: "2026-01-01",
      max: "2026-12-31",
      format: "DD.MM.YYYY",
      key: "b",
      help: "c",
      onChange: (range) => expectTypeOf(range).toEqualTypeOf<[string, string]>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<[string, string]>();
  expectTypeOf(
    st.datetimeInput("a", {
      required: true,
      live: false,
      value: null,
      min: "2026-01-01T00:00",
      max: "2026-12-31T23:59",
      format: "YYYY-MM-DD",
      step: "1m",
      key: "b",
      help: "c",
      onChange: (at) => expectTypeOf(at).toEqualTypeOf<string | null>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<string | null>();
  expectTypeOf(
    st.timeInput("a", {
      required: true,
      live: false,
      value: "now",
      step: 60,
      format: "localized",
      key: "b",
      help: "c",
      onChange: (at) => expectTypeOf(at).toEqualTypeOf<string>(),
      disabled: false,
      labelVisibility: "hidden",
      width: 300,
    }),
  ).toEqualTypeOf<string>();
  // @ts-expect-error -- dates are texts: 2026-01-01
  st.dateInput("a", { min: new Date() });
  // @ts-expect-error -- none of the formats
  st.timeInput("a", { format: "13h" });
});
