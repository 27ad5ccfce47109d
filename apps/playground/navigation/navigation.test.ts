import { AppTest, connect } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { startPage } from "../harness/page-server.ts";

const page = new URL("./page.ts", import.meta.url);

test("[NAV2] the entry is a frame around the page at the address", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.main.texts().slice(0, 3)).toEqual(["Frame around Harbour", "runs: 1", "Harbour"]);
  expect(app.config).toMatchObject({ title: "Harbour", icon: "⚓" });
  expect(app.navigation).toMatchObject({
    position: "sidebar",
    expanded: 5,
    current: "/",
    sections: [
      { title: "", pages: [{ title: "Harbour", path: "/" }] },
      {
        title: "Harbour",
        pages: [
          { title: "Berths", path: "/berths" },
          { title: "Settings", path: "/office/settings" },
        ],
      },
      { title: "Elsewhere", pages: [{ title: "Tide tables", url: "https://example.org/tides" }] },
    ],
  });
  await app.switchPage("/office/settings").run();
  expect(app.main.texts()).toEqual(["Frame around Settings", "runs: 2", "Settings", "Nothing to set."]);
  expect(app.config).toMatchObject({ title: "Settings of the harbour" });
  expect(app.navigation?.current).toBe("/office/settings");
  await app.switchPage("/").run();
  expect(app.config).toMatchObject({ title: "Harbour" });
});

test("[NAV3] a page's widgets go with it, the frame's and session state stay", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("radio", { label: "Position" }).set("top");
  await app.switchPage("./berths.ts").run();
  // What is staged when the user goes elsewhere is not sent.
  app.get("radio", { label: "Position" }).set("top");
  app.get("textInput", { label: "Berth" }).set("7");
  await app.run();
  expect(app.texts()).toContain("berth: 7");
  expect(app.navigation?.position).toBe("top");
  await app.switchPage("/").run();
  expect(app.sessionState["berth"]).toBeUndefined();
  await app.switchPage("/berths").run();
  expect(app.texts()).toEqual(expect.arrayContaining(["berth: ", "runs: 5"]));
  expect(app.navigation?.position).toBe("top");
});

test("[NAV2] a path's parameters are decoded, and another value of them is another page", async () => {
  await using app = await AppTest.fromFile(page);
  await app.switchPage("/ships/ada").run();
  app.get("textInput", { label: "Note" }).set("painted");
  await app.run();
  expect(app.get("pageLink").props).toMatchObject({ path: "/ships/grace%2F2", label: "The other ship" });
  await app.switchPage("/ships/grace%2F2").run();
  expect(app.texts()).toEqual(expect.arrayContaining(["Grace II", "id: grace/2"]));
  expect(app.get("textInput").value).toBe("");
  expect(app.config.title).toBe("A ship");
});

test("[NAV2] an address that no page has shows so within the frame", async () => {
  await using app = await AppTest.fromFile(page);
  await app.switchPage("/nowhere").run();
  expect(app.main.texts()).toEqual(["Frame around Page not found", "runs: 1", "Page not found: /nowhere"]);
  expect(app.navigation?.current).toBeUndefined();
  await app.switchPage("/secret").run();
  expect(app.texts()).toContain("Behind the curtain");
  app.get("radio", { label: "Position" }).set("hidden");
  await app.run();
  await app.switchPage("/nowhere").run();
  expect(app.texts()).toContain("Nothing is moored here.");
});

test("[NAV4] switchPage goes to another page, with the browser", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("button", { label: "Straight to Ada" }).click();
  await app.run();
  expect(app.place).toEqual({ path: "/ships/ada", query: "from=home" });
  await app.switchPage("/berths").run();
  app.get("button", { label: "To the ship" }).click();
  await app.run();
  expect(app.place).toEqual({ path: "/ships/ada", query: "from=berths" });
  expect(app.texts()).toContain("id: ada");
  await app.switchPage("/berths").run();
  app.get("button", { label: "Log out" }).click();
  await app.run();
  expect(app.place).toEqual({ path: "/office/settings", query: "" });
  expect(app.texts()).toContain("Nothing to set.");
});

