import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("[SEC5] a template tag escapes what is put in, and nothing else", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("html").map(({ props }) => props.body)).toEqual([
    "<p style='border-left: 4px solid teal; padding-left: 8px'>Written by <em>you</em>: it is sanitised in the browser.</p>",
    "<p>Hello, <b>&lt;img src=x onerror=&quot;alert(1)&quot;&gt;</b>! Data in a template stays text.</p><p>ab</p>",
    "<hr>",
  ]);
});

test.each([
  ["quotes", `"'\``, "&quot;&#39;&#96;"],
  ["an entity", "&lt;", "&amp;lt;"],
  ["numbers", 0, "0"],
  ["false", false, "false"],
  ["what has its own text", { toString: () => "<script>" }, "&lt;script&gt;"],
  ["nested lists", [["<"], [">"]], "&lt;&gt;"],
])("[SEC5] %s in a template is text", async (_, value, shown) => {
  await using app = await AppTest.fromFunction(() => void st.html`<i title="${value}"></i>`);
  await app.run();
  expect(app.get("html").props.body).toBe(`<i title="${shown}"></i>`);
});

test("an object without a text of its own is refused: [object Object] is nobody's data", async () => {
  expect(await badOptionOf(() => st.html`<p>${{ name: "Ida" }}</p>`)).toBe(
    "st.html: what is put into the template must be text, a number or a list of them, instead got an object.",
  );
});

test("HTML must be there", async () => {
  expect(await badOptionOf(() => st.html("  "))).toBe('st.html: body must be HTML that is not empty, instead got "  ".');
  expect(await badOptionOf(() => st.html(5 as never))).toBe("st.html: body must be a string, instead got 5.");
});
