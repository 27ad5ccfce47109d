import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { isMediaId, mediaId } from "./media-id.ts";

const secret = randomBytes(32);

test("[SEC3] an id says nothing, is the same for the same, and differs by session and by what it names", () => {
  const id = mediaId(secret, "session-a", "report.csv");
  expect(id).toMatch(/^[\w-]{38}$/);
  expect(id).toBe(mediaId(secret, "session-a", "report.csv"));
  expect(id).not.toBe(mediaId(secret, "session-b", "report.csv"));
  expect(id).not.toBe(mediaId(secret, "session-a", "report2.csv"));
  expect(id).not.toBe(mediaId(randomBytes(32), "session-a", "report.csv"));
});

test("[SEC3] an id that another server made, was changed, or is none, is told from ours", () => {
  const id = mediaId(secret, "s", "a");
  expect(isMediaId(secret, id)).toBe(true);
  for (let at = 0; at < id.length; at++) {
    const other = id[at] === "A" ? "B" : "A";
    expect(isMediaId(secret, id.slice(0, at) + other + id.slice(at + 1)), `changed at ${at}`).toBe(false);
  }
  for (const bad of ["", "../../etc/passwd", id.slice(1), `${id}A`, mediaId(randomBytes(32), "s", "a"), "é".repeat(38), "ü".repeat(19)])
    expect(isMediaId(secret, bad), bad).toBe(false);
});
