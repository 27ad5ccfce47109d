import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";

// Every script worker and custom thread loads it: the host's packages would double the time and the memory that one takes.
test("what pages import brings no server along", () => {
  const program = `
    import { createRequire } from "node:module";
    await import(${JSON.stringify(import.meta.resolve("rivulet"))});
    process.stdout.write(JSON.stringify(Object.keys(createRequire("/").cache)));`;
  const loaded = JSON.parse(execFileSync(process.execPath, ["--input-type=module", "-e", program], { encoding: "utf8" })) as string[];
  expect(loaded.filter((path) => /node_modules[\\/](fastify|pino|ws|vite)[\\/]/.test(path))).toEqual([]);
});
