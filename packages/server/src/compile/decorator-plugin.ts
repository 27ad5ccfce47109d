import { readFileSync } from "node:fs";
import { parseSync, Visitor, type Plugin } from "vite";
import { CompileError } from "./compile-error.ts";
import { userScript } from "./user-module-plugin.ts";
import { parseUserModule } from "./user-module.ts";

/** Says where a decorator stands that nobody compiled: Node cannot run one, and names no place when it meets one. */
export function decoratorPlugin(): Plugin {
  return {
    name: "rivulet:decorator",
    enforce: "post",
    transform(source, id) {
      const file = userScript(id);
      if (file === undefined || !source.includes("@") || firstDecorator(parseSync("module.js", source).program) === undefined) return null;
      const { program, place } = parseUserModule(file, readFileSync(file, "utf8"));
      const problem = `Decorators run with "experimentalDecorators": true in tsconfig.json only; Node has no others`;
      throw new CompileError("RIVULET_PAGE_SYNTAX", { problem }, place(firstDecorator(program) ?? 0));
    },
  };
}

function firstDecorator(program: Parameters<Visitor["visit"]>[0]): number | undefined {
  let first: number | undefined;
  new Visitor({
    Decorator({ start }) {
      first = Math.min(start, first ?? start);
    },
  }).visit(program);
  return first;
}
