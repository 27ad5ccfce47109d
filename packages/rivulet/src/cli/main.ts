import "./compile-cache.ts";
import { HELP, parseCommand, type Command } from "./arguments.ts";
import { VERSION } from "./installation.ts";
import { exitCodeOf, report } from "./report.ts";

const DEFAULT_FILE = "app.ts";

async function main(args: readonly string[]): Promise<number> {
  if (args.length === 0) {
    process.stdout.write(HELP);
    return 2;
  }
  return run(parseCommand(args));
}

/** Each command loads its own modules: `start` never loads the compiler, `build` never the server. */
async function run(command: Command): Promise<number> {
  switch (command.name) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "version":
      process.stdout.write(`${VERSION}\n`);
      return 0;
    case "dev":
      await (await import("./dev.ts")).dev(fileOf(command.file), command.flags);
      return 0;
    case "build":
      await (await import("./build.ts")).build(fileOf(command.file), command.out);
      return 0;
    case "start":
      return (await import("./start.ts")).start(fileOf(command.file), command.flags);
  }
}

function fileOf(file: string | undefined): string {
  if (file === undefined) process.stdout.write(`No file was named: taking ${DEFAULT_FILE}\n`);
  return file ?? DEFAULT_FILE;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  report(error);
  process.exitCode = exitCodeOf(error);
}
