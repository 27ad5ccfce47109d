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

test("who has stopped listening is not called, not even by the flush under way", () => {
  const topics = new Topics<number>();
  const called: string[] = [];
  const end = topics.subscribe(2, () => called.push("gone"));
  topics.subscribe(1, () => end());
  topics.touch(1);
  topics.touch(2);
  topics.flush();
  expect(called).toEqual([]);
});
