import { type Logger, pino } from "pino";

export type { Logger } from "pino";
export type LogLevel = "silent" | "error" | "warn" | "info" | "debug";

/** The server's log on stderr: one readable line each in dev, JSON otherwise. */
export function createLog(level: LogLevel, dev: boolean): Logger {
  const base = { level, base: null };
  if (!dev) return pino(base, pino.destination({ fd: 2, sync: true }));
  return pino({ ...base, formatters: { level: (label) => ({ level: label }) } }, { write: (line) => process.stderr.write(readable(line)) });
}

function readable(line: string): string {
  const { level, msg, page, err } = JSON.parse(line) as { level: string; msg: string; page?: string; err?: { stack?: string } };
  const prefix = level === "info" ? "" : `${level}: `;
  return `${prefix}${page ? `[${page}] ` : ""}${msg}${err?.stack ? `\n${err.stack}` : ""}\n`;
}
