import { expect, test } from "vitest";
import { placeBelow } from "./place-below.ts";

test("an address is taken below the base, as it is", () => {
  expect(placeBelow("", "/")).toEqual({ path: "/", query: "" });
  expect(placeBelow("", "/a%20b?x=1#y", "?x=1")).toEqual({ path: "/a%20b", query: "x=1" });
  expect(placeBelow("/app", "/app")?.path).toBe("/");
  expect(placeBelow("/app", "/app/about")?.path).toBe("/about");
  expect(placeBelow("/app", "/apple")).toBeUndefined();
  expect(placeBelow("", "about")).toBeUndefined();
});
