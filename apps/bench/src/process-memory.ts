import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Kilobytes that a process and its children hold in memory. */
export function residentKilobytes(pid: number): number {
  if (process.platform === "linux") return family(pid).reduce((sum, member) => sum + vmRss(member), 0);
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }));
}

/** A process, its children, theirs and so on. */
function family(pid: number): number[] {
  const members = [pid];
  for (const member of members) {
    for (const task of orNothing(() => readdirSync(`/proc/${member}/task`))) {
      members.push(
        ...orNothing(() => readFileSync(`/proc/${member}/task/${task}/children`, "utf8").split(" "))
          .filter(Boolean)
          .map(Number),
      );
    }
  }
  return members;
}

function vmRss(pid: number): number {
  const [line] = orNothing(() => [readFileSync(`/proc/${pid}/status`, "utf8")]);
  return Number(/VmRSS:\s+(\d+)/.exec(line ?? "")?.[1] ?? 0);
}

/** Processes end while one looks at them. */
function orNothing(read: () => string[]): string[] {
  try {
    return read();
  } catch {
    return [];
  }
}
