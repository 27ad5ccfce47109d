import { lazyModule } from "./lazy-module.ts";

const useTable = lazyModule(() => import("./emoji-table.ts").then((module) => module.emojiByName));

/** The emoji of a shortcode, from a table that is loaded when the first shortcode occurs; unknown names stay as written. */
export function Emoji({ name, raw }: { readonly name: string; readonly raw: string }) {
  const table = useTable();
  return table && Object.hasOwn(table, name) ? table[name] : raw;
}
