import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("metrics are formatted on the server", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("metric").map(({ props: { value, delta, deltaColor, deltaArrow } }) => [value, delta, deltaColor, deltaArrow])).toEqual(
    [
      ["12.4 m/s", "-1.2 m/s", "bad", "down"],
      ["11", "0", "gray", "none"],
      ["1.3K", "96", "good", "up"],
      ["€0.90", "€0.03", "bad", "up"],
      ["2 h 10 min", "-20 min", "good", "down"],
      ["—", "3 expected", "violet", "none"],
      ["7", undefined, undefined, undefined],
    ],
  );
  expect(app.getAll("metric")[2]?.props.chartData).toEqual([3, 8, 5, 9]);
});

test.each([
  [0.1 + 0.2, "0.3"],
  [1e21, "1e+21"],
  [-5, "-5"],
])("a metric of %d shows %s", async (value, shown) => {
  await using app = await AppTest.fromFunction(() => void st.metric("m", value));
  await app.run();
  expect(app.get("metric").props).toMatchObject({ value: shown });
  expect(app.get("metric").props.delta).toBeUndefined();
});

test("a metric's options are checked", async () => {
  expect(await badOptionOf(() => st.metric("m", Number.NaN))).toBe("st.metric: value must be a number, a string or null, instead got NaN.");
  expect(await badOptionOf(() => st.metric("m", 1, { delta: {} as never }))).toBe(
    "st.metric: delta must be a number, a string or null, instead got an object.",
  );
  expect(await badOptionOf(() => st.metric("m", 1, { chartData: [1, Number.NaN] }))).toBe(
    "st.metric: chartData[1] must be a finite number, instead got NaN.",
  );
  expect(await badOptionOf(() => st.metric("m", 1, { format: "%d of %d" }))).toContain("st.metric: format must be");
  expect(await badOptionOf(() => st.metric("m", 1, { deltaColor: "pink" as never }))).toContain("st.metric: deltaColor must be");
});
