import { expect, test } from "vitest";
import { addressOf, fileRoutes, findRoute, matchPath } from "./page-routes.ts";

const ids = ["app.ts", "pages/about.ts", "pages/data/cars.tsx", "views/x.y.ts"];

test("the entry is at the root, others at their own path", () => {
  expect(fileRoutes(ids).map(({ path, id }) => [path, id])).toEqual([
    ["/", "app.ts"],
    ["/about", "pages/about.ts"],
    ["/data/cars", "pages/data/cars.tsx"],
    ["/views/x.y", "views/x.y.ts"],
  ]);
});

test("a number in front of a name sorts, an emoji is the page's icon, underscores are spaces", () => {
  const files = ["app.ts", "pages/10_Last.ts", "pages/zebra.ts", "pages/2_📈_Sales_report.ts", "pages/1-👩‍🔬 Lab.ts", "pages/2024.ts"];
  expect(fileRoutes(files).map(({ title, path, icon }) => [title, path, icon])).toEqual([
    ["App", "/", undefined],
    ["Lab", "/Lab", "👩‍🔬"],
    ["Sales report", "/Sales_report", "📈"],
    ["Last", "/Last", undefined],
    ["2024", "/2024", undefined],
    ["Zebra", "/zebra", undefined],
  ]);
});

test("a page is found with and without a slash at the end, and nothing else is", () => {
  const at = (address: string) => findRoute(fileRoutes(ids), address)?.route.id;
  expect(at("/")).toBe("app.ts");
  expect(at("")).toBe("app.ts");
  expect(at("/about/")).toBe("pages/about.ts");
  expect(at("/pages/about.ts")).toBeUndefined();
  expect(at("/../app")).toBeUndefined();
  expect(at("/__proto__")).toBeUndefined();
});

test("a part in brackets takes any one part, decoded; a plain part comes before it", () => {
  const routes = [{ path: "/orders/[id]" }, { path: "/orders/new" }, { path: "/[a]/[b]" }];
  expect(findRoute(routes, "/orders/a%2Fb%20c")).toMatchObject({ route: { path: "/orders/[id]" }, params: { id: "a/b c" } });
  expect(findRoute(routes, "/orders/new")?.route.path).toBe("/orders/new");
  expect(findRoute(routes, "/x/y")?.params).toEqual({ a: "x", b: "y" });
  expect(findRoute(routes, "/orders")).toBeUndefined();
  expect(matchPath("/[id]", "/%ff")).toBeUndefined();
  expect(addressOf("/orders/[id]", { id: "a/b c" })).toBe("/orders/a%2Fb%20c");
});
