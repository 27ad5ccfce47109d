import { AppTest } from "@rivulet/testing";
import { expect, test } from "vitest";

test("st.rerun() starts the page anew with what was kept, and a press counts once", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  for (const step of [2, 3]) {
    app.get("button", { label: "Next" }).click();
    await app.run();
    expect(app.texts()).toContain(`step ${step} of 3`);
  }
  expect(app.texts()).not.toContain("Next");
  app.get("button", { label: "From the start" }).click();
  await app.run();
  expect(app.texts()).toContain("step 1 of 3");
});
