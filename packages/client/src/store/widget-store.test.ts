import { expect, test } from "vitest";
import type { WidgetSnapshot } from "./widget-store.ts";
import { recordedWidgets } from "../../test/recorded-widgets.ts";

const setUp = (fragments: Readonly<Record<string, string>> = {}, snapshot?: WidgetSnapshot) =>
  recordedWidgets({ fragmentOf: ([first]) => fragments[first?.[0] ?? ""] }, snapshot);

test("a widget shows its draft, else what was sent, else the server's value", () => {
  const { widgets } = setUp();
  expect(widgets.value("a", 1)).toBe(1);
  widgets.setValue("a", 2);
  expect(widgets.value("a", 1)).toBe(2);
  widgets.setDraft("a", 3);
  expect(widgets.value("a", 1)).toBe(3);
});

test("[FM1] a value goes out at once, numbered, with the frame its user had seen, and the page is busy in the same event", () => {
  const { widgets, sent, busy } = setUp();
  widgets.setValue("a", 2);
  expect(busy()).toBe(1);
  expect(widgets.busy).toBe(true);
  expect(sent).toEqual([{ type: "update", n: 1, seen: 7, values: [["a", 2]] }]);
});

test("[BM1] after a refusal the server's value shows again", () => {
  const { widgets } = setUp();
  widgets.setValue("a", 200);
  widgets.settle({ taken: 1 });
  expect(widgets.value("a", 10)).toBe(10);
  expect(widgets.busy).toBe(false);
  widgets.setValue("a", 300);
  widgets.refused(2);
  expect(widgets.value("a", 10)).toBe(10);
  expect(widgets.busy).toBe(false);
});

test("an answer to an older message leaves a newer value showing", () => {
  const { widgets } = setUp();
  widgets.setValue("a", 1);
  widgets.setValue("b", 5);
  widgets.settle({ taken: 1 });
  expect(widgets.value("b", 0)).toBe(5);
  expect(widgets.busy).toBe(true);
});

test("[BM3] a server's patch never replaces a draft", () => {
  const { widgets } = setUp();
  widgets.setDraft("a", "half-ty");
  widgets.settle({ taken: 99 });
  expect(widgets.value("a", "patched")).toBe("half-ty");
});

test("[BM3] a trigger takes every draft and queued value along in one message", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("slider", 1);
  widgets.setValue("slider", 2);
  widgets.setDraft("name", "Ada");
  widgets.fire("button", true);
  expect(sent).toHaveLength(2);
  expect(sent[1]).toMatchObject({
    n: 2,
    values: [
      ["slider", 2],
      ["name", "Ada"],
      ["button", true],
    ],
  });
});

test("[BM3] a blur under a pressed pointer waits for the click; without a trigger it is sent after it", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("name", "Ada");
  widgets.pointer(true);
  widgets.commitDraft("name", "");
  expect(sent).toEqual([]);
  widgets.pointer(false);
  expect(sent).toMatchObject([{ values: [["name", "Ada"]] }]);
});

test("[BM3] a blur under a pressed pointer whose click fires a trigger is sent once, with the trigger", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("name", "Ada");
  widgets.pointer(true);
  widgets.commitDraft("name", "");
  widgets.fire("button", true);
  widgets.pointer(false);
  expect(sent).toMatchObject([
    {
      values: [
        ["name", "Ada"],
        ["button", true],
      ],
    },
  ]);
});

test("[BM3] a held draft travels with the value that the click sets", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("name", "Ada");
  widgets.pointer(true);
  widgets.commitDraft("name", "");
  widgets.setValue("agree", true);
  widgets.pointer(false);
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    values: [
      ["agree", true],
      ["name", "Ada"],
    ],
  });
});

test("a draft that equals what the server has is dropped, not sent", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("a", ["x", "y"]);
  widgets.commitDraft("a", ["x", "y"]);
  expect(sent).toEqual([]);
  expect(widgets.value("a", "server")).toBe("server");
});

test("a dropped draft gives way to what was sent, then to the server's value", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("a", "sent");
  widgets.setDraft("a", "typed on");
  widgets.dropDraft("a");
  expect(widgets.value("a", "server")).toBe("sent");
  widgets.settle({ taken: 1 });
  expect(widgets.value("a", "patched")).toBe("patched");
  expect(sent).toHaveLength(1);
});

