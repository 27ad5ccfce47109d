import { useRef } from "react";
import { elementText } from "../element-text.ts";
import { Tip } from "./Tip.tsx";
import styles from "./Tip.module.css";

interface HelpTipProps {
  readonly help: string;
  readonly icons: Readonly<Record<string, string>> | undefined;
  /** The id of what the help is about. */
  readonly about?: string | undefined;
}

/** The small "?" behind which an element's help is. */
export function HelpTip({ help, icons, about }: HelpTipProps) {
  const button = useRef<HTMLButtonElement>(null);
  return (
    <Tip body={help} icons={icons} className={styles.help} anchor={button}>
      {(tipId, toggle) => (
        <button
          ref={button}
          type="button"
          className={styles.button}
          aria-label={elementText.help}
          aria-describedby={tipId ?? about}
          onClick={toggle}
        >
          ?
        </button>
      )}
    </Tip>
  );
}
