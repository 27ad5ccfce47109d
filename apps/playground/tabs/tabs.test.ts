import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";

const page = new URL("./page.ts", import.meta.url);

test("all tabs have their content; where changing them runs the page, it knows the open one", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.getAll("table")).toHaveLength(2);
  expect(app.get("tabs").props).toMatchObject({ initial: "Departures :material/sailing:", icons: { sailing: expect.any(String) } });
  expect(app.get("tabs").props.value).toBeUndefined();
  expect(app.texts()).toContain("The map is loaded.");
  expect(app.texts()).not.toContain("The list is loaded.");
  app.get("tabs", { key: "view" }).set("List");
  await app.run();
  expect(app.texts()).toContain("The list is loaded.");
  expect(app.texts()).not.toContain("The map is loaded.");
  expect(app.sessionState.view).toBe("List");
});

test("session state opens a tab, a callback hears of it", async () => {
  const heard: string[] = [];
  await using app = await AppTest.fromFunction(() => {
    const tabs = st.tabs(["A", "B", "A"], { key: "tab", onChange: (label) => void heard.push(label) });
    st.text(tabs.map((tab) => tab.open).join());
  });
  app.sessionState.tab = "B";
  await app.run();
  expect(app.texts()).toContain("false,true,false");
  app.get("tabs").set("A");
  await app.run();
  expect(app.texts()).toContain("true,false,false");
  expect(heard).toEqual(["A"]);
  app.sessionState.tab = "C";
  await app.run();
  expect(app.errors).toMatchObject([
    { code: "RIVULET_WIDGET_STATE", message: 'st.sessionState.tab holds "C", which is none of the labels of st.tabs.' },
  ]);
});

test("a tabs' options are checked", async () => {
  expect(await badOptionOf(() => st.tabs([]))).toBe("st.tabs: labels must be a list of 1 to 100 strings, instead got an array of 0.");
  expect(await badOptionOf(() => st.tabs(["A", "B"], { value: "C" as never }))).toBe(
    'st.tabs: value must be one of the labels ("A", "B"), instead got "C".',
  );
  expect(await badOptionOf(() => st.tabs(["A"], { onChange: "run" as never }))).toContain("st.tabs: onChange must be");
});
