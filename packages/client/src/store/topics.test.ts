import { expect, test } from "vitest";
import { Topics } from "./topics.ts";

test("a flush calls the listeners of touched topics once each", () => {
  const topics = new Topics<string>();
  const called: string[] = [];
  topics.subscribe("a", () => called.push("a1"));
  topics.subscribe("a", () => called.push("a2"));
  topics.subscribe("b", () => called.push("b"));
  topics.touch("a");
  topics.touch("a");
  topics.flush();
  topics.flush();
  expect(called).toEqual(["a1", "a2"]);
});

test("a touch between reading and listening is noticed by the version", () => {
  const topics = new Topics<number>();
  const read = topics.version(1);
  topics.touch(1);
  topics.subscribe(1, () => undefined);
  expect(topics.version(1)).not.toBe(read);
});

test("a topic's version stays while only others change", () => {
  const topics = new Topics<number>();
  topics.subscribe(1, () => undefined);
  const before = topics.version(1);
  topics.touch(2);
  expect(topics.version(1)).toBe(before);
});
