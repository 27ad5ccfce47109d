import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { fixture } from "./serve.ts";

test.each([false, true])("a page file runs, takes staged values and runs again (real: %s)", async (real) => {
  await using app = await AppTest.fromFile(fixture("widgets.ts"), { real });
  await app.run();
  expect(app.get("slider", { label: "Age" }).value).toBe(30);
  app.get("slider", { label: "Age" }).set(42);
  app.get("slider", { label: "Range" }).set([3, 9]);
  app.get("textInput", { key: "name" }).set("Ada");
  app.get("selectbox", 0).set("Porto");
  app.get("multiselect").set(["plum"]);
  app.get("toggle").click();
  app.get("button", { label: "Press me" }).click();
  expect(app.get("slider", { label: "Age" }).value).toBe(42);
  expect(app.texts()).toContain("presses: 0");
  await app.run();
  for (const text of ["presses: 1", "42", "[3,9]", '"Ada"', '"Porto"', '["plum"]', "true"]) expect(app.texts()).toContain(text);
  expect(app.get("selectbox").value).toBe("Porto");
  expect(app.get("selectbox").props.options).toEqual(["Berlin", "Porto", "Turin"]);
  await app.run();
  expect(app.texts()).toContain("presses: 1");
});

test("a function is a page too, with what is around it", async () => {
  const seen: string[] = [];
  await using app = await AppTest.fromFunction(async () => {
    const name = st.textInput("Name");
    await Promise.resolve();
    seen.push(name);
    st.sidebar.text(`side ${name}`);
    st.text(`main ${name}`);
  });
  await app.run();
  app.get("textInput").set("Ada");
  await app.run();
  expect(seen).toEqual(["", "Ada"]);
  expect(app.texts()).toEqual(["Name", "main Ada", "side Ada"]);
  expect(app.main.texts()).toEqual(["Name", "main Ada"]);
  expect(app.sidebar.get("text").text).toBe("side Ada");
});

test("session state is there before the first run, can be read, and set between runs", async () => {
  await using app = await AppTest.fromFunction(
    () => {
      const state = st.sessionState.init({ count: 0 });
      st.button("More", { onClick: () => (state.count += 1) });
      st.textInput("Name", { key: "name" });
      st.text(`count ${state.count}`);
    },
    { sessionState: { count: 5, name: "Ada" } },
  );
  expect(app.sessionState.count).toBe(5);
  await app.run();
  expect(app.texts()).toContain("count 5");
  expect(app.get("textInput").value).toBe("Ada");
  app.sessionState.count = 40;
  app.sessionState.name = "Grace";
  app.get("button").click();
  await app.run();
  expect(app.texts()).toContain("count 41");
  expect(app.get("textInput").value).toBe("Grace");
  expect({ ...app.sessionState }).toEqual({ count: 41, name: "Grace" });
  expect(() => (app.sessionState.count = () => 1)).toThrow(expect.objectContaining({ code: "RIVULET_STATE_VALUE" }) as Error);
});

test.each([false, true])("what a page throws is in `errors`, with the user's own line (real: %s)", async (real) => {
  await using app = await AppTest.fromFile(fixture("trouble.ts"), { real });
  await app.run();
  expect(app.errors).toEqual([]);
  expect(app.toasts).toMatchObject([{ body: "Mind the gap" }]);
  app.get("checkbox").click();
  await app.run();
  expect(app.errors).toMatchObject([{ name: "TypeError", message: "as asked", frame: { line: 6 } }]);
  expect(app.errors[0]?.frame?.file).toMatch(/fixtures\/trouble\.ts$/);
  expect(app.toasts).toHaveLength(1);
  app.get("checkbox").click();
  await app.run();
  expect(app.errors).toEqual([]);
});

test.each([false, true])("a page that cannot be loaded is in `errors` (real: %s)", async (real) => {
  await using app = await AppTest.fromFile(fixture("broken.ts"), { real });
  await app.run();
  expect(app.errors).toMatchObject([{ name: "SyntaxError", frame: { line: 3 } }]);
  expect(app.texts()).toEqual([]);
});

test("a value that a user could not enter throws at once and is not sent", async () => {
  await using app = await AppTest.fromFile(fixture("widgets.ts"));
  await app.run();
  const before = app.texts();
  expect(() => app.get("slider", { label: "Age" }).set(121)).toThrow(/slider "Age" cannot be set to 121: .*from 0 to 120/);
  expect(() => app.get("selectbox").set("Paris")).toThrow(/one of the options/);
  expect(() => app.get("slider", { label: "Locked" }).set(5)).toThrow(/it is disabled/);
  expect(() => app.get("text").set("x" as never)).toThrow(/no value/);
  await app.run();
  expect(app.texts()).toEqual(before);
});

