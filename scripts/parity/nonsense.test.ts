import { AppTest } from "@rivulet/testing";
import { RivuletError, st } from "rivulet";
import { expect, test } from "vitest";
import { readSurface } from "./api.mjs";

/** What commands are given for a positional parameter, by its name; with the command's where that does not say it all. */
const GIVEN: Readonly<Record<string, unknown>> = {
  body: "a",
  data: [{ a: 1 }],
  "dialog.body": () => {},
  "downloadButton.data": "a",
  "echo.body": () => {},
  error: new Error("a"),
  factory: () => "a",
  fn: () => "a",
  "fragment.body": () => {},
  key: "a",
  label: "a",
  labels: ["a", "b"],
  "navigation.pages": () => [st.page(() => {}, { title: "a" })],
  options: ["a", "b"],
  page: "https://example.org",
  "page.body": () => {},
  pages: 3,
  scale: "stars",
  spec: 2,
  "spinner.body": () => {},
  stream: ["a"],
  "switchPage.page": "/",
  text: "a",
  title: "a",
  url: "https://example.org",
  value: 0.5,
};

const NONSENSE = { nonsense: { much: "of it" } };

/** Options without which others make no sense. */
const BESIDE: Readonly<Record<string, object>> = { pageLink: { label: "a" } };

interface Call {
  readonly command: string;
  readonly option: string;
  readonly args: readonly unknown[];
}

function calls(): Call[] {
  return [...readSurface([]).commands].flatMap(([command, { parameters, options }]) => {
    const names = [...parameters];
    // The compiler makes up a name for a rest parameter that takes the options apart.
    const last = names.findIndex((name) => /^(more|config|__\d+)$/.test(name) || (name === "options" && !parameters.has("more")));
    const args = names
      .slice(0, last)
      .filter((name) => !(command === "html" && name === "values"))
      .map((name) => GIVEN[`${command}.${name}`] ?? GIVEN[name])
      .map((given) => (command === "navigation" ? (given as () => unknown)() : given));
    return [...options].map((option) => ({ command, option, args: [...args, { ...BESIDE[command], [option]: NONSENSE }] }));
  });
}

/** Calls a command; of one that is asynchronous the promise. A submit button is in a form. */
function invoke({ command, option, args }: Call): unknown {
  const on = command === "formSubmitButton" ? st.form(`form of ${option}`) : st;
  const call: unknown = Reflect.get(on, command);
  return typeof call === "function" ? Reflect.apply(call, on, args) : `st.${command} is no function`;
}

test("every option of every command refuses what makes no sense", async () => {
  const accepted: string[] = [];
  let refused = 0;
  await using app = await AppTest.fromFunction(async () => {
    for (const call of calls()) {
      const name = `st.${call.command}: ${call.option}`;
      try {
        await invoke(call);
        accepted.push(name);
      } catch (error) {
        if (error instanceof RivuletError && error.code === "RIVULET_BAD_OPTION" && error.message.includes(call.option)) refused += 1;
        else accepted.push(`${name}: ${String(error)}`);
      }
    }
  });
  await app.run();
  expect(accepted).toEqual([]);
  expect(app.errors).toEqual([]);
  expect(refused).toBeGreaterThan(300);
});
