import { expect, test } from "vitest";
import { AllowedHosts } from "./allowed-hosts.ts";

const allowed = new AllowedHosts(["app.example.com", ".corp.example"]);

test.each([
  "localhost",
  "localhost:8484",
  "a.localhost:1",
  "127.0.0.1:8484",
  "[::1]:8484",
  "192.168.1.5",
  "APP.example.com",
  "x.corp.example",
  "corp.example:8",
])("[SEC2] answers for the host %s", (host) => {
  expect(allowed.host(host)).toBe(true);
});

test.each([
  undefined,
  "",
  "evil.example",
  "example.com",
  "app.example.com.evil.example",
  "evilcorp.example",
  "localhost.evil.example",
  "u@localhost",
  "localhost/x",
  "a b",
])("[SEC2] does not answer for the host %s", (host) => {
  expect(allowed.host(host)).toBe(false);
});

test("[SEC2] an origin must be the host that was asked, port included, or be listed", () => {
  expect(allowed.origin("http://localhost:8484", "localhost:8484")).toBe(true);
  expect(allowed.origin("https://app.example.com", "app.example.com")).toBe(true);
  expect(allowed.origin("https://app.example.com", "app.example.com:443")).toBe(true);
  expect(allowed.origin("https://app.example.com", "127.0.0.1:8484")).toBe(true);
  expect(allowed.origin("http://localhost:3000", "localhost:8484")).toBe(false);
  expect(allowed.origin("http://127.0.0.1:8484", "localhost:8484")).toBe(false);
  expect(allowed.origin("http://evil.example", "evil.example:80")).toBe(true);
  expect(allowed.origin("http://evil.example", "localhost:8484")).toBe(false);
  expect(allowed.origin("null", "localhost:8484")).toBe(false);
  expect(allowed.origin("", "localhost:8484")).toBe(false);
});

test("[SEC2] the name that the server listens on is its own, another port of it is another site", () => {
  const bound = new AllowedHosts([], "Box.local");
  expect(bound.host("box.local:8484")).toBe(true);
  expect(bound.origin("http://box.local:8484", "box.local:8484")).toBe(true);
  expect(bound.origin("http://box.local:3000", "box.local:8484")).toBe(false);
});

test("[SEC2] what is no browser sends no origin and is let in", () => {
  expect(allowed.origin(undefined, "localhost:8484")).toBe(true);
});
