import { st, type Bind, type LastingOptions, type SliderOptions } from "rivulet";
import { expectTypeOf, test } from "vitest";

declare module "rivulet" {
  interface QueryParams {
    sort?: "name" | "size" | undefined;
  }
}

test("what lasts does not change what a widget returns", () => {
  expectTypeOf(st.slider("A", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<number>();
  expectTypeOf(st.slider("A", { value: [1, 2], key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<[number, number]>();
  expectTypeOf(st.checkbox("A", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<boolean>();
  expectTypeOf(st.toggle("A", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<boolean>();
  expectTypeOf(st.radio("A", ["a", "b"], { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.selectbox("A", ["a", "b"], { value: null, key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<
    "a" | "b" | null
  >();
  expectTypeOf(st.selectbox("A", ["a", "b"], { key: "k", bind: "query-params", acceptNewOptions: true })).toEqualTypeOf<string>();
  expectTypeOf(st.multiselect("A", ["a", "b"], { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<("a" | "b")[]>();
  expectTypeOf(st.pills("A", ["a", "b"], { selectionMode: "multi", key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<
    ("a" | "b")[]
  >();
  expectTypeOf(
    st.segmentedControl("A", ["a", "b"], { required: true, value: "a", key: "k", persistState: "session", bind: "local" }),
  ).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.feedback("thumbs", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<0 | 1 | null>();
  expectTypeOf(st.selectSlider("A", ["a", "b"], { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.numberInput("A", { value: null, key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<number | null>();
  expectTypeOf(st.textInput("A", { type: "email", key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<string>();
  expectTypeOf(st.textArea("A", { value: null, key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<string | null>();
  expectTypeOf(st.dateInput("A", { value: [], key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<[string, string] | null>();
  expectTypeOf(st.datetimeInput("A", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<string>();
  expectTypeOf(st.timeInput("A", { value: null, key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<string | null>();
  expectTypeOf(st.colorPicker("A", { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<string>();
  expectTypeOf(st.pagination(5, { key: "k", persistState: "session", bind: "local" })).toEqualTypeOf<number>();
});

test("callbacks and whoever passes options on are typed as before", () => {
  st.slider("A", { key: "a", bind: "cookie", onChange: (value) => expectTypeOf(value).toEqualTypeOf<number>() });
  st.selectbox("A", ["a", "b"], { key: "a", persistState: "page", onChange: (value) => expectTypeOf(value).toEqualTypeOf<"a" | "b">() });
  const wrapped = (options: SliderOptions) => st.slider("A", options);
  const lasting = (options: SliderOptions & LastingOptions) => st.slider("A", options);
  expectTypeOf(wrapped).returns.toEqualTypeOf<number>();
  expectTypeOf(lasting).returns.toEqualTypeOf<number>();
  expectTypeOf<Bind>().toEqualTypeOf<"query-params" | "local" | "session" | "cookie">();
});

test("what cannot last is refused", () => {
  // @ts-expect-error -- without a key there is no name to keep it under
  st.slider("A", { persistState: "page" });
  // @ts-expect-error -- likewise
  st.selectbox("A", ["a"], { bind: "local" });
  // @ts-expect-error -- no such place
  st.textInput("A", { key: "a", bind: "disk" });
  // @ts-expect-error -- no such time
  st.checkbox("A", { key: "a", persistState: "ever" });
  // @ts-expect-error -- secrets are not kept
  st.textInput("A", { key: "a", type: "password", bind: "local" });
  // @ts-expect-error -- a press lasts for one run
  st.button("A", { key: "a", bind: "query-params" });
  // @ts-expect-error -- so does a submit
  st.form("f").formSubmitButton("A", { key: "a", persistState: "page" });
  st.textInput("A", { key: "a", type: "password", persistState: "page" });
});

test("the query is a mapping of texts, typed by declaration merging", () => {
  expectTypeOf(st.queryParams.sort).toEqualTypeOf<"name" | "size" | undefined>();
  expectTypeOf(st.queryParams.get("sort")).toEqualTypeOf<"name" | "size" | undefined>();
  expectTypeOf(st.queryParams.get("other")).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.queryParams.other).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.queryParams["any thing"]).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.queryParams.getAll("tag")).toEqualTypeOf<string[]>();
  expectTypeOf([...st.queryParams]).toEqualTypeOf<[string, string][]>();
  expectTypeOf(st.queryParams.toObject()).toEqualTypeOf<Record<string, string>>();
  st.queryParams.set("tag", ["a", 1, true]);
  st.queryParams.update({ tag: "a", gone: undefined });
  st.queryParams.other = "x";
  // @ts-expect-error -- it was declared
  st.queryParams.sort = "colour";
  // @ts-expect-error -- an address holds texts
  st.queryParams.set("a", { b: 1 });
});

test("the context is to be read only", () => {
  expectTypeOf(st.context.headers.get("host")).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.context.cookies.toObject()).toEqualTypeOf<Record<string, string>>();
  expectTypeOf(st.context.theme.type).toEqualTypeOf<"light" | "dark" | undefined>();
  expectTypeOf(st.context.ip).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.context.url).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.context.locale).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.context.timezone).toEqualTypeOf<string | undefined>();
  expectTypeOf(st.context.timezoneOffset).toEqualTypeOf<number | undefined>();
  expectTypeOf(st.context.isEmbedded).toEqualTypeOf<boolean>();
  expectTypeOf(st.context.requestId).toEqualTypeOf<string>();
  // @ts-expect-error -- to be read only
  st.context.locale = "de";
  // @ts-expect-error -- to be read only
  st.context.headers.set("a", "b");
});
