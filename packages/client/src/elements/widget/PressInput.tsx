import { useRef } from "react";
import { Input } from "./Input.tsx";
import styles from "./PressInput.module.css";

interface PressInputProps {
  readonly type: "checkbox" | "radio";
  readonly name: string;
  readonly value: string | number;
  readonly checked: boolean;
  readonly disabled: boolean | undefined;
  /** The name where there is no label's text. */
  readonly label: string | undefined;
  /** The option was chosen, or what is chosen was pressed again. */
  readonly onPress: () => void;
}

/**
 * A native radio or checkbox, unseen over the whole of its label: it brings role, keys and focus. It tells of each press, while a radio
 * alone says nothing of one on what is checked already.
 */
export function PressInput({ label, onPress, ...input }: PressInputProps) {
  const again = useRef(false);
  return (
    <Input
      {...input}
      className={styles.input}
      aria-label={label}
      // Arrow keys click too.
      onClick={onPress}
      onChange={ignored}
      // Not every browser makes a click of the space bar on a checked radio.
      onKeyDown={(event) => {
        again.current = event.key === " " && input.type === "radio" && input.checked;
      }}
      onKeyUp={(event) => {
        if (event.key !== " " || !again.current) return;
        again.current = false;
        event.preventDefault();
        onPress();
      }}
    />
  );
}

/** The click says it all, but React wants to be told who follows the change. */
function ignored(): void {}
