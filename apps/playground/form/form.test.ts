import { AppTest } from "@rivulet/testing";
import { st } from "rivulet";
import { expect, test } from "vitest";
import { badOptionOf } from "../harness/bad-option.ts";
import { openWire } from "../harness/wire.ts";

const page = new URL("./page.ts", import.meta.url);

async function errorOf(body: () => unknown): Promise<string> {
  await using app = await AppTest.fromFunction(async () => void (await body()));
  await app.run();
  return app.errors.map(({ code, message }) => `${code}: ${message}`).join("\n");
}

test("[F1] a form's widgets return what was submitted last; runs that others cause neither send nor lose what is entered", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  expect(app.errors).toEqual([]);
  app.get("radio", { label: "Tide" }).set("falling");
  app.get("multiselect", { label: "Ships seen" }).set(["Aurora", "Berta"]);
  app.get("toggle", { label: "Lamp" }).click();
  await app.run();
  expect(app.texts()).toEqual(expect.arrayContaining(["lit in run 2 of the page", "log: rising, no ships, watch ?"]));
  expect(app.get("radio", { label: "Tide" }).value).toBe("falling");
  app.get("formSubmitButton", { label: "Write into the log" }).click();
  await app.run();
  expect(app.texts()).toEqual(expect.arrayContaining(["lit in run 3 of the page", "log: falling, Aurora and Berta, watch ?"]));
  await app.run();
  expect(app.texts()).toContain("log: falling, Aurora and Berta, watch ?");
});

test("[F2] clearOnSubmit takes widgets back to their initial values when the run has read the new ones", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("selectbox", { label: "Quay" }).set("East");
  app.get("numberInput", { label: "Tons" }).set(40);
  app.get("toggle", { label: "Urgent" }).set(true);
  app.get("formSubmitButton", { label: "Order" }).click();
  await app.run();
  expect(app.texts()).toContain("Ordered 40 t for East quay, at once.");
  const values = ["Quay", "Tons", "Note", "Urgent"].map(
    (label, i) => app.get((["selectbox", "numberInput", "textInput", "toggle"] as const)[i] ?? "toggle", { label }).value,
  );
  expect(values).toEqual(["North", 10, "", false]);
  app.get("formSubmitButton", { label: "Order" }).click();
  await app.run();
  expect(app.texts()).toContain("Ordered 10 t for North quay.");
});

test("[F2] a page that fails, or is stopped, clears nothing", async () => {
  let fails = true;
  await using app = await AppTest.fromFunction(() => {
    const form = st.form("f", { clearOnSubmit: true });
    const name = form.textInput("Name");
    if (!form.formSubmitButton("Save")) return;
    if (fails) throw new Error(`no ${name}`);
    st.text(`saved ${name}`);
  });
  await app.run();
  app.get("textInput").set("Ada");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.errors.map(({ message }) => message)).toEqual(["no Ada"]);
  expect(app.get("textInput").value).toBe("Ada");
  fails = false;
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("saved Ada");
  expect(app.get("textInput").value).toBe("");
});

test("[F2] a submit that asks for a rerun is cleared when the rerun is over", async () => {
  await using app = await AppTest.fromFunction(() => {
    const state = st.sessionState.init({ names: [] as string[] });
    const form = st.form("f", { clearOnSubmit: true });
    const name = form.textInput("Name");
    if (form.formSubmitButton("Save")) {
      state.names = [...state.names, name];
      st.rerun();
    }
    st.text(`names: ${state.names.join()}`);
  });
  await app.run();
  for (const name of ["Ada", "Bob"]) {
    app.get("textInput").set(name);
    app.get("formSubmitButton").click();
    await app.run();
    expect(app.get("textInput").value).toBe("");
  }
  expect(app.texts()).toContain("names: Ada,Bob");
});

