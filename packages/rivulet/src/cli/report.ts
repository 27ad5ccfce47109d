import { readFileSync } from "node:fs";
import { RivuletError } from "@rivulet/server/built";

/** Writes what failed to stderr: one clear line, and the source around the place if there is one. */
export function report(error: unknown): void {
  if (error instanceof RivuletError) process.stderr.write(`error: ${error.message}\n${codeFrame(error)}`);
  else
    process.stderr.write(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\nThis is a bug in rivulet.\n`);
}

/** 2 for a command that makes no sense, 1 for one that failed. */
export function exitCodeOf(error: unknown): number {
  return error instanceof RivuletError && error.code === "RIVULET_USAGE" ? 2 : 1;
}

interface Located {
  readonly loc: { readonly file: string; readonly line: number; readonly column: number };
}

function codeFrame(error: RivuletError): string {
  if (!("loc" in error)) return "";
  const { file, line, column } = (error as unknown as Located).loc;
  let lines: readonly string[];
  try {
    lines = readFileSync(file, "utf8").split(/\r?\n/);
  } catch {
    return "";
  }
  const first = Math.max(1, line - 2);
  const width = String(line + 2).length;
  return lines
    .slice(first - 1, line + 2)
    .map((text, i) => {
      const no = first + i;
      const shown = `${no === line ? ">" : " "} ${String(no).padStart(width)} | ${text}\n`;
      return no === line ? `${shown}  ${" ".repeat(width)} | ${" ".repeat(column - 1)}^\n` : shown;
    })
    .join("");
}
