import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a toast belongs to one run", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.toasts).toEqual([]);
  app.get("button", { label: "Alarm" }).click();
  await app.run();
  expect(app.toasts).toMatchObject([{ body: "Fog ahead", duration: "infinite" }]);
  await app.run();
  expect(app.toasts).toEqual([]);
});

test("a toast brings the outlines of its icons", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  app.get("button", { label: "Save" }).click();
  await app.run();
  expect(app.toasts).toMatchObject([{ icons: { check: expect.any(String), cloud_done: expect.any(String) } }]);
});

test("a toast can be given another text in its place, as long as its run lasts", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  app.get("button", { label: "Send" }).click();
  await app.run();
  expect(app.toasts).toEqual([{ body: "Sent", icon: "✉️", duration: 2 }]);
  let late: ReturnType<typeof st.toast> | undefined;
  await using other = await AppTest.fromFunction(() => void (late = st.toast("a")));
  await other.run();
  expect(() => late?.toast("b")).toThrow(/after its run had ended/);
});

test("a toast's options are checked", async () => {
  expect(await badOptionOf(() => st.toast(""))).toBe('st.toast: body must be a non-empty string, instead got "".');
  expect(await badOptionOf(() => st.toast("a", { duration: -1 }))).toContain("st.toast: duration must be");
  expect(await badOptionOf(() => st.toast("a", { icon: "nope" }))).toContain("st.toast: icon must be one emoji");
});
