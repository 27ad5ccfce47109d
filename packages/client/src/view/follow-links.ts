import type { BrowserHistory } from "../connection/browser-history.ts";
import { placeAt } from "../page-meta.ts";
import type { AppStore } from "../store/app-store.ts";

/**
 * Follows links to pages of the app without loading the document again: those of the app's own (`data-page`), and those in texts
 * that lead to a page which the app lists. A click with a modifier key is the browser's: it opens a tab.
 */
export function followLinks(browser: BrowserHistory, store: AppStore): void {
  const isListed = (path: string) => store.page.navigation?.sections.some(({ pages }) => pages.some((page) => page.path === path)) === true;
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
    if (!link || (link.target !== "" && link.target !== "_self") || link.hasAttribute("download")) return;
    const url = new URL(link.href);
    const place = url.hash === "" ? placeAt(url) : undefined;
    if (!place || !(link.dataset.page !== undefined || isListed(place.path))) return;
    event.preventDefault();
    browser.go(place);
  });
}
