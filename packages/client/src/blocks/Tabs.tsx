import { optionIds } from "@rivulet/protocol";
import { useId, useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import { isFromRight } from "../i18n/is-from-right.ts";
import { openTab } from "./open-tab.ts";
import styles from "./Tabs.module.css";

/** Tabs by the ARIA pattern: one stop for Tab, arrows move and open. A tab's content is drawn when it is first opened, and kept. */
export function Tabs({ props, childIds, renderChild, value, setValue }: ElementProps<"tabs">) {
  const { labels, height, initial, icons } = props;
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => optionIds(labels), [labels]);
  const [local, setLocal] = useState<string>();
  const open = openTab(ids, labels, { chosen: setValue ? value : local, initial });
  const [drawn, setDrawn] = useState<ReadonlySet<string>>(new Set());
  if (open !== undefined && !drawn.has(open)) setDrawn(new Set([...drawn, open]));
  const choose = (tab: string) => {
    if (tab === open) return;
    if (setValue) setValue(tab);
    else setLocal(tab);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = open === undefined ? -1 : ids.indexOf(open);
    const forth = isFromRight(event.currentTarget) ? -1 : 1;
    const to = { ArrowRight: at + forth, ArrowLeft: at - forth, Home: 0, End: ids.length - 1 }[event.key];
    const tab = to === undefined ? undefined : ids[(to + ids.length) % ids.length];
    if (tab === undefined) return;
    event.preventDefault();
    choose(tab);
    list.current?.querySelectorAll<HTMLButtonElement>("[role=tab]")[ids.indexOf(tab)]?.focus();
  };
  return (
    <div
      className={styles.tabs}
      data-stretch={height === "stretch" || undefined}
      style={{ height: typeof height === "number" ? height : undefined }}
    >
      <div ref={list} className={styles.list} role="tablist" onKeyDown={onKeyDown}>
        {ids.map((tab, at) => (
          <button
            key={tab}
            type="button"
            id={`${id}tab${at}`}
            role="tab"
            className={styles.tab}
            aria-selected={tab === open}
            aria-controls={drawn.has(tab) ? `${id}panel${at}` : undefined}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => choose(tab)}
          >
            <InlineMarkdown body={labels[at] ?? ""} icons={icons} links={false} />
          </button>
        ))}
      </div>
      {ids.map((tab, at) => {
        const child = childIds[at];
        if (child === undefined || !(drawn.has(tab) || tab === open)) return null;
        return (
          <div
            key={tab}
            id={`${id}panel${at}`}
            role="tabpanel"
            className={styles.panel}
            aria-labelledby={`${id}tab${at}`}
            tabIndex={0}
            hidden={tab !== open}
            data-scrolls={height !== undefined && height !== "content" ? true : undefined}
          >
            {renderChild(child)}
          </div>
        );
      })}
    </div>
  );
}
