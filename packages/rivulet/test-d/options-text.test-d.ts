import { st, type ElementHandle } from "rivulet";
import { expectTypeOf, test } from "vitest";

declare const prices: Float32Array;

test("headings", () => {
  const shared = { anchor: "top", help: "why", icon: "⛵", width: 300, textAlignment: "center", wrap: false } as const;
  expectTypeOf(st.title("a", shared)).toEqualTypeOf<ElementHandle>();
  expectTypeOf(
    st.title("a", { anchor: false, help: "why", icon: ":material/anchor:", width: "content", textAlignment: "right", wrap: true }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(
    st.header("a", { anchor: "b", divider: true, help: "c", icon: "⛵", width: "stretch", textAlignment: "left", wrap: false }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(
    st.subheader("a", { anchor: "b", divider: "rainbow", help: "c", icon: "⛵", width: 5, textAlignment: "justify", wrap: false }),
  ).toEqualTypeOf<ElementHandle>();
  // @ts-expect-error -- a title has no divider
  st.title("a", { divider: true });
  // @ts-expect-error -- none of the colours
  st.header("a", { divider: "pink" });
  // @ts-expect-error -- an anchor is a name or false
  st.subheader("a", { anchor: true });
  // @ts-expect-error -- none of the sides
  st.title("a", { textAlignment: "middle" });
});

test("texts", () => {
  expectTypeOf(
    st.markdown("a", { help: "b", width: "stretch", textAlignment: "center", anchors: false, wrap: false }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.caption("a", { help: "b", width: 300, textAlignment: "right", wrap: true })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.text(5, { help: "b", width: "content", textAlignment: "left", wrap: false })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.latex("a^2", { help: "b", width: "stretch" })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(
    st.code("a = 1", { language: null, lineNumbers: true, wrapLines: true, height: 200, width: "content" }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.badge("new", { icon: "⛵", color: "violet", width: "content", help: "b" })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.divider({ width: 300 })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.write("a", 5, { b: [1] })).toEqualTypeOf<void>();
  // @ts-expect-error -- markdown never renders raw HTML
  st.markdown("a", { unsafeAllowHtml: true });
  // @ts-expect-error -- a caption has no headings
  st.caption("a", { anchors: false });
  // @ts-expect-error -- none of the colours
  st.badge("new", { color: "pink" });
  // @ts-expect-error -- a rule has no content to be as wide as
  st.divider({ width: "content" });
});

test("alerts and exceptions", () => {
  expectTypeOf(st.success("a", { icon: "✅", title: "b", width: 300 })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.info("a", { icon: "", title: "b", width: "stretch" })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.warning("a", { icon: "⚠️", title: "b", width: 300 })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.error("a", { icon: ":material/error:", title: "b", width: 300 })).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.exception(new Error("a"), { width: 300 })).toEqualTypeOf<ElementHandle>();
  // @ts-expect-error -- an error's text is a text; st.exception takes the error
  st.error(new Error("a"));
  // @ts-expect-error -- an alert is as wide as it is told or can
  st.info("a", { width: "content" });
});

test("data", () => {
  expectTypeOf(
    st.metric("a", 5, {
      delta: -1,
      deltaColor: "inverse",
      deltaArrow: "off",
      deltaDescription: "b",
      format: "percent",
      chartData: prices,
      chartType: "area",
      help: "c",
      icon: "⛵",
      labelVisibility: "hidden",
      border: true,
      width: "content",
      height: 200,
    }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(
    st.table([{ a: 1 }], { border: "horizontal", width: "content", height: 200, hideHeader: true }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.json({ a: [1] }, { expanded: 2, width: 300 })).toEqualTypeOf<ElementHandle>();
  // @ts-expect-error -- a chart is of numbers
  st.metric("a", 5, { chartData: ["1"] });
  // @ts-expect-error -- none of the borders
  st.table([{ a: 1 }], { border: "vertical" });
  // @ts-expect-error -- a depth or all of it
  st.json({ a: 1 }, { expanded: "all" });
});
