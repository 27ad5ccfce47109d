import { expect, test } from "vitest";
import { createLastCallMemory, readLastCall } from "../thread/last-call.ts";
import { callSites } from "./call-site.ts";
import { noteCall, noteCallsIn } from "./last-call.ts";

test("[SR9] a session's last call has the place of its last call site, and never that of another session", () => {
  const memory = createLastCallMemory();
  const at = callSites("app.ts", [
    ["a", "slider", 3, 1],
    ["b", "button", 5, 1],
  ]);
  at(0, 1);
  noteCall("before anybody listens");
  noteCallsIn(memory);
  at(1, "Go");
  noteCall("first");
  expect(readLastCall(memory)).toEqual({ session: "first", file: "app.ts", line: 5 });
  noteCall("first");
  expect(readLastCall(memory)).toEqual({ session: "first", file: "app.ts", line: 5 });
  noteCall("second");
  expect(readLastCall(memory)).toEqual({ session: "second" });
  noteCall("first");
  expect(readLastCall(memory)).toEqual({ session: "first" });
});
