import { st, type NoParams, type Page, type ParamsOf } from "rivulet";
import { expectTypeOf, test } from "vitest";

const order = st.page(
  ({ id, line }) => {
    expectTypeOf(id).toEqualTypeOf<string>();
    expectTypeOf(line).toEqualTypeOf<string>();
  },
  { path: "/orders/[id]/lines/[line]", title: "Line", icon: "📦" },
);
const file = st.page("./pages/ships/[ship].ts");
const home = st.page(async () => {}, { title: "Home", icon: "🏠", path: "/home", default: true, visibility: "hidden" });

test("a page's parameters are those of its path, or of its file", () => {
  expectTypeOf<ParamsOf<"/orders/[id]/lines/[line]">>().toEqualTypeOf<{ readonly id: string; readonly line: string }>();
  expectTypeOf<ParamsOf<"/about">>().toEqualTypeOf<NoParams>();
  expectTypeOf<ParamsOf<string>>().toEqualTypeOf<Readonly<Record<string, string>>>();
  expectTypeOf(order).toEqualTypeOf<Page<{ readonly id: string; readonly line: string }>>();
  expectTypeOf(file).toEqualTypeOf<Page<{ readonly ship: string }>>();
  expectTypeOf(st.params("/ships/[ship]")).toEqualTypeOf<{ readonly ship: string }>();
  expectTypeOf(st.params()).toEqualTypeOf<Readonly<Record<string, string>>>();
  expectTypeOf(home.run()).toEqualTypeOf<Promise<void>>();
  // @ts-expect-error -- no such parameter
  st.page(({ name }) => name, { path: "/orders/[id]" });
  // @ts-expect-error -- Streamlit's name
  st.page("./a.ts", { urlPath: "a" });
  // @ts-expect-error -- no such parameter
  void st.params("/ships/[ship]").id;
});

test("navigation takes pages, and returns the current one", () => {
  expectTypeOf(st.navigation([home, order, file, () => {}])).toEqualTypeOf<Page>();
  expectTypeOf(st.navigation({ A: [home], B: [order] }, { position: "top", expanded: 3, notFound: () => {} })).toEqualTypeOf<Page>();
  // @ts-expect-error -- a file is declared with st.page, which compiles it
  st.navigation(["./a.ts"]);
  // @ts-expect-error -- no such position
  st.navigation([home], { position: "bottom" });
});

test("links and switches bring what their page needs", () => {
  expectTypeOf(() => st.switchPage(home)).returns.toEqualTypeOf<never>();
  expectTypeOf(() => st.switchPage(file, { params: { ship: "ada" }, queryParams: { tab: ["a", 1, true] } })).returns.toEqualTypeOf<never>();
  st.pageLink("/orders", {
    label: "Orders",
    icon: "📦",
    iconPosition: "right",
    help: "All of them",
    disabled: true,
    width: "stretch",
    queryParams: { open: true, none: null },
  });
  st.sidebar.pageLink(order, { params: { id: "1", line: "2" } });
  // @ts-expect-error -- without its parameters
  st.switchPage(order);
  // @ts-expect-error -- without all of its parameters
  st.pageLink(order, { label: "Order", params: { id: "1" } });
  // @ts-expect-error -- numbers are written as text
  st.pageLink(file, { params: { ship: 1 } });
  // @ts-expect-error -- no such option
  st.switchPage(home, { label: "Home" });
});
