import { expect, test } from "vitest";
import { createLastCallMemory, LastCallWriter, readLastCall } from "./last-call.ts";

test("[SR9] what was noted last is read, and nothing before anything was", () => {
  const memory = createLastCallMemory();
  expect(readLastCall(memory)).toBeUndefined();
  const writer = new LastCallWriter(memory);
  writer.write("a-long-name", "pages/größe.ts", 12);
  expect(readLastCall(memory)).toEqual({ session: "a-long-name", file: "pages/größe.ts", line: 12 });
  writer.write("b", "app.ts", 7);
  expect(readLastCall(memory)).toEqual({ session: "b", file: "app.ts", line: 7 });
  writer.write("b", "app.ts", 8);
  expect(readLastCall(memory)).toEqual({ session: "b", file: "app.ts", line: 8 });
});

test("[SR9] a call without a call site has no place, not the one of another session", () => {
  const memory = createLastCallMemory();
  const writer = new LastCallWriter(memory);
  writer.write("a", "app.ts", 12);
  writer.write("b", "", 0);
  expect(readLastCall(memory)).toEqual({ session: "b" });
});

test("[SR9] a name that is too long is cut", () => {
  const memory = createLastCallMemory();
  new LastCallWriter(memory).write("a", "x".repeat(5000), 3);
  expect(readLastCall(memory)?.file).toMatch(/^x{1000,1024}$/);
});
