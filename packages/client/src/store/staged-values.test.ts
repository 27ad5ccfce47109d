import type { BackMsg } from "@rivulet/protocol";
import { expect, test } from "vitest";
import { WidgetStore } from "./widget-store.ts";

/** Two forms, 1 and 2: widgets "1.name" and so on; others stand in none. */
function setUp() {
  const sent: BackMsg[] = [];
  let busy = 0;
  const widgets = new WidgetStore({
    send: (msg) => sent.push(msg),
    seen: () => 7,
    fragmentOf: () => undefined,
    formOf: (id) => (/^\d\./.test(id) ? Number(id[0]) : undefined),
    pace: { soon: (job) => job(), sent: () => {}, answered: () => {} },
    onBusy: () => busy++,
  });
  return { widgets, sent, busy: () => busy };
}

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
