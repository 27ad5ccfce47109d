import { useEffect, useState } from "react";
import type { ElementProps } from "../elements/element-props.ts";
import { elementText } from "../elements/element-text.ts";
import { Wheel } from "../elements/Icon.tsx";
import { InlineMarkdown } from "../elements/markdown/InlineMarkdown.tsx";
import styles from "./Spinner.module.css";
import { Stack } from "./Stack.tsx";

/** Says that its body runs, above what the body has written so far. Once it is done only that is left. */
export function Spinner({ props, childIds, renderChild }: ElementProps<"spinner">) {
  const { text, showTime = false, active, icons } = props;
  if (!active && childIds.length === 0) return null;
  return (
    <>
      {active ? (
        <div className={styles.line} role="status">
          <Wheel />
          <span>
            <InlineMarkdown body={text} icons={icons} />
          </span>
          {showTime ? <Elapsed /> : null}
        </div>
      ) : null}
      {childIds.length === 0 ? null : <Stack childIds={childIds} renderChild={renderChild} />}
    </>
  );
}

/** Seconds since it appeared; not announced, or a screen reader would never stop. */
function Elapsed() {
  const [start] = useState(() => performance.now());
  const [now, setNow] = useState(start);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 100);
    return () => clearInterval(timer);
  }, []);
  return (
    <span className={styles.time} aria-hidden="true">
      {elementText.seconds((now - start) / 1000)}
    </span>
  );
}
