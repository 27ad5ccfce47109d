import { st, type Container, type ElementHandle, type Expander, type Placeholder, type Tab } from "rivulet";
import { expectTypeOf, test } from "vitest";

declare const count: number;
declare const labels: string[];

test("columns are a tuple where their number is known", () => {
  expectTypeOf(st.columns(3)).toEqualTypeOf<[Container, Container, Container]>();
  expectTypeOf(st.columns([2, 1])).toEqualTypeOf<[Container, Container]>();
  expectTypeOf(st.columns(count)).toEqualTypeOf<Container[]>();
});

test("tabs are a tuple where their labels are known", () => {
  expectTypeOf(st.tabs(["A", "B"])).toEqualTypeOf<[Tab, Tab]>();
  expectTypeOf(st.tabs(labels)).toEqualTypeOf<Tab[]>();
  expectTypeOf(st.tabs(["A", "B"])[0].open).toEqualTypeOf<boolean>();
  st.tabs(["A", "B"], { onChange: (label) => expectTypeOf(label).toEqualTypeOf<"A" | "B">() });
  // @ts-expect-error -- C is none of the labels
  st.tabs(["A", "B"], { value: "C" });
});

test("a body's result comes back as it is", () => {
  expectTypeOf(st.container().with(() => 5)).toEqualTypeOf<number>();
  expectTypeOf(st.container().with(async () => "later")).toEqualTypeOf<Promise<string>>();
  expectTypeOf(st.spinner("Loading", async () => 5)).toEqualTypeOf<Promise<number>>();
  expectTypeOf(st.spinner("Counting", () => 5)).toEqualTypeOf<number>();
});

test("every container has every element", () => {
  expectTypeOf(st.expander("More")).toEqualTypeOf<Expander>();
  expectTypeOf(st.expander("More").slider("Age")).toEqualTypeOf<number>();
  expectTypeOf(st.empty()).toEqualTypeOf<Placeholder>();
  expectTypeOf(st.sidebar.selectbox("x", ["a", "b"])).toEqualTypeOf<"a" | "b">();
  expectTypeOf(st.progress(0).progress(0.5)).toEqualTypeOf<ElementHandle>();
});

test("html is a template tag too", () => {
  expectTypeOf(st.html`<b>${5}</b>`).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.html("<hr>", { width: "content" })).toEqualTypeOf<ElementHandle>();
});

test("a run's end returns never", () => {
  expectTypeOf(st.stop).returns.toEqualTypeOf<never>();
  expectTypeOf(st.rerun).returns.toEqualTypeOf<never>();
});