test("[F4] a schema's refusal is told at the fields; the submit returns false and clears nothing; its data comes with the submit only", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("textInput", { key: "name" }).set("A");
  app.get("textInput", { key: "email" }).set("ada@example.org");
  app.get("formSubmitButton", { label: "Sign up" }).click();
  await app.run();
  const problems = () => (["name", "email"] as const).map((key) => app.get("textInput", { key }).props.problem);
  expect(problems()).toEqual(["Two letters at least", undefined]);
  expect(app.get("slider", { key: "knots" }).props.problem).toBe("Too fast for this harbour");
  expect(app.get("checkbox", { key: "rules" }).props.problem).toBe("Nobody enters without");
  expect(app.get("textInput", { key: "name" }).value).toBe("A");
  expect(app.texts().some((text) => text.startsWith("Welcome"))).toBe(false);
  app.get("textInput", { key: "name" }).set("Ada");
  app.get("slider", { key: "knots" }).set(6);
  app.get("checkbox", { key: "rules" }).set(true);
  app.get("formSubmitButton", { label: "Sign up" }).click();
  await app.run();
  expect(problems()).toEqual([undefined, undefined]);
  expect(app.texts()).toContain("Welcome, Ada, at 6 knots.");
  await app.run();
  expect(app.texts().some((text) => text.startsWith("Welcome"))).toBe(false);
});

test("[F4] an asynchronous schema is awaited; a refused submit calls no callback; issues of no field stand below the form", async () => {
  const called: string[] = [];
  const schema = {
    "~standard": {
      version: 1 as const,
      vendor: "test",
      validate: async (value: unknown) => {
        const { name } = value as { name: string };
        return name === ""
          ? { issues: [{ message: "Empty" }, { message: "gone", path: ["other"] }] }
          : { value: { name: name.toUpperCase() } };
      },
    },
  };
  await using app = await AppTest.fromFunction(() => {
    const form = st.form("f", { schema, clearOnSubmit: true });
    form.textInput("name");
    const saved = form.formSubmitButton("Save", { onClick: () => called.push("clicked") });
    st.text(`saved: ${saved} ${form.data?.name}`);
  });
  await app.run();
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.get("form").props.problems).toEqual(["Empty", "other: gone"]);
  expect(app.texts()).toEqual(expect.arrayContaining(["Empty\nother: gone", "saved: false undefined"]));
  expect(called).toEqual([]);
  app.get("textInput").set("Ada");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("saved: true ADA");
  expect(called).toEqual(["clicked"]);
  expect(app.get("form").props.problems).toBeUndefined();
  expect(app.get("textInput").value).toBe("");
});

test("[F1] a form in a fragment is submitted to the fragment", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("checkbox", { label: "Answer from a part of the page only" }).set(true);
  app.get("formSubmitButton", { label: "Answer" }).click();
  await app.run();
  expect(app.texts()).toContain("answered: true");
  expect(app.sessionState.runs).toBe(1);
});

test("[F1] over the wire a user's values wait for the submit, and one submit is one run", async () => {
  await using wire = await openWire(page);
  const { client } = wire;
  await client.byLabel("Tide").set("falling");
  await client.byLabel("Watch").set("B2");
  await client.click("Lamp");
  await client.waitIdle();
  expect(client.texts()).toEqual(expect.arrayContaining(["lit in run 2 of the page", "log: rising, no ships, watch ?"]));
  await client.drop();
  await client.resume();
  await client.click("Write into the log");
  await client.waitIdle();
  expect(client.texts()).toEqual(expect.arrayContaining(["lit in run 3 of the page", "log: falling, no ships, watch B2"]));
});

test("[BM1] [F4] a submit with a value that its field does not take is refused at the field, and only true submits", async () => {
  await using wire = await openWire(page);
  const { client } = wire;
  for (const bad of [0, 501, "10", null]) {
    await client.byLabel("Tons").set(bad);
    await client.click("Order");
    await client.waitIdle();
    expect(client.texts().some((text) => text.startsWith("Ordered"))).toBe(false);
    expect([...client.tree.nodes.values()].find(({ props }) => props.label === "Tons")?.props.problem).toContain("Not accepted: expected");
  }
  for (const bad of [false, 1, "true", null]) {
    await wire.send("Order", bad);
    expect(client.texts().some((text) => text.startsWith("Ordered"))).toBe(false);
  }
});

