import { join } from "node:path";
import { fileURLToPath } from "node:url";

export interface StackFrame {
  readonly name: string | undefined;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** The folder of this file's package, whether it runs from its source, built, or as part of a bundle. */
const OWN_PACKAGE = import.meta.url.replace(/^(.*)\/(dist|src)\/.*$/, "$1");

/** Where rivulet's own packages keep their code: beside the one that this file belongs to. */
const OWN_FOLDERS = ["server", "protocol", "rivulet", "testing"].flatMap((name) => {
  const packages = fileURLToPath(new URL(".", OWN_PACKAGE));
  return [join(packages, name, "dist/"), join(packages, name, "src/")];
});

const FRAME = /^\s*at (?:async )?(?:(.+?) \()?((?:file:\/\/|\/|[A-Za-z]:[\\/]).+?):(\d+):(\d+)\)?$/;

/** The name of the function that a page's body becomes. */
const PAGE = "__rivulet_page";

/**
 * The frames of a stack that are in the user's own modules, innermost first; none of rivulet, of packages or of Node, and none
 * beyond the page, which is where his code begins.
 */
export function userFrames(stack: string): readonly StackFrame[] {
  const frames: StackFrame[] = [];
  for (const text of stack.split("\n")) {
    const match = FRAME.exec(text);
    if (match === null) continue;
    const file = pathOf(match[2] ?? "");
    if (isUserFile(file)) frames.push({ name: nameOf(match[1]), file, line: Number(match[3]), column: Number(match[4]) });
    if (match[1]?.startsWith(PAGE)) break;
  }
  return frames;
}

function isUserFile(file: string): boolean {
  return !/[\\/]node_modules[\\/]/.test(file) && !OWN_FOLDERS.some((folder) => file.startsWith(folder));
}

function pathOf(place: string): string {
  const path = place.replace(/\?[^?]*$/, "");
  return path.startsWith("file://") ? fileURLToPath(path) : path;
}

/** The page's body is a function only to us; what Node puts around a name says nothing to the user. */
function nameOf(name: string | undefined): string | undefined {
  if (name?.startsWith(PAGE)) return "page";
  const plain = name?.replace(/^(new |Object\.|Module\.|Proxy\.)+/, "").replace(/ \[as .+\]$/, "");
  return plain === undefined || plain === "" || plain === "<anonymous>" || plain === "eval" ? undefined : plain;
}
