import type { PropsOf } from "@rivulet/protocol";
import { useEffect, useRef } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { ScrollBox } from "../elements/ScrollBox.tsx";
import styles from "./Container.module.css";
import { gapLength } from "./gap.ts";
import stack from "./Stack.module.css";

/** A box of elements, below or beside one another. */
export function Container({ props, childIds, renderChild }: ElementProps<"container">) {
  const { height, horizontal = false, wrap = true, gap, autoscroll = false } = props;
  // A box of fixed height is seen to end: it has a border unless told not to.
  const border = props.border ?? typeof height === "number";
  const content = (
    <div
      className={`${horizontal ? stack.row : stack.stack} ${styles.content}`}
      data-wrap={horizontal ? wrap : undefined}
      style={{ gap: gapLength(gap), ...alignment(props) }}
    >
      {childIds.map(renderChild)}
    </div>
  );
  return (
    <div
      className={styles.box}
      data-border={border || undefined}
      data-stretch={height === "stretch" || undefined}
      style={{ height: typeof height === "number" ? height : undefined }}
    >
      {typeof height === "number" ? <Scrolled autoscroll={autoscroll}>{content}</Scrolled> : content}
    </div>
  );
}

const ALONG = {
  left: "flex-start",
  center: "center",
  right: "flex-end",
  top: "flex-start",
  bottom: "flex-end",
  distribute: "space-between",
} as const;
const ACROSS = {
  left: "flex-start",
  center: "center",
  right: "flex-end",
  top: "flex-start",
  bottom: "flex-end",
  distribute: "stretch",
} as const;

function alignment({ horizontal, horizontalAlignment, verticalAlignment }: PropsOf<"container">) {
  const [along, across] = horizontal ? [horizontalAlignment, verticalAlignment] : [verticalAlignment, horizontalAlignment];
  return { justifyContent: along && ALONG[along], alignItems: across && ACROSS[across] };
}

/** How near to the end, in pixels, counts as being there. */
const AT_END = 24;

/** A scrolling box; with `autoscroll` it follows what is added, unless the user has scrolled up. */
function Scrolled({ autoscroll, children }: { readonly autoscroll: boolean; readonly children: React.ReactElement }) {
  const inner = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const box = inner.current?.parentElement;
    if (!autoscroll || !inner.current || !box) return undefined;
    let atEnd = true;
    const onScroll = () => {
      atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < AT_END;
    };
    const observer = new ResizeObserver(() => {
      if (atEnd) box.scrollTop = box.scrollHeight;
    });
    observer.observe(inner.current);
    box.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener("scroll", onScroll);
    };
  }, [autoscroll]);
  return (
    <ScrollBox label={elementText.scrollable} className={styles.scroll}>
      <div ref={inner}>{children}</div>
    </ScrollBox>
  );
}
