/** Shows what the address's `#anchor` names once the page is first idle: when the browser looked for it, nothing was there yet. */
export function scrollToHash(root: HTMLElement): void {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name === "") return;
  const observer = new MutationObserver(() => {
    if (root.dataset.rivuletState !== "idle") return;
    observer.disconnect();
    document.getElementById(name)?.scrollIntoView();
  });
  observer.observe(root, { attributeFilter: ["data-rivulet-state"] });
}
