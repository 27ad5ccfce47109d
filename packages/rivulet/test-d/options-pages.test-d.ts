import { st, type ElementHandle } from "rivulet";
import { expectTypeOf, test } from "vitest";

const order = st.page(({ id }) => expectTypeOf(id).toEqualTypeOf<string>(), {
  path: "/orders/[id]",
  title: "Order",
  icon: "📦",
  default: false,
  visibility: "hidden",
});

test("the navigation", () => {
  const current = st.navigation([st.page("./home.ts"), order], { position: "top", expanded: 3, notFound: () => {} });
  expectTypeOf(current.title).toEqualTypeOf<string>();
  expectTypeOf(current.run()).toEqualTypeOf<Promise<void>>();
  // @ts-expect-error -- none of the places
  st.navigation([order], { position: "bottom" });
  // @ts-expect-error -- seen or not
  st.page("./home.ts", { visibility: true });
});

test("ways to a page bring what its path needs", () => {
  expectTypeOf(
    st.pageLink(order, {
      label: "a",
      icon: "⛵",
      iconPosition: "right",
      help: "b",
      disabled: false,
      width: "stretch",
      params: { id: "7" },
      queryParams: { tab: "items" },
    }),
  ).toEqualTypeOf<ElementHandle>();
  expectTypeOf(st.pageLink("https://example.org", { label: "a" })).toEqualTypeOf<ElementHandle>();
  const go = () => st.switchPage(order, { params: { id: "7" }, queryParams: { tab: ["items", "notes"] } });
  expectTypeOf(go).returns.toEqualTypeOf<never>();
  expectTypeOf(st.params("/orders/[id]")).toEqualTypeOf<{ readonly id: string }>();
  // @ts-expect-error -- the id is missing
  st.pageLink(order);
  // @ts-expect-error -- it has no such part
  void (() => st.switchPage(order, { params: { number: "7" } }));
});
