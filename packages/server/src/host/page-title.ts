import { type AppPages, fileRoutes, findRoute } from "../thread/page-routes.ts";

/** What the browser's tab says until the page says more; undefined where no page is. */
export function pageTitleAt({ ids, navigates }: AppPages, path: string): string | undefined {
  const route = findRoute(fileRoutes(ids), path)?.route;
  if (route !== undefined) return route.title;
  if (!isDecodable(path)) return undefined;
  // Only its entry knows what pages an app has that navigates by itself.
  return navigates && !path.startsWith("/_rivulet/") ? fileRoutes(ids)[0]?.title : undefined;
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
