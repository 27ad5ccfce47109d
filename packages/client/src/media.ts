import { pageMeta } from "./page-meta.ts";

/** The address of what the server keeps for this page under an id. */
export function mediaUrl(id: string): string {
  return `${pageMeta().base}_rivulet/media/${id}`;
}

/** Has the browser fetch a file and save it. It streams: nothing of it passes through the page. */
export function saveFile(id: string, name: string): void {
  const link = document.createElement("a");
  link.href = mediaUrl(id);
  link.download = name;
  link.click();
}
