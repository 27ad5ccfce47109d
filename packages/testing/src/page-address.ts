import type { PagePlace } from "@rivulet/protocol";
import { fileRoute } from "@rivulet/server/testing";

/** The place that a test names: an address ("/orders/7?tab=1"), or a page's file relative to the entry ("pages/about.ts"). */
export function placeOfPage(page: string, entry: string): PagePlace {
  if (!page.startsWith("/")) return { path: page === entry ? "/" : encodeURI(fileRoute(page).path), query: "" };
  const [path = "/", query = ""] = page.split("?", 2);
  return { path, query };
}
