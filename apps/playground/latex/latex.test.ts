import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a formula reaches the browser with its backslashes", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("latex").map(({ props }) => props.body)).toEqual([
    String.raw`\Delta = \rho \cdot L \cdot B \cdot T \cdot C_b`,
    String.raw`\text{squat} = \frac{C_b \, v^2}{100}`,
  ]);
});

test("a formula is a string", async () => {
  expect(await badOptionOf(() => st.latex(null as never))).toBe("st.latex: body must be a string, instead got null.");
});
