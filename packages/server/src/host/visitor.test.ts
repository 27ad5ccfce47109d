import { expect, test } from "vitest";
import { portOf, storedCookies } from "./stored-cookies.ts";
import { visitorOf } from "./visitor.ts";

test("[SEC8] a page sees no secret of a request, and none of rivulet's own cookies", () => {
  const headers = {
    host: "example.com",
    authorization: "Basic a2FyaTpwYXNz",
    "proxy-authorization": "Basic x",
    cookie: "a=1; rivulet-bound-8484.theme=%22dark%22; rivulet.resume=secret; __Secure-rivulet.identity=x; b = 2 ;; riv=3",
    connection: "Upgrade",
    "sec-websocket-key": "x",
    "x-forwarded-for": "203.0.113.7",
    "set-cookie": ["x", "y"],
  };
  const { ip, headers: shown, cookies } = visitorOf({ ip: "127.0.0.1", headers });
  expect(ip).toBe("127.0.0.1");
  expect(JSON.parse(shown)).toEqual({ host: "example.com", "x-forwarded-for": "203.0.113.7", "set-cookie": "x, y" });
  expect(cookies).toBe("a=1; b = 2; riv=3");
});

test("[SEC7] headers and cookies are cut where they are too much", () => {
  const { headers, cookies } = visitorOf({
    ip: "::1",
    headers: { a: "1", b: "x".repeat(20_000), cookie: `a=${"x".repeat(20_000)}` },
  });
  expect(JSON.parse(headers)).toEqual({ a: "1" });
  expect(cookies.length).toBeLessThan(17_000);
});

test("bound values in cookies are those of the page's own port, whatever else is there", () => {
  const header =
    'theirs=1; rivulet-bound.theme=%22dark%22; rivulet-bound-8484.a%3Bb=1; rivulet-bound-8484.bad=%E0%A4%A; rivulet-bound-8484.x="y';
  expect(storedCookies(header, "")).toEqual([["cookie:theme", '"dark"']]);
  expect(storedCookies(header, "8484")).toEqual([
    ["cookie:a;b", "1"],
    ["cookie:x", '"y'],
  ]);
  expect(storedCookies(undefined, "")).toEqual([]);
  expect([portOf("http://localhost:8484/app/"), portOf("https://example.com/"), portOf("no address"), portOf(undefined)]).toEqual([
    "8484",
    "",
    "",
    "",
  ]);
});
