import { st } from "rivulet";
import { expectTypeOf, test } from "vitest";

test("buttons", () => {
  expectTypeOf(
    st.button("a", {
      key: "b",
      help: "c",
      onClick: () => {},
      type: "primary",
      icon: "⛵",
      iconPosition: "right",
      disabled: true,
      width: "stretch",
      shortcut: "Ctrl+K",
      wrap: false,
    }),
  ).toEqualTypeOf<boolean>();
  expectTypeOf(
    st.form("f").formSubmitButton("a", {
      key: "b",
      help: "c",
      onClick: () => {},
      type: "secondary",
      icon: "⛵",
      iconPosition: "left",
      disabled: false,
      width: 300,
      shortcut: "Enter",
      wrap: true,
    }),
  ).toEqualTypeOf<boolean>();
  expectTypeOf(
    st.linkButton("a", "https://example.org", {
      key: "b",
      help: "c",
      onClick: "rerun",
      type: "tertiary",
      icon: "⛵",
      iconPosition: "right",
      disabled: false,
      width: "content",
      shortcut: "F2",
      wrap: true,
    }),
  ).toEqualTypeOf<boolean>();
  expectTypeOf(
    st.menuButton("a", [1, 2], {
      key: "b",
      help: "c",
      onClick: (option) => expectTypeOf(option).toEqualTypeOf<1 | 2>(),
      type: "secondary",
      icon: "⛵",
      iconPosition: "left",
      disabled: false,
      width: 200,
      shortcut: "F3",
      wrap: false,
      format: (option) => expectTypeOf(option).toEqualTypeOf<1 | 2>() && String(option),
    }),
  ).toEqualTypeOf<1 | 2 | null>();
  expectTypeOf(
    st.downloadButton("a", "b", {
      fileName: "c.txt",
      mime: "text/plain",
      key: "d",
      help: "e",
      onClick: "rerun",
      type: "primary",
      icon: "⛵",
      iconPosition: "left",
      disabled: false,
      width: "stretch",
      shortcut: "F4",
      wrap: true,
    }),
  ).toEqualTypeOf<boolean>();
  // @ts-expect-error -- none of the sides
  st.button("a", { iconPosition: "top" });
  // @ts-expect-error -- a closure needs no arguments
  st.button("a", { onClick: () => {}, args: [1] });
});

test("checkboxes and switches", () => {
  const changed = (on: boolean) => on;
  expectTypeOf(
    st.checkbox("a", {
      required: true,
      live: false,
      value: true,
      key: "b",
      help: "c",
      onChange: changed,
      disabled: true,
      labelVisibility: "hidden",
      width: 9,
      wrap: true,
    }),
  ).toEqualTypeOf<boolean>();
  expectTypeOf(
    st.toggle("a", {
      required: true,
      live: false,
      value: true,
      key: "b",
      help: "c",
      onChange: changed,
      disabled: true,
      labelVisibility: "collapsed",
      width: "stretch",
      wrap: false,
    }),
  ).toEqualTypeOf<boolean>();
  // @ts-expect-error -- a checkbox is on or off
  st.checkbox("a", { value: "yes" });
  // @ts-expect-error -- none of the ways
  st.toggle("a", { labelVisibility: "none" });
});
