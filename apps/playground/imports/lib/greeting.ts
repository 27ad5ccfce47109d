/** Greets by name; pages reach this module through an alias of tsconfig.json. */
export function greeting(name: string): string {
  return `hello, ${name}`;
}
