import { parseArgs } from "node:util";
import { RivuletError } from "@rivulet/server/built";

/** What the command line asks for. */
export type Command =
  | { readonly name: "help" | "version" }
  | { readonly name: "dev" | "start"; readonly file: string | undefined; readonly flags: ServeFlags }
  | { readonly name: "build"; readonly file: string | undefined; readonly out: string | undefined };

/** Flags of commands that serve. */
export interface ServeFlags {
  readonly port?: number | undefined;
  readonly host?: string | undefined;
  readonly base?: string | undefined;
  readonly open: boolean;
}

export const HELP = `Usage: rivulet <command> [file] [flags]

Commands
  dev [file]      Serve a page while you edit it (default file: app.ts)
  build [file]    Build an app into a folder that \`start\` serves
  start [path]    Serve a page, or the folder of a build, in production

Flags of dev and start
  --port <n>      Port to listen on (default 8484; 0 takes a free one)
  --host <addr>   Address to listen on (default 127.0.0.1)
  --base <path>   Path that everything is served below, such as /app
  --open          Open the page in a browser

Flags of build
  --out <folder>  Where to write (default: dist)

  --help          Show this
  --version       Show the version
`;

const OPTIONS = {
  port: { type: "string" },
  host: { type: "string" },
  base: { type: "string" },
  open: { type: "boolean" },
  out: { type: "string" },
  help: { type: "boolean", short: "h" },
  version: { type: "boolean", short: "v" },
} as const;

/** Reads arguments, without Node's and the script's own. Throws `RIVULET_USAGE`. */
export function parseCommand(args: readonly string[]): Command {
  const { values, positionals } = split(args);
  if (values.help === true) return { name: "help" };
  if (values.version === true) return { name: "version" };
  const [name, file, ...more] = positionals;
  if (name === undefined) throw usage("No command was given");
  if (name !== "dev" && name !== "build" && name !== "start") throw usage(`There is no command ${JSON.stringify(name)}`);
  if (more.length > 0) throw usage(`${name} takes one file, instead got ${1 + more.length}`);
  const allowed = name === "build" ? ["out"] : ["port", "host", "base", "open"];
  for (const flag of Object.keys(values)) if (!allowed.includes(flag)) throw usage(`${name} has no flag --${flag}`);
  if (name === "build") return { name, file, out: values.out };
  return { name, file, flags: { port: portOf(values.port), host: values.host, base: baseOf(values.base), open: values.open === true } };
}

function split(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [problem = "The flags cannot be read"] = (error as Error).message.split(/\. |\n/);
    throw usage(problem.replace(/\.$/, ""));
  }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw usage(`--port must be a whole number from 0 to 65535, instead got ${JSON.stringify(text)}`);
  return port;
}

function baseOf(text: string | undefined): string | undefined {
  if (text !== undefined && !text.startsWith("/")) throw usage(`--base must be a path such as /app, instead got ${JSON.stringify(text)}`);
  return text;
}

function usage(problem: string): RivuletError {
  return new RivuletError("RIVULET_USAGE", { problem });
}
