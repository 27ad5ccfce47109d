import { expect, test } from "vitest";
import { SessionData } from "./session-data.ts";
import { decodeSession } from "./store/session-image.ts";

test("[SR8] [ST4] a record says what of the browser's texts the session has written itself", () => {
  const visitor = { ip: "::1", headers: "{}", cookies: "" };
  const stored = [["local:brought", "1"] as const, ["local:gone", "2"] as const];
  const data = new SessionData("s", { place: { path: "/", query: "" }, facts: {}, visitor, stored });
  expect(data.record(0).written).toBeUndefined();
  data.commit({
    values: [],
    state: [],
    stored: [
      ["local:own", "3", 7],
      ["local:gone", null, 0],
    ],
  });
  const said = [
    ["local:own", 7],
    ["local:gone", 0],
  ];
  const { stored: texts, written } = data.record(5);
  expect([...(texts ?? [])]).toEqual([
    ["local:brought", "1"],
    ["local:own", "3"],
  ]);
  expect([...(written ?? [])]).toEqual(said);
  const restored = SessionData.restore("s", decodeSession({ ...data.takeChange(), parts: new Map() }), visitor).record(0);
  expect([...(restored.written ?? [])], "after a restart too").toEqual(said);
});
