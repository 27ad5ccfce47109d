// The repository's own type check reads one tsconfig for all apps; the alias is in this folder's.
declare module "@imports/greeting" {
  export { greeting } from "./lib/greeting.ts";
}
