import type { PageEffect } from "@rivulet/protocol";
import styles from "./sky.module.css";

const COUNTS = { balloons: 24, snow: 90 } as const satisfies Record<PageEffect, number>;
/** Of the theme: chips and charts have them too. */
const COLOURS = ["#4f46e5", "#0d9488", "#d97706", "#db2777", "#2563eb", "#65a30d", "#dc2626", "#9333ea"];

/** Fills a layer over the page with what moves once, and takes it away when nothing does any more. It is to be seen only. */
export function fill(effect: PageEffect): void {
  const sky = document.createElement("div");
  sky.className = styles.sky ?? "";
  sky.dataset.effect = effect;
  sky.ariaHidden = "true";
  sky.popover = "manual";
  for (let n = 0; n < COUNTS[effect]; n++) sky.append(effect === "balloons" ? balloon(n) : flake());
  document.body.append(sky);
  // Above dialogs, too.
  sky.showPopover();
  const moving = sky.getAnimations({ subtree: true }).map(({ finished }) => finished);
  void Promise.allSettled(moving).then(() => sky.remove());
}

function balloon(n: number): HTMLElement {
  return piece(styles.balloon, {
    colour: COLOURS[n % COLOURS.length] ?? "",
    x: `${between(2, 94)}vw`,
    sway: `${between(-6, 6)}vw`,
    size: `${between(2.5, 4)}rem`,
    delay: `${between(0, 900)}ms`,
    time: `${between(2600, 4200)}ms`,
  });
}

function flake(): HTMLElement {
  return piece(styles.flake, {
    x: `${between(0, 100)}vw`,
    sway: `${between(-8, 8)}vw`,
    size: `${between(0.25, 0.75)}rem`,
    delay: `${between(0, 2500)}ms`,
    time: `${between(3000, 5500)}ms`,
  });
}

function piece(className: string | undefined, values: Readonly<Record<string, string>>): HTMLElement {
  const span = document.createElement("span");
  span.className = className ?? "";
  for (const [name, value] of Object.entries(values)) span.style.setProperty(`--${name}`, value);
  return span;
}

function between(low: number, high: number): number {
  return low + Math.random() * (high - low);
}
