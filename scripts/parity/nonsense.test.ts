import { AppTest } from "@rivulet/testing";
import { RivuletError, st } from "rivulet";
import { expect, test } from "vitest";
import { readSurface } from "./api.mjs";

/** What commands are given for a positional parameter, by its name. */
const GIVEN: Readonly<Record<string, unknown>> = {
  label: "a",
  labels: ["a", "b"],
  body: "a",
  text: "a",
  title: "a",
  key: "a",
  data: [{ a: 1 }],
  error: new Error("a"),
  fn: () => "a",
  factory: () => "a",
  pages: 3,
  scale: "stars",
  spec: 2,
  stream: ["a"],
  url: "https://example.org",
  value: 0.5,
};
/** Where a name does not say it all. */
const GIVEN_TO: Readonly<Record<string, unknown>> = { "dialog.body": () => {}, "fragment.body": () => {}, "spinner.body": () => {} };

const NONSENSE = { nonsense: true };

interface Call {
  readonly command: string;
  readonly option: string;
  readonly args: readonly unknown[];
}

function calls(): Call[] {
  return [...readSurface([]).commands].flatMap(([command, { parameters, options }]) => {
    if (options.size === 0) return [];
    const last = parameters.has("more") ? "more" : parameters.has("config") ? "config" : "options";
    const args = [...parameters]
      .slice(0, [...parameters].indexOf(last))
      .filter((name) => !(command === "html" && name === "values"))
      .map((name) => GIVEN_TO[`${command}.${name}`] ?? (name === "options" ? ["a", "b"] : GIVEN[name]));
    return [...options].map((option) => ({ command, option, args: [...args, { [option]: NONSENSE }] }));
  });
}

test("every option of every command refuses what makes no sense", async () => {
  const accepted: string[] = [];
  let refused = 0;
  await using app = await AppTest.fromFunction(async () => {
    for (const { command, option, args } of calls()) {
      const name = `st.${command}: ${option}`;
      try {
        // A submit button is in a form, and what is async refuses later.
        const call = Reflect.get(command === "formSubmitButton" ? st.form(`form of ${option}`) : st, command) as (
          ...all: readonly unknown[]
        ) => unknown;
        await call.apply(st, args);
        accepted.push(name);
      } catch (error) {
        if (!(error instanceof RivuletError)) accepted.push(`${name}: ${String(error)}`);
        else if (error.code !== "RIVULET_BAD_OPTION" || !error.message.includes(option)) accepted.push(`${name}: ${error.message}`);
        else refused += 1;
      }
    }
  });
  await app.run();
  expect(accepted).toEqual([]);
  expect(app.errors).toEqual([]);
  expect(refused).toBeGreaterThan(300);
});
