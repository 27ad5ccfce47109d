import { expect, test } from "vitest";
import { SessionData } from "./session-data.ts";

test("[SR8] a record says what of the browser's texts the session has written itself", () => {
  const visitor = { ip: "::1", headers: "{}", cookies: "" };
  const stored = [["local:brought", "1"] as const, ["local:gone", "2"] as const];
  const data = new SessionData("s", { place: { path: "/", query: "" }, facts: {}, visitor, stored });
  expect(data.record(0).written).toBeUndefined();
  data.commit({
    values: [],
    state: [],
    stored: [
      ["local:own", "3"],
      ["local:gone", null],
    ],
  });
  const { stored: texts, written } = data.record(5);
  expect([...(texts ?? [])]).toEqual([
    ["local:brought", "1"],
    ["local:own", "3"],
  ]);
  expect([...(written ?? [])]).toEqual(["local:own", "local:gone"]);
});