test("[F2] a submit that supersedes another one keeps its values: the form is cleared when a run has come to its end", async () => {
  await using wire = await openWire(new URL("./slow.ts", import.meta.url));
  const { client } = wire;
  await client.byLabel("Name").set("Ada");
  await client.click("Save");
  await expect.poll(() => client.texts(), { timeout: 20_000 }).toContain("saving Ada");
  await client.byLabel("Name").set("Bob");
  await client.click("Save");
  await client.waitIdle();
  expect(client.texts()).toContain("names: Ada,Bob");
  expect([...client.tree.nodes.values()].find(({ type }) => type === "textInput")?.props.value).toBe("");
});

test("[F5] a live field runs the form's body alone, with what is staged; other code sees what was submitted", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  const labels = () =>
    app
      .get("form", { key: "report" })
      .getAll("textInput")
      .map(({ props }) => props.label);
  expect(labels()).toEqual([]);
  app.get("selectbox", { key: "what" }).set("something else");
  await app.run();
  expect(app.errors).toEqual([]);
  expect(labels()).toEqual(["Which"]);
  expect(app.sessionState.runs).toBe(1);
  expect(app.sessionState.what).toBe("a rope");
  app.get("textInput", { label: "Which" }).set("the lighthouse keeper's cat");
  await app.run();
  expect(app.texts()).toContain("So long a name?");
  // A run of the page shows the draft, and returns what was submitted.
  app.get("toggle", { label: "Lamp" }).set(true);
  await app.run();
  expect(app.texts()).toEqual(expect.arrayContaining(["lit in run 2 of the page", "So long a name?", "damaged: a rope, not reported"]));
  expect(labels()).toEqual(["Which"]);
  // What is staged no more is shown no more.
  app.get("selectbox", { key: "what" }).set("a crane");
  await app.run();
  expect(labels()).toEqual([]);
  expect(app.texts()).not.toContain("So long a name?");
});

test("[F2] [F5] a submit takes the place of the draft; a form that is cleared shows the fields of its initial values", async () => {
  await using app = await AppTest.fromFile(page);
  await app.run();
  app.get("selectbox", { key: "what" }).set("something else");
  await app.run();
  app.get("textInput", { label: "Which" }).set("a gull");
  app.get("checkbox", { label: "I was there" }).set(true);
  app.get("formSubmitButton", { label: "Report" }).click();
  await app.run();
  expect(app.texts()).toContain("damaged: a gull, reported");
  expect(app.get("form", { key: "report" }).getAll("textInput")).toEqual([]);
  expect(app.get("selectbox", { key: "what" }).value).toBe("a rope");
  await app.run();
  expect(app.texts()).toContain("damaged: a rope, not reported");
});

test("[F4] [F5] over the wire: who skips the browser's checks is refused, and a draft is no submit", async () => {
  await using wire = await openWire(page);
  const { client } = wire;
  await client.byLabel("What").set("something else");
  await client.waitIdle();
  await client.byLabel("Which").set("ab");
  await client.click("Report");
  await client.waitIdle();
  expect(client.texts()).toContain("damaged: , not reported");
  const problems = () => [...client.tree.nodes.values()].flatMap(({ props }) => (props.problem === undefined ? [] : [props.problem]));
  expect(problems().toSorted()).toEqual(['Not accepted: expected at least 3 characters, got "ab"', "Required"]);
  await client.byLabel("Which").set("   ");
  await client.click("Report");
  await client.waitIdle();
  expect(problems()).toEqual(["Required", "Required"]);
  await client.byLabel("Which").set("a gull");
  await client.click("Report");
  await client.waitIdle();
  expect(problems()).toEqual(["Required"]);
  await client.byLabel("I was there").set(true);
  await client.click("Report");
  await client.waitIdle();
  expect(client.texts()).toContain("damaged: a gull, reported");
});

