import { st, type Container, type Form, type StandardSchema } from "rivulet";
import { expectTypeOf, test } from "vitest";

declare const schema: StandardSchema<{ name: string; tons?: number }>;

test("a form is a container; its data is what its schema makes of the values", () => {
  expectTypeOf(st.form("f")).toEqualTypeOf<Form>();
  expectTypeOf(st.form("f")).toExtend<Container>();
  expectTypeOf(st.form("f").data).toEqualTypeOf<undefined>();
  expectTypeOf(st.form("f", { schema }).data).toEqualTypeOf<{ name: string; tons?: number } | undefined>();
  expectTypeOf(
    st.form("f", { clearOnSubmit: true, enterToSubmit: false, border: false, width: 300, height: "stretch" }),
  ).toEqualTypeOf<Form>();
  expectTypeOf(st.form("f").with(() => st.formSubmitButton())).toEqualTypeOf<boolean>();
  expectTypeOf(st.sidebar.form("f").textInput("Name")).toEqualTypeOf<string>();
  // @ts-expect-error -- a form has a key
  st.form();
  // @ts-expect-error -- no schema
  st.form("f", { schema: { parse: () => 1 } });
  // @ts-expect-error -- Streamlit's name
  st.form("f", { clear_on_submit: true });
});

test("a submit button has a button's options", () => {
  expectTypeOf(
    st.form("f").formSubmitButton("Save", { type: "primary", onClick: async () => {}, shortcut: "Ctrl+S" }),
  ).toEqualTypeOf<boolean>();
  // @ts-expect-error -- none of the types
  st.form("f").formSubmitButton("Save", { type: "danger" });
});
