import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

const browser = {
  url: "https://example.com/app/",
  locale: "de-AT",
  timezone: "Europe/Vienna",
  timezoneOffset: -60,
  theme: "dark",
  ip: "203.0.113.7",
  headers: { "user-agent": "Test/1.0" },
  cookies: { basket: "3 fish" },
} as const;

test("the page tells what the browser and its request say", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url), { browser, queryParams: { embed: "true" } });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.texts()).toEqual(
    expect.arrayContaining([
      "You read de-AT, in the theme dark.",
      "Your clock: Europe/Vienna, -60 minutes behind UTC.",
      "You came to https://example.com/app/ from 203.0.113.7, embedded.",
      "Your browser calls itself: Test/1.0",
      "Cookies of this site: basket",
    ]),
  );
  app.get("button").click();
  await app.run();
  expect(app.texts().at(-1)).toMatch(/^Request \S+-2$/);
});

test("[SEC8] secrets, own cookies and what is between two machines do not reach the page", async () => {
  let seen: unknown;
  const headers = { Authorization: "Bearer secret", Connection: "upgrade", "sec-websocket-key": "k", "x-forwarded-user": "kari" };
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  const cookies = { a: "1", "rivulet-bound.theme": "2", "__Host-rivulet.identity": "3" };
  await using app = await AppTest.fromFunction(
    () => {
      const { context } = st;
      seen = [context.headers.toObject(), context.cookies.toObject(), context.headers.has("X-Forwarded-User"), [...context.cookies]];
    },
    { browser: { headers: lower, cookies } },
  );
  await app.run();
  expect(seen).toEqual([{ "x-forwarded-user": "kari" }, { a: "1" }, true, [["a", "1"]]]);
});

test("what is not known is undefined, and nothing of it can be set", async () => {
  let seen: unknown;
  await using app = await AppTest.fromFunction(() => {
    const { context } = st;
    seen = [context.url, context.locale, context.theme.type, context.isEmbedded, context.headers.get("host")];
    Object.assign(context, { locale: "xx" });
  });
  await app.run();
  expect(seen).toEqual([undefined, undefined, undefined, false, undefined]);
  expect(app.errors).toMatchObject([{ name: "TypeError" }]);
});
