import { expect, test } from "vitest";
import { pageAt, pagePaths, pathBelow } from "./page-paths.ts";

const ids = ["app.ts", "pages/about.ts", "pages/data/cars.tsx", "views/x.y.ts"];

test("the entry is at the root, others at their own path", () => {
  expect([...pagePaths(ids)]).toEqual([
    ["/", "app.ts"],
    ["/about", "pages/about.ts"],
    ["/data/cars", "pages/data/cars.tsx"],
    ["/views/x.y", "views/x.y.ts"],
  ]);
});

test("a page is found with and without a slash at the end, and nothing else is", () => {
  expect(pageAt(ids, "/")).toBe("app.ts");
  expect(pageAt(ids, "")).toBe("app.ts");
  expect(pageAt(ids, "/about/")).toBe("pages/about.ts");
  expect(pageAt(ids, "/pages/about.ts")).toBeUndefined();
  expect(pageAt(ids, "/../app")).toBeUndefined();
  expect(pageAt(ids, "/__proto__")).toBeUndefined();
});

test("an address is taken below the base and decoded", () => {
  expect(pathBelow("", "/")).toBe("/");
  expect(pathBelow("", "/a%20b?x=1#y")).toBe("/a b");
  expect(pathBelow("/app", "/app")).toBe("/");
  expect(pathBelow("/app", "/app/about")).toBe("/about");
  expect(pathBelow("/app", "/apple")).toBeUndefined();
  expect(pathBelow("", "about")).toBeUndefined();
  expect(pathBelow("", "/%ff")).toBeUndefined();
});
