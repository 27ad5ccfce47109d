import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

test("[G6] a dialog runs alone until st.rerun() closes it and runs the page", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("dialog")).toEqual([]);
  app.get("button", { label: "Add a berth" }).click();
  await app.run();
  const dialog = app.get("dialog", { label: "Add a berth" });
  expect(dialog.texts()).toContain("A berth needs a name.");
  dialog.get("textInput", { label: "Name" }).set("South quay");
  await app.run();
  expect(dialog.texts()).toContain("South quay will take ships of up to 180 m.");
  expect(app.texts()).toContain("The page has run 2 times.");
  dialog.get("button", { label: "Save" }).click();
  await app.run();
  expect(app.getAll("dialog")).toEqual([]);
  expect(app.get("table").text).toContain("South quay");
  expect(app.texts()).toContain("The page has run 3 times.");
});

test("[SR5] a page waits for the answer, and takes a dismissal for none", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  for (const answer of ["Keep it open", "dismissed", "Close it"]) {
    app.get("button", { label: "Close the harbour" }).click();
    await app.run();
    const dialog = app.get("dialog", { label: "Close the harbour?" });
    if (answer === "dismissed") dialog.click();
    else dialog.get("button", { label: answer }).click();
    await app.run();
  }
  expect(app.texts()).toContain("Answers: open, nothing, closed");
  expect(app.texts()).toContain("The page has run 4 times.");
});

test("onDismiss is called before the page runs", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: "Note" }).click();
  await app.run();
  app.get("dialog", { label: "Note" }).click();
  await app.run();
  expect(app.texts()).toContain("Answers: dismissed");
});

test("[BM1] a dialog can be closed and nothing else, and only if it may be dismissed", async () => {
  await using wire = await openWire(page);
  await wire.client.click("Log");
  await wire.client.waitIdle();
  for (const bad of [true, 0, "closed", null]) await wire.send("The log of the whole year", bad);
  expect(wire.client.texts()).toContain("The log of the whole year");
  await wire.send("The log of the whole year", false);
  expect(wire.client.texts()).not.toContain("The log of the whole year");
  await wire.client.click("Terms");
  await wire.client.waitIdle();
  await wire.send("Terms of use", false);
  expect(wire.client.texts()).toContain("These must be read to the end.");
});

test("a dialog's options are checked", async () => {
  const body = () => {};
  expect(await badOptionOf(() => st.dialog("a", body, { width: 500 as never }))).toBe(
    'st.dialog: width must be "small", "medium" or "large", instead got 500.',
  );
  expect(await badOptionOf(() => st.dialog("a", body, { dismissible: 1 as never }))).toBe(
    "st.dialog: dismissible must be true or false, instead got 1.",
  );
  expect(await badOptionOf(() => st.dialog("a", body, { onDismiss: true as never }))).toBe(
    'st.dialog: onDismiss must be "rerun", "ignore" or a function, instead got true.',
  );
  expect(await badOptionOf(() => st.dialog("a", "b" as never))).toBe(
    'st.dialog: body must be a function that writes the dialog, instead got "b".',
  );
});