test("[F5] a hostile draft sets no field, fires nothing and runs nothing but a form's body", async () => {
  await using wire = await openWire(page);
  const { client } = wire;
  const nodes = [...client.tree.nodes.values()];
  const idOf = (label: string) => nodes.find(({ props }) => props.label === label)?.widget as string;
  const fragment = client.tree.draftOf(idOf("What"))?.fragment as string;
  client.sendDraft({
    fragment,
    values: [
      [idOf("Report"), true],
      [idOf("Tons"), 40],
      [idOf("Lamp"), true],
      [idOf("What"), "nothing"],
    ],
  });
  client.sendDraft({ fragment: "nowhere", values: [[idOf("Lamp"), true]] });
  client.sendDraft({ fragment: client.tree.fragmentOf([[idOf("Answer"), true]]) as string, values: [[idOf("Answer"), true]] });
  await client.waitIdle();
  await client.click("Order");
  await client.waitIdle();
  expect(client.texts()).toEqual(
    expect.arrayContaining(["Ordered 10 t for North quay.", "answered: false", "damaged: a rope, not reported"]),
  );
  expect(client.texts()).not.toContain("lit in run 1 of the page");
});

test("[F5] a draft waits while the page waits for the form's body, and is shown then; the page gets what was submitted", async () => {
  let go = (): void => {};
  const seen: string[] = [];
  await using app = await AppTest.fromFunction(async () => {
    const form = st.form("f");
    const name = await form.with(async () => {
      const kind = st.textInput("Kind", { live: true });
      seen.push(kind);
      if (seen.length === 2) await new Promise<void>((resolve) => (go = resolve));
      if (kind === "other") st.text("Which?");
      st.formSubmitButton();
      return kind;
    });
    st.text(`page: ${name}`);
    st.button("Again");
  });
  await app.run();
  app.get("textInput").set("other");
  app.get("button").click();
  const first = app.run();
  await expect.poll(() => seen).toEqual(["", ""]);
  go();
  await first;
  expect(seen).toEqual(["", "", "other"]);
  expect(app.texts()).toEqual(expect.arrayContaining(["Which?", "page: "]));
});

test("[F5] a live field in no body is refused with advice; so are strange options", async () => {
  expect(await errorOf(() => st.form("f").selectbox("s", ["a"], { live: true }))).toBe(
    "RIVULET_BAD_PLACE: st.selectbox is live, but stands in no body that could run again. Write `form.with(() => { ... })` around it, or leave out live.",
  );
  expect(await errorOf(() => st.selectbox("s", ["a"], { live: true, required: true }))).toBe("");
  expect(await badOptionOf(() => st.slider("s", { live: "yes" as never }))).toContain(
    "st.slider: live must be true, false or milliseconds",
  );
  expect(await badOptionOf(() => st.slider("s", { required: 1 as never }))).toContain("st.slider: required must be true or false");
  expect(await badOptionOf(() => st.textArea("s", { minLength: 4, maxChars: 3 }))).toContain(
    "st.textArea: minLength must be at most maxChars (3)",
  );
  expect(await badOptionOf(() => st.textInput("s", { minLength: 4, value: "abc" }))).toContain(
    "st.textInput: value must be empty, or at least 4",
  );
});

test("[F3] a key of a form is taken for a fragment that runs alone, too", async () => {
  let clash = false;
  await using app = await AppTest.fromFunction(() => {
    st.form("order").formSubmitButton();
    st.fragment(() => {
      st.toggle("Flip");
      if (clash) st.toggle("Same", { key: "order" });
    })();
  });
  await app.run();
  clash = true;
  app.get("toggle").click();
  await app.run();
  expect(app.errors.map(({ code }) => code)).toEqual(["RIVULET_DUPLICATE_KEY"]);
});

