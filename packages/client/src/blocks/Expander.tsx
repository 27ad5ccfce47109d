import { useId, useState } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { ChevronGlyph } from "../elements/Glyphs.tsx";
import { Icon } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import styles from "./Expander.module.css";
import { Stack } from "./Stack.tsx";

/** A box that opens and closes. What it holds is drawn when it is first opened, and kept. */
export function Expander({ props, childIds, renderChild, value, setValue }: ElementProps<"expander">) {
  const { label, icon, icons, expanded = false, kind = "default" } = props;
  const id = useId();
  const [local, setLocal] = useState({ expanded, open: expanded });
  // A page that changes its mind about `expanded` means the box as it is now.
  if (local.expanded !== expanded) setLocal({ expanded, open: expanded });
  const open = setValue ? (value ?? expanded) : local.open;
  const [drawn, setDrawn] = useState(open);
  if (open && !drawn) setDrawn(true);
  const toggle = () => (setValue ? setValue(!open) : setLocal({ expanded, open: !open }));
  return (
    <div className={styles.expander} data-kind={kind} data-open={open || undefined}>
      <button
        type="button"
        id={`${id}label`}
        className={styles.head}
        aria-expanded={open}
        aria-controls={drawn ? id : undefined}
        onClick={toggle}
      >
        <span className={styles.chevron}>
          <ChevronGlyph />
        </span>
        {icon ? <Icon icon={icon} icons={icons} /> : null}
        <span className={styles.label}>
          <InlineMarkdown body={label} icons={icons} links={false} />
        </span>
      </button>
      {drawn ? (
        <div id={id} className={styles.body} hidden={!open} role="group" aria-labelledby={`${id}label`}>
          <Stack childIds={childIds} renderChild={renderChild} />
        </div>
      ) : null}
    </div>
  );
}
