import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { recordedWidgets } from "../../test/recorded-widgets.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Two forms, 1 and 2: widgets "1.name" and so on, those called live are; others stand in none. */
const setUp = () => {
  const formOf = (id: string) => (/^\d\./.test(id) ? Number(id[0]) : undefined);
  return recordedWidgets({ formOf, draftOf: (id) => (id.includes("live") ? { fragment: `body ${id[0]}`, after: 250 } : undefined) });
};

test("[F1] what is entered in a form is shown and not sent; its submit button sends all of it in one message, and nothing of another form", () => {
  const { widgets, sent, busy } = setUp();
  widgets.setValue("1.agree", true);
  widgets.setDraft("1.name", "Ada");
  widgets.commitDraft("1.name", "");
  widgets.setDraft("1.half", "ha");
  widgets.setValue("2.agree", true);
  expect(sent).toEqual([]);
  expect(busy()).toBe(0);
  expect(widgets.busy).toBe(false);
  expect(["1.agree", "1.name", "2.agree"].map((id) => widgets.value(id, ""))).toEqual([true, "Ada", true]);
  widgets.fire("1.submit", true);
  expect(sent).toMatchObject([
    {
      values: [
        ["1.agree", true],
        ["1.name", "Ada"],
        ["1.half", "ha"],
        ["1.submit", true],
      ],
    },
  ]);
  expect(widgets.value("1.name", "")).toBe("Ada");
  widgets.settle({ taken: 1 });
  expect(["1.name", "1.half", "2.agree"].map((id) => widgets.value(id, "server"))).toEqual(["server", "server", true]);
});

test("[F1] widgets and buttons elsewhere neither send nor lose what is staged", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("1.agree", true);
  widgets.setDraft("1.name", "Ad");
  widgets.setValue("slider", 3);
  widgets.fire("button", true);
  widgets.rerun();
  widgets.settle({ taken: 3 });
  expect(sent.flatMap((msg) => (msg.type === "update" ? msg.values : []))).toEqual([
    ["slider", 3],
    ["button", true],
  ]);
  expect(["1.agree", "1.name"].map((id) => widgets.value(id, "server"))).toEqual([true, "Ad"]);
});

test("[BM3] a submit takes half-entered values outside of forms along", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("search", "har");
  widgets.fire("1.submit", true);
  expect(sent).toMatchObject([
    {
      values: [
        ["search", "har"],
        ["1.submit", true],
      ],
    },
  ]);
});

test("a blur under a pressed pointer stages at once; a draft that is dropped leaves what was staged before", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("1.name", "Ada");
  widgets.pointer(true);
  widgets.commitDraft("1.name", "");
  widgets.pointer(false);
  expect(sent).toEqual([]);
  widgets.setDraft("1.name", "Adam");
  widgets.dropDraft("1.name");
  expect(widgets.value("1.name", "")).toBe("Ada");
  widgets.setDraft("1.name", "");
  widgets.commitDraft("1.name", "");
  expect(widgets.value("1.name", "server")).toBe("");
});

test("[F1] what is entered while a submit is under way is staged for the next one", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("1.name", "first");
  widgets.fire("1.submit", true);
  widgets.setValue("1.name", "second");
  widgets.settle({ taken: 1 });
  expect(widgets.value("1.name", "")).toBe("second");
  widgets.fire("1.submit", true);
  expect(sent[1]).toMatchObject({
    values: [
      ["1.name", "second"],
      ["1.submit", true],
    ],
  });
});

test("[F1] what is staged survives lost connections, also to a new session, and so does a submit that nobody has answered", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("1.name", "Ada");
  widgets.reconnected({ resumed: true, received: 0 });
  expect(sent).toEqual([]);
  widgets.reconnected({ resumed: false, received: 0 });
  expect(widgets.value("1.name", "")).toBe("Ada");
  widgets.fire("1.submit", true);
  widgets.setValue("slider", 3);
  widgets.reconnected({ resumed: false, received: 0 });
  expect(["1.name", "slider"].map((id) => widgets.value(id, "server"))).toEqual(["Ada", "server"]);
  sent.length = 0;
  widgets.fire("1.submit", true);
  expect(sent).toMatchObject([
    {
      n: 1,
      values: [
        ["1.name", "Ada"],
        ["1.submit", true],
      ],
    },
  ]);
});

