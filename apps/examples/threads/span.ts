/** How the pages show from when to when a thread ran. */
export function span({ start, end }: { readonly start: number; readonly end: number }): string {
  return `start: ${time(start)}, end: ${time(end)}`;
}

function time(ms: number): string {
  return new Date(ms).toISOString().slice(11, 23);
}
