import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

test("a page says of itself what the browser shows around it", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.config).toMatchObject({
    title: "Harbour board",
    description: expect.stringContaining("ships"),
    icon: "⚓",
    layout: "wide",
    sidebar: "collapsed",
  });
  app.get("toggle").set(false);
  app.get("selectbox").set("ar");
  await app.run();
  expect(app.config).toMatchObject({ title: "Harbour board", layout: "centered", locale: "ar" });
});

test("a Material icon becomes the SVG of a favicon", async () => {
  await using app = await AppTest.fromFunction(() => st.setPageConfig({ icon: ":material/anchor:" }));
  await app.run();
  expect(app.config.icon).toMatch(/^<svg .*<path fill="#6366f1" d="[mM][^"]+"\/><\/svg>$/);
});

test("a page's config is checked", async () => {
  expect(await badOptionOf(() => st.setPageConfig({ layout: "narrow" as never }))).toContain("st.setPageConfig: layout must be");
  expect(await badOptionOf(() => st.setPageConfig({ sidebar: 50 }))).toContain("st.setPageConfig: sidebar must be");
  expect(await badOptionOf(() => st.setPageConfig({ icon: ":material/ankor:" }))).toContain(
    "st.setPageConfig: icon must be the name of a Material icon",
  );
  expect(await badOptionOf(() => st.setPageConfig({ menu: { help: "javascript:alert(1)" } }))).toContain(
    "st.setPageConfig: menu.help must be an http(s) or mailto address",
  );
  expect(await badOptionOf(() => st.setPageConfig({ menu: { about: 5 as never } }))).toContain("st.setPageConfig: menu.about must be");
  expect(await badOptionOf(() => st.setPageConfig({ menu: { "Get help": "https://example.org" } as never }))).toContain(
    "st.setPageConfig: menu must be an object with help, bug and about",
  );
  expect(await badOptionOf(() => st.setPageConfig({ locale: "deutsch sprache" }))).toContain("st.setPageConfig: locale must be");
  expect(await badOptionOf(() => st.setPageConfig({ description: 5 as never }))).toContain("st.setPageConfig: description must be");
  expect(await badOptionOf(() => st.setPageConfig({ title: 5 as never }))).toContain("st.setPageConfig: title must be");
});
