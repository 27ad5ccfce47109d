import type { Page } from "playwright-core";

/** One change of the document, as texts. */
export interface PageMutation {
  readonly type: MutationRecordType;
  /** The element that changed or whose children did, and the attribute. */
  readonly at: string;
  readonly added: readonly (string | null)[];
  readonly removed: readonly (string | null)[];
}

interface Watched {
  takeMutations?: () => PageMutation[];
}

/** Gathers from now on every change below `selector`, by default of the whole document. */
export async function watchMutations(page: Page, selector = "html"): Promise<void> {
  await page.evaluate((selected) => {
    const texts = (nodes: NodeList) => [...nodes].map((node) => node.textContent);
    const told = ({ type, target, attributeName, addedNodes, removedNodes }: MutationRecord): PageMutation => ({
      type,
      at: [target.nodeName, (target as Element).className, attributeName].filter(Boolean).join(" "),
      added: texts(addedNodes),
      removed: texts(removedNodes),
    });
    const seen: PageMutation[] = [];
    const gather = (records: MutationRecord[]) => void seen.push(...records.map(told));
    const observer = new MutationObserver(gather);
    observer.observe(document.querySelector(selected) as Element, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    (globalThis as Watched).takeMutations = () => {
      gather(observer.takeRecords());
      return seen.splice(0);
    };
  }, selector);
}

/** The changes since the last call. */
export function mutations(page: Page): Promise<PageMutation[]> {
  return page.evaluate(() => (globalThis as Watched).takeMutations?.() ?? []);
}