test("[NAV1] pages share session and socket over the wire, deep links included", async () => {
  const server = await startPage(page, { command: "start" });
  try {
    const shell = await fetch(`${server.address}ships/ada`);
    expect(shell.status).toBe(200);
    await using client = await connect(`${server.address}ships/ada`);
    await client.waitIdle();
    expect(client.texts()).toContain("id: ada");
    const { sessionId } = client;
    await client.navigate("/berths");
    await client.waitIdle();
    await client.byLabel("Berth").set("12");
    await client.waitIdle();
    expect(client.texts()).toEqual(expect.arrayContaining(["berth: 12", "runs: 3"]));
    await client.click("To the ship");
    await client.waitIdle();
    expect(client.place).toEqual({ path: "/ships/ada", query: "from=berths" });
    // One that comes back is where the page has sent it, and its browser as well.
    await client.drop();
    await client.resume();
    await client.waitIdle();
    expect(client.sessionId).toBe(sessionId);
    expect(client.texts()).toContain("id: ada");
    await client.navigate("berths");
    await expect(client.waitIdle()).rejects.toThrow('expected a path that begins with a slash, got "berths"');
  } finally {
    await server.stop();
  }
});

test("what makes no sense is said with its value and what to do", async () => {
  const a = st.page(() => {}, { title: "A" });
  const twice = st.page(() => {}, { title: "B", path: "/a" });
  const said = async (run: () => unknown) => {
    await using app = await AppTest.fromFunction(async () => void (await run()));
    await app.run();
    return app.errors.map(({ name, message }) => `${name}: ${message}`);
  };
  const other = st.page(() => {}, { title: "Other" });
  expect(await said(() => st.navigation([other, a, twice]))).toEqual([
    'DuplicatePageError: st.navigation: the pages "A" and "B" are both at /a. Give one of them another `path`.',
  ]);
  const first = st.page(() => {}, { title: "First", default: true });
  const second = st.page(() => {}, { title: "Second", default: true });
  expect(await said(() => st.navigation([first, second]))).toEqual([
    'DuplicatePageError: st.navigation: the pages "First" and "Second" are both the default page. Leave `default` out of one of them.',
  ]);
  const navigate = () => st.navigation([a, other]);
  expect(await said(() => [navigate(), navigate()])).toEqual([
    "BadPlaceError: st.navigation was called twice in one run. Call it once, in the entry, with all pages.",
  ]);
  expect(
    await said(async () => {
      const current = navigate();
      await current.run();
      await current.run();
    }),
  ).toEqual(["BadPlaceError: page.run was called twice in one run. The page is there already."]);
  expect(await said(() => [navigate(), other.run()])).toEqual([
    'BadPlaceError: page.run was called for the page "Other". Run the page that st.navigation returns: "A".',
  ]);
  expect(await said(() => a.run())).toEqual([
    "BadPlaceError: page.run was called before st.navigation. Run the page that st.navigation returns.",
  ]);
  expect(await said(() => [navigate(), st.switchPage("/b")])).toEqual([
    'UnknownPageError: st.switchPage: "/b" is no page of this app. There are /, /other.',
  ]);
  expect(await said(() => [navigate(), st.switchPage("./b.ts")])).toEqual([
    'UnknownPageError: st.switchPage: "./b.ts" is no page of this app. There are /, /other.',
  ]);
  expect(await said(() => [navigate(), st.switchPage("https://example.org")])).toEqual([
    'BadOptionError: st.switchPage: page must be a page of the app, not an address elsewhere, instead got "https://example.org".',
  ]);
  const order = st.page(({ id }) => st.text(id), { path: "/orders/[id]" });
  expect(await said(() => [st.navigation([a, order]), st.switchPage(order, {} as never)])).toEqual([
    "BadOptionError: st.switchPage: params.id must be a text for the path /orders/[id], instead got undefined.",
  ]);
  expect(await badOptionOf(() => st.page(() => {}))).toMatch(/^st\.page: title must be a text, since a function without a name/);
  expect(await badOptionOf(() => st.page("https://example.org"))).toMatch(/^st\.page: title must be a text/);
  for (const path of ["/", "", "/a?b", "/a/[b", "/[a]/[a]", "/../a", "/ws"])
    expect(await badOptionOf(() => st.page(() => {}, { title: "A", path })), path).toMatch(/^st\.page: path must be /);
  expect(await badOptionOf(() => st.navigation([st.page("https://example.org", { title: "Away" })]))).toMatch(
    /^st\.navigation: pages must be at least one page of the app/,
  );
});
