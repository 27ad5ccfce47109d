import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);

test("a status is complete after its work, and an error if that threw", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.get("status").props).toMatchObject({ label: "Surveyed the channel", state: "complete", expanded: true });
  app.get("toggle").set(true);
  await app.run();
  expect(app.get("status").props).toMatchObject({ label: "Surveying the channel", state: "error" });
  expect(app.get("status").texts()).toEqual(["Lowering the lead", "The line is too short."]);
});

test("it returns what the body returns, and keeps the state that the body gave it", async () => {
  await using app = await AppTest.fromFunction(async () => {
    st.text(String(st.status("a").with(() => 1)));
    st.text(String(await st.status("b").with(async (status) => (status.update({ state: "error", expanded: true }), 2))));
    st.status("c").update({ label: "d" });
    const e = st.status("e");
    e.with(() => st.stop());
  });
  await app.run();
  expect(app.texts()).toEqual(["a", "1", "b", "2", "d", "e"]);
  expect(app.getAll("status").map(({ props }) => props.state)).toEqual(["complete", "error", "running", "complete"]);
});

test("a body that throws shows as an error, and the page ends there", async () => {
  await using app = await AppTest.fromFunction(() => {
    st.status("a").with(() => {
      throw new Error("no luck");
    });
  });
  await app.run();
  expect(app.get("status").props.state).toBe("error");
  expect(app.errors.map(({ message }) => message)).toEqual(["no luck"]);
});

test("a status's options are checked", async () => {
  expect(await badOptionOf(() => st.status("a", { state: "done" as never }))).toBe(
    'st.status: state must be "running", "complete" or "error", instead got "done".',
  );
  expect(await badOptionOf(() => st.status("a", { type: "big" as never }))).toBe(
    'st.status: type must be "default", "compact" or "step", instead got "big".',
  );
  expect(await badOptionOf(() => st.status("a").update({ expanded: 1 as never }))).toBe(
    "st.status().update: expanded must be true or false, instead got 1.",
  );
  expect(await badOptionOf(() => st.status("a").update({ label: 1 as never }))).toBe(
    "st.status().update: label must be a string, instead got 1.",
  );
});
