import { expect, test } from "vitest";
import { appName } from "./app-name.ts";

test.each(["my-app", "app2", "2fast", "a.b_c", "a"])("%s is a package name", (name) => {
  expect(appName(name)).toBe(name);
});

test.each([
  ["My App", '"my-app"'],
  ["_hidden", '"hidden"'],
  [".", '"my-app"'],
  ["Straße", '"stra-e"'],
  ["node_modules", '"node-modules"'],
  ["日本", '"my-app"'],
  ["a".repeat(215), JSON.stringify("a".repeat(214))],
])("%s is none, and a name is proposed that is", (name, proposal) => {
  expect(() => appName(name)).toThrow(`Try ${proposal}.`);
  expect(appName(JSON.parse(proposal) as string)).toBe(JSON.parse(proposal));
});
