import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { FilesOnTheMake } from "./files-on-the-make.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

test("a session stays for the files on the make, but not for ever; those that it leaves are lost once", () => {
  const files = new FilesOnTheMake();
  expect([files.hold, files.lose()]).toEqual([false, false]);
  files.note(1);
  vi.advanceTimersByTime(40_000);
  files.note(2);
  expect(files.hold).toBe(true);
  vi.advanceTimersByTime(20_000);
  expect(files.hold).toBe(false);
  expect([files.lose(), files.lose()]).toEqual([true, false]);
  files.note(1);
  files.note(0);
  expect([files.hold, files.lose()]).toEqual([false, false]);
});
