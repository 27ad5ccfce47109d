import { fileURLToPath } from "node:url";
import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

const page = fileURLToPath(new URL("app.ts", import.meta.url));

test("counts by the chosen step, shows the change, and goes back to zero", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.get("metric").text).toBe("Count\n0");
  expect(app.get("button", { key: "reset" }).props.disabled).toBe(true);

  app.get("numberInput", { label: "Step" }).set(40);
  await app.run();
  for (let i = 0; i < 3; i++) {
    app.get("button", { label: "Add 40" }).click();
    await app.run();
  }
  expect(app.get("metric").props).toMatchObject({ value: "120", delta: "40", deltaColor: "good", chartData: [0, 40, 80, 120] });
  expect(app.get("alert").text).toMatch(/three-digit/);

  app.get("button", { label: "Take 40" }).click();
  await app.run();
  expect(app.get("metric").props).toMatchObject({ value: "80", delta: "-40", deltaColor: "bad" });

  app.get("button", { key: "reset" }).click();
  await app.run();
  expect(app.get("metric").props.value).toBe("0");
  expect(app.toasts).toMatchObject([{ body: "Back to zero" }]);
  expect(app.sessionState).toMatchObject({ count: 0, course: [0] });
  expect(app.errors).toEqual([]);
});

test("below zero it warns", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { key: "less" }).click();
  await app.run();
  expect(app.get("alert").props.kind).toBe("warning");
});
