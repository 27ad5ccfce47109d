import { readFileSync } from "node:fs";
import type { ESTree } from "vite";
import { RivuletError } from "../errors.ts";
import { displayPath } from "../thread/display-path.ts";
import { CompileError, type Place } from "./compile-error.ts";
import { parseUserModule } from "./user-module.ts";

/** Finds in what a bundler threw the mistake of the user's that made it fail, and its place. */
export function explainBuildError(error: unknown): RivuletError {
  const chain = [...inside(error, 0)];
  const own = chain.find((found) => found instanceof CompileError);
  if (own !== undefined) return new CompileError(own.origin.code, own.origin.details, own.origin.place);
  const rivulet = chain.find((found) => found instanceof RivuletError);
  if (rivulet !== undefined) return rivulet;
  const missing = chain.map(missingExport).find((found) => found !== undefined);
  if (missing !== undefined) return missing;
  const problem = chain.map((found) => firstLine(found)).find((line) => line !== "") ?? String(error);
  const place = chain.map(placeOf).find((found) => found !== undefined);
  return place === undefined
    ? new RivuletError("RIVULET_BUILD_FAILED", { problem }, { cause: error })
    : new CompileError("RIVULET_BUILD_FAILED", { problem }, place);
}

/** A bundler gives the place in what it compiled: the user's own is where the name stands in an import. */
function missingExport(error: Error): CompileError | undefined {
  const name =
    (error as { code?: string }).code === "MISSING_EXPORT" ? /^"(.+)" is not exported by/.exec(firstLine(error))?.[1] : undefined;
  const file = placeOf(error)?.file;
  if (name === undefined || file === undefined) return undefined;
  const { program, place } = parseUserModule(file, readFileSync(file, "utf8"));
  for (const statement of program.body) {
    if (statement.type !== "ImportDeclaration") continue;
    const specifier = statement.specifiers.find((found) => importedName(found) === name);
    if (specifier === undefined) continue;
    const details = { importer: displayPath(file), name, specifier: statement.source.raw ?? statement.source.value };
    return new CompileError("RIVULET_EXPORT_MISSING", details, place(specifier.start));
  }
  return undefined;
}

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string | undefined {
  if (specifier.type === "ImportDefaultSpecifier") return "default";
  if (specifier.type === "ImportNamespaceSpecifier") return undefined;
  return specifier.imported.type === "Literal" ? specifier.imported.value : specifier.imported.name;
}

/** The errors inside an error, those that say most first. */
function* inside(error: unknown, depth: number): Generator<Error> {
  if (!(error instanceof Error) || depth > 5) return;
  if ("errors" in error && Array.isArray(error.errors)) for (const inner of error.errors) yield* inside(inner, depth + 1);
  yield* inside(error.cause, depth + 1);
  yield error;
}

function firstLine({ message }: Error): string {
  // oxlint-disable-next-line no-control-regex -- these are the colours' escape sequences
  const plain = message.replaceAll(/\u001b\[[0-9;]*m/g, "");
  const line = plain.split("\n").find((text) => text.trim() !== "" && !/^Build failed with/.test(text));
  return (line ?? "").replace(/^(\[[^\]]+\]\s*)+/, "").trim();
}

function placeOf(error: Error): Place | undefined {
  const { loc, id } = error as { loc?: { file?: string; line: number; column: number }; id?: string };
  const file = (loc?.file ?? id)?.replace(/\?.*$/, "");
  return loc === undefined || file === undefined ? undefined : { file, line: loc.line, column: loc.column + 1 };
}
