import type { AppTestOptions } from "./app-test.ts";

export function queryOf({ queryParams = {} }: AppTestOptions): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(queryParams))
    for (const one of typeof value === "string" ? [value] : value) query.append(name, one);
  return query.toString();
}
