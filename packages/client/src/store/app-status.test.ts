import { expect, test } from "vitest";
import { appStatus } from "./app-status.ts";
import { INITIAL_PAGE, type PageState } from "./page-state.ts";

const open: PageState = { ...INITIAL_PAGE, link: { name: "open" }, synced: true };

test("a page is idle only when connected, synced, with no run, nothing unanswered and nothing loading", () => {
  expect(appStatus(open, false, false)).toBe("idle");
  expect(appStatus({ ...open, running: [{ no: 1 }] }, false, false)).toBe("running");
  expect(appStatus(open, true, false)).toBe("running");
  expect(appStatus(open, false, true)).toBe("running");
  expect(appStatus({ ...open, synced: false }, false, false)).toBe("connecting");
});

test("without a connection nothing else counts", () => {
  expect(appStatus(INITIAL_PAGE, true, true)).toBe("connecting");
  expect(appStatus({ ...open, running: [{ no: 1 }], link: { name: "waiting", until: 0 } }, true, false)).toBe("disconnected");
  expect(appStatus({ ...open, link: { name: "closed", reason: "superseded" } }, false, false)).toBe("disconnected");
});