test("[BM1] a submit that is refused as a whole leaves the form filled in", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("1.name", "Ada");
  widgets.fire("1.submit", true);
  widgets.refused(1);
  expect(widgets.value("1.name", "")).toBe("Ada");
  widgets.fire("1.submit", true);
  expect(sent[1]).toMatchObject({
    values: [
      ["1.name", "Ada"],
      ["1.submit", true],
    ],
  });
});

const draft = (n: number, ...values: [string, unknown][]) => ({ type: "update", n, values, fragment: "body 1", draft: true });

test("[F5] a live field sends all that is staged in its form as a draft, and keeps it staged", () => {
  const { widgets, sent, busy } = setUp();
  widgets.setValue("1.agree", true);
  widgets.setValue("2.agree", true);
  widgets.setValue("1.live", "other");
  expect(sent).toMatchObject([draft(1, ["1.agree", true], ["1.live", "other"])]);
  expect(busy()).toBe(1);
  widgets.settle({ taken: 1 });
  expect(["1.agree", "1.live"].map((id) => widgets.value(id, "server"))).toEqual([true, "other"]);
  expect(widgets.busy).toBe(false);
  widgets.fire("1.submit", true);
  expect(sent[1]).toMatchObject({
    values: [
      ["1.agree", true],
      ["1.live", "other"],
      ["1.submit", true],
    ],
  });
});

test("[F5] what is typed waits for a pause, what is dragged is paced, and nothing is sent twice", () => {
  const { widgets, sent } = setUp();
  for (const text of ["h", "ha", "har"]) {
    widgets.setDraft("1.live", text);
    vi.advanceTimersByTime(200);
  }
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(sent).toMatchObject([draft(1, ["1.live", "har"])]);
  widgets.commitDraft("1.live", "");
  vi.advanceTimersByTime(300);
  expect(sent.length).toBe(1);
  for (const n of [1, 2, 3]) widgets.setValue("1.live slider", n);
  vi.advanceTimersByTime(100);
  expect(sent.slice(1)).toMatchObject([
    draft(2, ["1.live", "har"], ["1.live slider", 1]),
    draft(3, ["1.live", "har"], ["1.live slider", 3]),
  ]);
});

test("[F5] what is taken back is taken from the draft; after a submit the next draft is a new one", () => {
  const { widgets, sent } = setUp();
  widgets.setDraft("1.live", "x");
  vi.advanceTimersByTime(250);
  widgets.dropDraft("1.live");
  vi.advanceTimersByTime(100);
  expect(sent).toMatchObject([draft(1, ["1.live", "x"]), draft(2)]);
  widgets.setValue("1.live", "y");
  vi.advanceTimersByTime(100);
  widgets.fire("1.submit", true);
  widgets.settle({ taken: 4 });
  widgets.setValue("1.live", "y");
  vi.advanceTimersByTime(100);
  expect(sent[4]).toMatchObject(draft(5, ["1.live", "y"]));
});

test("[F5] a draft survives lost connections: a new session is told when its page has run, and until it has answered nothing is pruned", () => {
  const { widgets, sent } = setUp();
  widgets.setValue("1.live", "other");
  widgets.setValue("1.which", "a gull");
  widgets.reconnected({ resumed: true, received: 0 });
  expect(sent.length).toBe(2);
  widgets.reconnected({ resumed: false, received: 0 });
  sent.length = 0;
  widgets.settle({ taken: 0 });
  expect(sent).toMatchObject([draft(1, ["1.live", "other"], ["1.which", "a gull"])]);
  widgets.prune(new Set(["1.live"]));
  expect(widgets.value("1.which", "server")).toBe("a gull");
  widgets.settle({ taken: 1 });
  widgets.prune(new Set(["1.live"]));
  expect(widgets.value("1.which", "server")).toBe("server");
});

test("[F4] a complaint about a field stays until its value changes", () => {
  const { widgets } = setUp();
  const complaints = () => ["1.a", "1.b"].map((id) => widgets.local(id)?.complaint);
  widgets.complain(
    ["1.a", "1.b"],
    new Map([
      ["1.a", "Required"],
      ["1.b", "Required"],
    ]),
  );
  expect(complaints()).toEqual(["Required", "Required"]);
  widgets.setValue("1.a", "x");
  expect(complaints()).toEqual([undefined, "Required"]);
  widgets.complain(["1.a", "1.b"], new Map());
  expect(complaints()).toEqual([undefined, undefined]);
});
