import { CLOSE_CODES } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { BACKOFF, decideOnClose } from "./close-policy.ts";

test("[WS1] every known code decides as its table says", () => {
  for (const [reason, { code, retry }] of Object.entries(CLOSE_CODES)) {
    const decision = decideOnClose(code, 0, 0);
    expect(decision.type, reason).toBe(retry ? "retry" : "stop");
    if (decision.type === "stop") expect(decision.reason).toBe(reason);
  }
});

test("[WS1] a lost network is retried with the token, a session that is gone without", () => {
  expect(decideOnClose(1006, 0, 0)).toMatchObject({ type: "retry", keepToken: true });
  expect(decideOnClose(CLOSE_CODES.sessionGone.code, 0, 0)).toMatchObject({ type: "retry", keepToken: false });
});

test("[WS1] the wait doubles up to the longest, and jitter takes at most half of it", () => {
  const waits = (random: number) =>
    [0, 1, 2, 3, 9, 1000].map((failed) => {
      const decision = decideOnClose(1006, failed, random);
      return decision.type === "retry" ? decision.delay : Number.NaN;
    });
  expect(waits(0)).toEqual([125, 250, 500, 1000, 5000, 5000]);
  expect(waits(0.999_999)).toEqual([250, 500, 1000, 2000, BACKOFF.longest, BACKOFF.longest]);
});
