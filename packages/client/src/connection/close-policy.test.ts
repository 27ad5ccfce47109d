import { CLOSE_CODES } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { BACKOFF, decideOnClose } from "./close-policy.ts";

test("[WS1] every known code decides as its table says", () => {
  for (const [reason, { code, retry }] of Object.entries(CLOSE_CODES)) {
    const decision = decideOnClose(code, undefined, 0);
    expect(decision.type, reason).toBe(retry ? "retry" : "stop");
    if (decision.type === "stop") expect(decision.reason).toBe(reason);
  }
});

test("[WS1] a lost network is retried with the token, a session that is gone without", () => {
  expect(decideOnClose(1006, undefined, 0)).toMatchObject({ type: "retry", keepToken: true });
  expect(decideOnClose(CLOSE_CODES.sessionGone.code, undefined, 0)).toMatchObject({ type: "retry", keepToken: false });
});

function wait(code: number, away: number | undefined, random: number): number {
  const decision = decideOnClose(code, away, random);
  return decision.type === "retry" ? decision.delay : Number.NaN;
}

/** Just below one. */
const MOST = 1 - Number.EPSILON;

test("[WS1] the first attempt comes at once, later ones after a part of the time that the connection is gone", () => {
  const away = [undefined, 1, 2000, 4000, 20_000, 40_000, 3_600_000];
  expect(away.map((ms) => wait(1006, ms, 0))).toEqual([0, 200, 250, 500, 2500, 5000, 5000]);
  expect(away.map((ms) => wait(1006, ms, MOST))).toEqual([BACKOFF.first, 400, 500, 1000, 5000, BACKOFF.longest, BACKOFF.longest]);
});

test("[WS1] a server that has too much to do is left alone for longer, one that has lost a session is asked for another at once", () => {
  const busy = [CLOSE_CODES.tooMany, CLOSE_CODES.serverError].map(({ code }) => [
    wait(code, undefined, 0),
    wait(code, 1000, 0),
    wait(code, 40_000, 0),
  ]);
  expect(busy).toEqual([
    [1000, 1000, 5000],
    [1000, 1000, 5000],
  ]);
  expect(wait(CLOSE_CODES.sessionGone.code, 40_000, MOST)).toBe(BACKOFF.first);
});

/** What a thousand browsers do that lost one server at once, when it is back after `down` ms: when each is back, and how often they asked together. */
function comeBack(down: number) {
  const random = seeded(7);
  let attempts = 0;
  const times = Array.from({ length: 1000 }, () => {
    let now = 0;
    for (;;) {
      now += wait(CLOSE_CODES.goingAway.code, now || undefined, random());
      attempts++;
      if (now >= down) return now - down;
    }
  });
  return { times: times.sort((a, b) => a - b), attempts };
}

/** Numbers in [0, 1) that are the same every time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

test("[WS1] who was away for some seconds is back in a part of that, and a thousand that were away together do not come together", () => {
  for (const [down, median, each] of [
    [1500, 250, 8],
    [4000, 600, 12],
    [30_000, 4500, 24],
    [600_000, 5000, 105],
  ] as const) {
    const { times, attempts } = comeBack(down);
    expect(times[500], `median after ${down} ms`).toBeLessThan(median);
    expect(attempts / 1000, `attempts in ${down} ms`).toBeLessThan(each);
    // In no tenth of the time in which nearly all come are there more than twice as many as if they came evenly.
    const span = times[980] as number;
    const tenths = Array.from({ length: 10 }, (_, i) => times.filter((ms) => ms >= (i * span) / 10 && ms < ((i + 1) * span) / 10).length);
    expect(Math.max(...tenths), `${tenths.join(" ")} after ${down} ms`).toBeLessThan(200);
    expect(span, `spread after ${down} ms`).toBeGreaterThan(300);
  }
});