test("values that come quicker than answers are sent as the latest only, and the last is never lost", () => {
  const { widgets, sent, isWaiting } = setUp();
  for (let value = 1; value <= 50; value++) widgets.setValue("slider", value);
  expect(sent).toHaveLength(1);
  expect(isWaiting()).toBe(true);
  widgets.settle({ taken: 1 });
  expect(sent.map((msg) => msg.type === "update" && msg.values)).toEqual([[["slider", 1]], [["slider", 50]]]);
  expect(widgets.value("slider", 1)).toBe(50);
});

test("[BM2] after a reconnect what the server lacks is repeated in order, also what was answered but is not kept", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("a", 1);
  widgets.rerun();
  widgets.setValue("b", 2);
  widgets.settle({ taken: 2 });
  widgets.saved(1);
  expect(widgets.repeats).toBe(3);
  const repeated = (received: number) => {
    sent.length = 0;
    widgets.reconnected({ resumed: true, received });
    return sent.map((msg) => "n" in msg && msg.n);
  };
  expect([repeated(1), repeated(2), repeated(3)]).toEqual([[2, 3], [3], []]);
  widgets.saved(3);
  expect(widgets.repeats).toBe(0);
});

test("[WS1] a page that takes another's place goes on with its numbers, drafts and messages", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("a", 1);
  widgets.setDraft("b", "half");
  widgets.setDraft("secret", "half");
  widgets.rerun();
  widgets.settle({ taken: 1 });
  const snapshot = JSON.parse(JSON.stringify(widgets.snapshot(new Map([["a", 5]]), new Set(["secret"])))) as WidgetSnapshot;
  expect(snapshot.entered).toEqual([["a", 5]]);
  const next = setUp({}, snapshot);
  expect(next.widgets.value("b", "")).toBe("half");
  expect(next.widgets.value("secret", "")).toBe("");
  expect(next.widgets.busy).toBe(true);
  next.widgets.reconnected({ resumed: true, received: 1 });
  next.widgets.setValue("a", 2);
  expect(next.sent).toMatchObject([sent[1], { n: 3 }]);
  expect(next.widgets.entered(new Map())).toEqual([["a", 2]]);
});

test("[BM1] what a user has entered is told to a new session, as the server had it last; no triggers, no drafts", () => {
  const { widgets } = setUp();
  widgets.setValue("a", 1);
  widgets.setValue("b", 1);
  widgets.fire("button", true);
  widgets.setDraft("c", "half");
  widgets.settle({ taken: 3 });
  // A refused value shows the server's; one that is not on the page any more is as it was entered.
  expect(
    widgets.entered(
      new Map<string, unknown>([
        ["a", 0],
        ["d", 9],
      ]),
    ),
  ).toEqual([
    ["a", 0],
    ["b", 1],
  ]);
});

test("[BM2] a new session starts counting anew", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("a", 1);
  widgets.setDraft("c", "kept");
  widgets.reconnected({ resumed: false, received: 0 });
  expect(widgets.busy).toBe(false);
  expect(widgets.value("c", "")).toBe("kept");
  widgets.setValue("a", 3);
  expect(sent.at(-1)).toMatchObject({ n: 1 });
});

test("widgets that are gone leave nothing behind and travel with no trigger", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("gone", "x");
  widgets.setDraft("here", "y");
  widgets.prune(new Set(["here"]));
  widgets.fire("button", true);
  expect(sent).toMatchObject([
    {
      values: [
        ["here", "y"],
        ["button", true],
      ],
    },
  ]);
});

test("only listeners of the widget that changed are called", () => {
  const { widgets } = setUp();
  const called: string[] = [];
  widgets.topics.subscribe("a", () => called.push("a"));
  widgets.topics.subscribe("b", () => called.push("b"));
  widgets.setDraft("a", 1);
  expect(called).toEqual(["a"]);
});

test("[SR5] a message carries the fragment that its values are for, also when it is repeated", () => {
  const { widgets, sent } = setUp({ inside: "f" });
  widgets.setValue("inside", 1);
  widgets.setValue("outside", 1);
  widgets.fire("inside", true);
  expect(sent.map((msg) => msg.type === "update" && msg.fragment)).toEqual(["f", undefined, "f"]);
  const before = sent.splice(0);
  widgets.reconnected({ resumed: true, received: 0 });
  expect(sent).toEqual(before);
});

