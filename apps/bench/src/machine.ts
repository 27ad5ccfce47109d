import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, totalmem, type as osName, release } from "node:os";
import { CHROMIUM } from "./browser.ts";

/** What measured, and on what. */
export interface Machine {
  readonly versions: Readonly<Record<string, string>>;
  readonly cores: number;
  readonly cpu: string;
  /** Gigabytes. */
  readonly memory: number;
  readonly system: string;
  /** Average of the last minute, before the first measurement: of an idle machine it is near 0. */
  readonly load: number;
}

export function describeMachine(peer: string | undefined): Machine {
  const manifest = createRequire(import.meta.url).resolve("rivulet/package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
  return {
    versions: { node: process.version, rivulet: version, chromium: chromiumVersion(), ...(peer !== undefined && { Streamlit: peer }) },
    cores: cpus().length,
    cpu: cpus()[0]?.model ?? "unknown",
    memory: Math.round(totalmem() / 1024 ** 3),
    system: `${osName()} ${release()}`,
    load: loadavg()[0] ?? 0,
  };
}

function chromiumVersion(): string {
  try {
    return execFileSync(CHROMIUM, ["--version"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "none";
  }
}
