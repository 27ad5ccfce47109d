import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("rows, columns, arrays and maps become tables; numbers stand right with equal decimals", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  const [ships, wind, lights, port, tide] = app.getAll("table").map(({ props }) => props);
  expect(ships?.columns).toEqual([
    { name: "ship", align: "left" },
    { name: "tons", align: "right" },
    { name: "draught", align: "right" },
    { name: "arrived", align: "left" },
    { name: "state", align: "left" },
  ]);
  expect(ships?.cells.slice(1, 4)).toEqual([
    ["1200", "860", ""],
    ["6.25", "5.50", "4.00"],
    ["2026-11-21", "2026-11-22 06:40:00 UTC", ""],
  ]);
  expect(Object.keys(ships?.icons ?? {})).toEqual(["schedule"]);
  expect(wind?.cells).toEqual([
    ["0", "6", "12", "18"],
    ["8.50", "11.25", "14.00", "9.00"],
  ]);
  expect(lights).toMatchObject({
    hideHeader: true,
    cells: [
      ["Holmen", "Sund"],
      ["red", "green"],
    ],
  });
  expect(port).toMatchObject({ hideHeader: false, columns: [{ name: "key" }, { name: "value" }] });
  expect(tide?.height).toBe(200);
});

test("rows may differ in their columns", async () => {
  await using app = await AppTest.fromFunction(() => void st.table([{ a: 1 }, { b: "x", a: 0.123456 }, {}]));
  await app.run();
  expect(app.get("table").props.cells).toEqual([
    ["1.0000", "0.1235", ""],
    ["", "x", ""],
  ]);
});

test("a table's data is checked", async () => {
  expect(await badOptionOf(() => st.table("rows" as never))).toContain("st.table: data must be rows");
  expect(await badOptionOf(() => st.table([{ a: 1 }, 5] as never))).toBe(
    "st.table: data[1] must be an object like the first row, instead got 5.",
  );
  expect(await badOptionOf(() => st.table({ a: [1, 2], b: [1] }))).toBe(
    "st.table: data.b must be as long as data.a (2), instead got an array of 1.",
  );
  expect(await badOptionOf(() => st.table({ a: 5 } as never))).toBe("st.table: data.a must be an array of cells, instead got 5.");
});
