import { parseArgs } from "node:util";
import { UserError } from "./user-error.ts";

export const USAGE = `Usage: npm create rivulet@latest <folder> [-- --template <name>]

Creates a rivulet app in a new or empty folder.

  --template <name>  what to start from (minimal)
  --help             shows this`;

export interface Arguments {
  readonly help: boolean;
  readonly folder: string | undefined;
  readonly template: string;
}

/** Reads the command line; throws a `UserError` with the usage for what it does not know. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  if (positionals.length > 1)
    throw new UserError(`One folder is wanted, instead got ${positionals.map((name) => JSON.stringify(name)).join(", ")}.\n\n${USAGE}`, 2);
  return { help: values.help ?? false, folder: positionals[0], template: values.template ?? "minimal" };
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: { template: { type: "string" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`, 2);
  }
}
