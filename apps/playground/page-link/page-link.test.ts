import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);

test("a page link names the address of its page, with parameters and query", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("pageLink").map(({ props: { label, path, query, url, current } }) => ({ label, path, query, url, current }))).toEqual([
    { label: "Overview", path: "/", query: "", url: undefined, current: true },
    { label: "Tides", path: "/tides/monday", query: "", url: undefined, current: undefined },
    {
      label: "Tides of **Tuesday**, in feet",
      path: "/tides/tuesday",
      query: "unit=feet&marks=low&marks=high&page=2&chart=true",
      url: undefined,
      current: undefined,
    },
    { label: "Closed on Sundays", path: "/tides/sunday", query: "", url: undefined, current: undefined },
    { label: "The manual", path: undefined, query: undefined, url: "https://example.org/manual?chapter=3", current: undefined },
  ]);
  await app.switchPage("/tides/monday?unit=feet").run();
  expect(app.texts()).toEqual(["Parameters of this address: day", "Tides on monday", 'params: {"day":"monday"}', "Back"]);
});

test("[SEC5] a page link says what is wrong with its options and its target", async () => {
  expect(await badOptionOf(() => st.pageLink("https://example.org"))).toBe(
    "st.pageLink: label must be a text, since an address has none of its own, instead got undefined.",
  );
  expect(await badOptionOf(() => st.pageLink("javascript:alert(1)", { label: "Go" }))).toMatch(/page must be a page of the app/);
  expect(await badOptionOf(() => st.pageLink("/a?b", { label: "Go" }))).toMatch(/use the option queryParams, instead got "\/a\?b"/);
  expect(await badOptionOf(() => st.pageLink("/", { label: "Go", queryParams: { a: {} as never } }))).toMatch(/queryParams\.a must be/);
  expect(await badOptionOf(() => st.pageLink("/", { label: "Go", icon: "no icon" }))).toMatch(/^st\.pageLink: icon must be one emoji/);
  const day = st.page(() => {}, { path: "/days/[day]", title: "Day" });
  expect(await badOptionOf(() => st.pageLink(day, { params: { day: "" } }))).toMatch(
    /params\.day must be a text for the path \/days\/\[day\]/,
  );
  expect(await badOptionOf(() => st.pageLink("/", { label: "Go", params: { day: "1" } }))).toMatch(/params\.day must be left out/);
  expect(await badOptionOf(() => st.params("/days/[day]"))).toMatch(/path must be left out: no page is shown yet/);
  await using app = await AppTest.fromFunction(() => {
    st.navigation([st.page(() => {}, { title: "Home" })]);
    st.pageLink("/nowhere", { label: "Go" });
  });
  await app.run();
  expect(app.errors).toMatchObject([{ name: "UnknownPageError", message: 'st.pageLink: "/nowhere" is no page of this app. There are /.' }]);
});