test("[BM2] what has had its effect before earlier messages shows the server's value; the earlier ones go on waiting", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("a", 1);
  widgets.setValue("b", 2);
  widgets.setValue("c", 3);
  widgets.settle({ taken: 2, but: [[1, 1]] });
  expect(["a", "b", "c"].map((id) => widgets.value(id, 0))).toEqual([1, 0, 3]);
  expect(widgets.busy).toBe(true);
  sent.length = 0;
  widgets.reconnected({ resumed: true, received: 0 });
  expect(sent.map((msg) => "n" in msg && msg.n)).toEqual([1, 2, 3]);
  widgets.settle({ taken: 3 });
  expect(widgets.busy).toBe(false);
});

test("a tick is a message without values: nobody is busy with it, and drafts and values that wait stay what they are", () => {
  const { widgets, sent, busy, isWaiting } = setUp();
  widgets.setDraft("name", "half");
  widgets.tick("f");
  expect(sent).toEqual([{ type: "update", n: 1, seen: 7, values: [], fragment: "f" }]);
  expect(busy()).toBe(0);
  expect(widgets.busy).toBe(false);
  expect(widgets.ticking("f")).toBe(true);
  expect(widgets.ticking("g")).toBe(false);
  widgets.settle({ taken: 1 });
  expect(widgets.ticking("f")).toBe(false);
  expect(widgets.value("name", "")).toBe("half");
  widgets.setValue("slider", 1);
  widgets.setValue("slider", 2);
  widgets.tick("f");
  expect(sent).toHaveLength(3);
  expect(isWaiting()).toBe(true);
});

test("a value that waits is not taken for answered with the tick that went out before it", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("slider", 1);
  widgets.setValue("slider", 2);
  widgets.tick("f");
  widgets.settle({ taken: 2, but: [[1, 1]] });
  expect(widgets.value("slider", 0)).toBe(2);
  expect(sent.at(-1)).toMatchObject({ n: 3, values: [["slider", 2]] });
  widgets.settle({ taken: 2 });
  expect(widgets.value("slider", 0)).toBe(2);
  widgets.settle({ taken: 3 });
  expect(widgets.value("slider", 0)).toBe(0);
});

test("an unanswered tick is repeated, since numbers have no gaps; one that is refused is missed by nobody", () => {
  const { widgets, sent } = setUp();
  widgets.tick("f");
  widgets.setValue("a", 1);
  sent.length = 0;
  widgets.reconnected({ resumed: true, received: 0 });
  expect(sent).toMatchObject([{ n: 1, values: [], fragment: "f" }, { n: 2 }]);
  expect(widgets.refused(1)).toBe(false);
  expect(widgets.ticking("f")).toBe(false);
  expect(widgets.refused(2)).toBe(true);
});

test("a deferred value shows, sends nothing by itself, and goes out with whatever is sent next", () => {
  const { widgets, sent, busy } = setUp();
  widgets.defer("a", 2);
  expect([widgets.value("a", 1), sent, busy()]).toEqual([2, [], 0]);
  widgets.setValue("b", 5);
  expect(sent).toMatchObject([
    {
      values: [
        ["b", 5],
        ["a", 2],
      ],
    },
  ]);
  widgets.setDraft("a", 3);
  widgets.deferDraft("a", 2);
  widgets.rerun();
  expect(sent.slice(1)).toMatchObject([{ type: "update", values: [["a", 3]] }, { type: "rerun" }]);
});

test("a deferred value that is the server's again is not sent", () => {
  const { widgets, sent } = setUp();
  widgets.defer("a", 2);
  widgets.setDraft("a", 1);
  widgets.deferDraft("a", 1);
  widgets.rerun();
  expect(sent).toMatchObject([{ type: "rerun" }]);
});

test("[SR5] what is half entered outside of a dialog waits while something in it is used: its button is for the dialog alone", () => {
  const { widgets, sent } = recordedWidgets({ dialogOf: (id) => (id.startsWith("d.") ? 5 : undefined) });
  widgets.setDraft("search", "har");
  widgets.defer("later", 1);
  widgets.setDraft("d.name", "Ada");
  widgets.fire("d.ok", true);
  widgets.setValue("d.slider", 2);
  expect(sent).toMatchObject([
    {
      values: [
        ["d.name", "Ada"],
        ["d.ok", true],
      ],
    },
    { values: [["d.slider", 2]] },
  ]);
  expect(widgets.value("search", "")).toBe("har");
  widgets.fire("button", true);
  expect(sent[2]).toMatchObject({
    values: [
      ["search", "har"],
      ["later", 1],
      ["button", true],
    ],
  });
});