test("[F3] a form without a submit button says so", async () => {
  let button = false;
  await using app = await AppTest.fromFunction(() => {
    st.form("f").with((form) => {
      form.textInput("Name");
      if (button) form.columns(2)[1].formSubmitButton();
    });
  });
  await app.run();
  expect(app.get("form").get("alert").props).toMatchObject({ kind: "error", title: "Missing submit button" });
  button = true;
  await app.run();
  expect(app.getAll("alert")).toEqual([]);
  expect(app.texts()).toContain("Submit");
});

test("[F3] what makes no sense in a form is refused with advice", async () => {
  expect(await errorOf(() => st.form("f").button("Go"))).toBe(
    "RIVULET_BAD_PLACE: st.button stands in a form, whose values wait for a submit. Use st.formSubmitButton, or move it out of the form.",
  );
  expect(await errorOf(() => st.form("f").linkButton("Go", "https://example.org"))).toBe("");
  expect(await errorOf(() => st.form("f").linkButton("Go", "https://example.org", { onClick: "rerun" }))).toContain("RIVULET_BAD_PLACE");
  expect(await errorOf(() => st.form("f").container().form("g"))).toBe(
    "RIVULET_BAD_PLACE: st.form stands in a form already. Put the forms beside one another.",
  );
  expect(await errorOf(() => st.form("f").with(() => st.slider("s", { onChange: () => {} })))).toBe(
    "RIVULET_BAD_PLACE: st.slider stands in a form, whose widgets change together: give its callback (onChange) to the submit button, as onClick.",
  );
  expect(await errorOf(() => st.formSubmitButton("Go"))).toBe(
    "RIVULET_BAD_PLACE: st.formSubmitButton stands in no form. Write `form.formSubmitButton()`, or use st.button.",
  );
  expect(await errorOf(() => [st.form("same"), st.textInput("Name", { key: "same" })])).toContain("RIVULET_DUPLICATE_KEY");
  expect(
    await errorOf(() => {
      st.sessionState["f"] = 1;
      st.form("f");
    }),
  ).toBe("RIVULET_WIDGET_STATE: st.sessionState.f cannot be set: it is the key of a form, which holds no value. Delete it.");
});

test("a callback of a submit button runs before the page, with the values", async () => {
  await using app = await AppTest.fromFunction(() => {
    const form = st.form("f");
    form.textInput("Name", { key: "name" });
    form.formSubmitButton("Save", { onClick: () => (st.sessionState["saved"] = st.sessionState["name"]) });
    st.text(`saved ${String(st.sessionState["saved"])}`);
  });
  await app.run();
  app.get("textInput").set("Ada");
  app.get("formSubmitButton").click();
  await app.run();
  expect(app.texts()).toContain("saved Ada");
});

test("a form's options are checked", async () => {
  expect(await badOptionOf(() => st.form(1 as never))).toBe("st.form: key must be a string of 1 to 200 characters, instead got 1.");
  expect(await badOptionOf(() => st.form(""))).toContain("st.form: key must be");
  for (const option of ["clearOnSubmit", "enterToSubmit", "border"]) {
    expect(await badOptionOf(() => st.form("f", { [option]: "yes" }))).toContain(`st.form: ${option} must be true or false`);
  }
  expect(await badOptionOf(() => st.form("f", { schema: {} as never }))).toBe(
    "st.form: schema must be a schema of zod, valibot or another library of the Standard Schema, instead got an object.",
  );
  expect(await badOptionOf(() => st.form("f", { height: -1 }))).toContain("st.form: height must be");
  expect(await badOptionOf(() => st.form("f").formSubmitButton("Go", { type: "big" as never }))).toContain(
    "st.formSubmitButton: type must be",
  );
});