test("a query that finds nothing says what is there and what comes nearest", async () => {
  await using app = await AppTest.fromFile(fixture("widgets.ts"));
  await app.run();
  expect(() => app.get("slider", { label: "age" })).toThrow(
    'The slider labelled "age" is not on the page. There is: slider "Age", slider "Range", slider "Locked". Did you mean "Age"?',
  );
  expect(() => app.get("textInput", { key: "nam" })).toThrow(/Did you mean "name"\?/);
  expect(() => app.get("metric")).toThrow(/There is nothing of the kind/);
  expect(app.getAll("slider").map(({ value }) => value)).toEqual([30, [2, 4], 0]);
});

test("a query on a page that failed says why nothing is there", async () => {
  await using app = await AppTest.fromFunction(() => {
    throw new TypeError("no data");
  });
  await app.run();
  expect(() => app.get("slider")).toThrow(
    /There is nothing of the kind\. The page failed: TypeError: no data \(.*app-test\.test\.ts:\d+\)/,
  );
});

test("an element that a run leaves out is gone", async () => {
  await using app = await AppTest.fromFunction(() => {
    if (st.checkbox("Show")) st.text("shown");
  });
  await app.run();
  app.get("checkbox").click();
  await app.run();
  const shown = app.get("text");
  expect(shown.text).toBe("shown");
  app.get("checkbox").click();
  await app.run();
  expect(() => shown.text).toThrow(/text "shown" is no longer on the page/);
});

test("a run that waits too long is stopped and told of", async () => {
  await using app = await AppTest.fromFile(fixture("waits.ts"), { timeout: 200 });
  await app.run();
  app.get("button", { label: "Wait" }).click();
  await expect(app.run()).rejects.toMatchObject({ code: "RIVULET_TEST_TIMEOUT" });
  app.get("button", { label: "Increment" }).click();
  await app.run();
  expect(app.texts()).toContain("count: 1.");
});

test("another page of the app has the same session state", async () => {
  await using app = await AppTest.fromFile(fixture("visits.ts"));
  await app.run();
  expect(app.texts()).toEqual(["entry, visit 1"]);
  await app.switchPage("pages/second.ts").run();
  expect(app.texts()).toEqual(["second, visit 2"]);
  await app.switchPage("visits.ts").run();
  expect(app.texts()).toEqual(["entry, visit 3"]);
});

test("a run includes the runs that the page itself asks for", async () => {
  await using app = await AppTest.fromFunction(() => {
    const state = st.sessionState.init({ step: 0 });
    st.text(`step ${state.step}`);
    if (state.step < 3) {
      state.step += 1;
      st.rerun();
    }
    st.text("there");
    st.stop();
  });
  await app.run();
  expect(app.texts()).toEqual(["step 3", "there"]);
  expect(app.errors).toEqual([]);
});

test("calls that overlap are refused, and a closed test says so", async () => {
  const app = await AppTest.fromFunction(async () => {
    await new Promise((resolve) => setImmediate(resolve));
  });
  const first = app.run();
  await expect(app.run()).rejects.toMatchObject({ code: "RIVULET_TEST_USE" });
  await first;
  await app.close();
  await expect(app.run()).rejects.toMatchObject({ code: "RIVULET_TEST_USE" });
  expect(() => app.sessionState.anything).toThrow(/is closed/);
});

test("many tests at once do not mix", async () => {
  const counts = await Promise.all(
    Array.from({ length: 10 }, async (_, i) => {
      await using app = await AppTest.fromFunction(async () => {
        const state = st.sessionState.init({ count: i * 100 });
        await new Promise((resolve) => setImmediate(resolve));
        state.count += 1;
        st.text(`${state.count}`);
      });
      for (let run = 0; run < 5; run++) await app.run();
      return app.texts();
    }),
  );
  expect(counts).toEqual(Array.from({ length: 10 }, (_, i) => [`${i * 100 + 5}`]));
});

test("a file that is not there is named", async () => {
  await expect(AppTest.fromFile("nowhere.ts")).rejects.toMatchObject({ code: "RIVULET_FILE_MISSING" });
});
