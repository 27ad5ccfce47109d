import { expect, test } from "vitest";
import { HELP, parseCommand } from "./arguments.ts";

test("a command has its file and flags", () => {
  expect(parseCommand(["dev", "app.ts"])).toEqual({
    name: "dev",
    file: "app.ts",
    flags: { port: undefined, host: undefined, base: undefined, open: false },
  });
  expect(parseCommand(["start", "--port", "0", "--host=0.0.0.0", "dist", "--base", "/app", "--open"])).toEqual({
    name: "start",
    file: "dist",
    flags: { port: 0, host: "0.0.0.0", base: "/app", open: true },
  });
  expect(parseCommand(["build", "--out", "x"])).toEqual({ name: "build", file: undefined, out: "x" });
  expect(parseCommand(["dev", "--help"])).toEqual({ name: "help" });
  expect(parseCommand(["-v"])).toEqual({ name: "version" });
});

test.each([
  [[], "No command was given"],
  [["serve"], 'There is no command "serve"'],
  [["dev", "a.ts", "b.ts"], "dev takes one file, instead got 2"],
  [["dev", "--prot", "1"], "Unknown option '--prot'"],
  [["dev", "--port"], "Option '--port <value>' argument missing"],
  [["dev", "--out", "x"], "dev has no flag --out"],
  [["build", "--port", "1"], "build has no flag --port"],
  [["dev", "--port", "x"], '--port must be a whole number from 0 to 65535, instead got "x"'],
  [["dev", "--port", "65536"], '--port must be a whole number from 0 to 65535, instead got "65536"'],
  [["dev", "--port", ""], '--port must be a whole number from 0 to 65535, instead got ""'],
  [["dev", "--base", "app"], '--base must be a path such as /app, instead got "app"'],
])("%j is a usage error", (args, problem) => {
  expect(() => parseCommand(args)).toThrow(
    expect.objectContaining({ code: "RIVULET_USAGE", message: `${problem}. See \`rivulet --help\`.` }),
  );
});

test("the help names every command and flag", () => {
  for (const word of ["dev", "build", "start", "--port", "--host", "--base", "--open", "--out", "--help", "--version"])
    expect(HELP).toContain(word);
});
