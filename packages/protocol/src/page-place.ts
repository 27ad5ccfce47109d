/** Where a session is: what the browser's address bar names below the server's base. */
export interface PagePlace {
  /** As in the address bar, percent-encoded; begins with a slash. "/" is the default page. */
  readonly path: string;
  /** Without the question mark. */
  readonly query: string;
}

export function samePlace(a: PagePlace, b: PagePlace): boolean {
  return a.path === b.path && a.query === b.query;
}
