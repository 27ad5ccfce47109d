import { useId, useState, type ReactNode } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { ChevronGlyph } from "../elements/Glyphs.tsx";
import { Icon } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import styles from "./Expander.module.css";
import { Stack } from "./Stack.tsx";

/** A box that opens and closes. */
export function Expander({ props, ...element }: ElementProps<"expander">) {
  const { icon, icons } = props;
  return <ExpandingBox {...props} {...element} lead={icon ? <Icon icon={icon} icons={icons} /> : null} />;
}

interface ExpandingBoxProps extends Pick<ElementProps<"expander">, "childIds" | "renderChild" | "value" | "setValue"> {
  readonly label: string;
  /** Before the label. */
  readonly lead: ReactNode;
  readonly icons?: Readonly<Record<string, string>> | undefined;
  readonly expanded?: boolean | undefined;
  readonly kind?: "default" | "compact" | "step" | undefined;
}

/** What it holds is drawn when it is first opened, and kept. */
export function ExpandingBox(box: ExpandingBoxProps) {
  const { label, lead, icons, expanded = false, kind = "default", childIds, renderChild, value, setValue } = box;
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
        {lead}
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
