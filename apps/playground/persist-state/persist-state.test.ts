import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";

test("[SR7] values of widgets that are not shown are dropped, unless they persist", async () => {
  await using app = await AppTest.fromFile(new URL("./page.ts", import.meta.url));
  await app.run();
  app.get("textInput", { key: "dropped" }).set("a");
  app.get("textInput", { key: "page" }).set("b");
  app.get("slider").set(7);
  await app.run();
  expect(app.texts()).toEqual(expect.arrayContaining(['dropped: "a"', 'page: "b"', "session: 7"]));
  app.get("checkbox").set(false);
  await app.run();
  // In the run that hides it a value can still be read.
  expect(app.texts()).toEqual(expect.arrayContaining(['dropped: "a"', 'page: "b"', "session: 7"]));
  await app.run();
  expect(app.texts()).toEqual(expect.arrayContaining(["dropped: undefined", 'page: "b"', "session: 7"]));
  app.get("checkbox").set(true);
  await app.run();
  expect(app.get("textInput", { key: "dropped" }).value).toBe("");
  expect(app.get("textInput", { key: "page" }).value).toBe("b");
  expect(app.get("slider").value).toBe(7);
});

test("a value that is no longer possible gives way also if it persists, and a dialog that closes leaves it", async () => {
  let max = 100;
  await using app = await AppTest.fromFunction(() => {
    const ask = st.dialog("Ask", () => {
      st.slider("Age", { max, key: "age", persistState: "page" });
      st.button("Done", { onClick: () => st.close() });
    });
    if (st.button("Open")) ask();
    st.text(`age ${String(st.sessionState.age)}`);
  });
  await app.run();
  app.get("button", { label: "Open" }).click();
  await app.run();
  app.get("slider").set(80);
  await app.run();
  app.get("button", { label: "Done" }).click();
  await app.run();
  await app.run();
  expect(app.texts()).toContain("age 80");
  max = 50;
  app.get("button", { label: "Open" }).click();
  await app.run();
  expect(app.get("slider").value).toBe(0);
});

test("[NAV3] a value lasts as long as the user stays on its page, or as the session; another page has its own query", async () => {
  await using app = await AppTest.fromFunction(async () => {
    const berths = st.page(
      () => {
        st.slider("Page", { key: "page", persistState: "page" });
        st.slider("Session", { key: "session", persistState: "session" });
        st.slider("Query", { key: "query", bind: "query-params" });
      },
      { title: "Berths", default: true },
    );
    const other = st.page(() => st.text(`session: ${String(st.sessionState.session)}`), { title: "Other", path: "/other" });
    await st.navigation([berths, other]).run();
  });
  await app.run();
  expect(app.errors).toEqual([]);
  for (const key of ["page", "session", "query"]) app.get("slider", { key }).set(7);
  await app.run();
  expect(app.place).toEqual({ path: "/", query: "query=7" });
  await app.switchPage("/other?query=9").run();
  await app.run();
  expect(app.texts()).toContain("session: 7");
  expect(app.place.query).toBe("query=9");
  await app.switchPage("/").run();
  expect(["page", "session", "query"].map((key) => app.get("slider", { key }).value)).toEqual([0, 7, 0]);
  await app.switchPage("/?query=5").run();
  expect(app.get("slider", { key: "query" }).value).toBe(5);
});

test.each([
  [{ persistState: "page" }, "key must be given where persistState is: it names what is kept, instead got undefined"],
  [{ bind: "local" }, "key must be given where bind is: it names what is kept, instead got undefined"],
  [{ key: "k", persistState: "ever" }, 'persistState must be "page" or "session", instead got "ever"'],
  [{ key: "k", bind: "disk" }, 'bind must be "query-params", "local", "session" or "cookie", instead got "disk"'],
  [{ key: "embed", bind: "query-params" }, "key must be another one"],
  [{ key: "k", type: "password", bind: "cookie" }, 'bind must be absent where type is "password"'],
])("options that make no sense are refused: %j", async (options, message) => {
  await using app = await AppTest.fromFunction(() => void st.textInput("Text", options as object));
  await app.run();
  expect(app.errors).toMatchObject([{ code: "RIVULET_BAD_OPTION", message: expect.stringContaining(message) }]);
});
