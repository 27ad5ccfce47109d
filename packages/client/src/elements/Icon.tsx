import { MaterialIcon } from "./markdown/MaterialIcon.tsx";
import styles from "./Icon.module.css";

interface IconProps {
  /** An emoji, `:material/name:` or "spinner". */
  readonly icon: string;
  readonly icons: Readonly<Record<string, string>> | undefined;
}

/** The icon of an element; decorative, since the label says what it means. */
export function Icon({ icon, icons }: IconProps) {
  if (icon === "spinner") return <Wheel />;
  const name = /^:material\/([a-z0-9_-]+):$/.exec(icon)?.[1];
  return (
    <span className={styles.icon} aria-hidden="true">
      {name === undefined ? icon : <MaterialIcon body={icons?.[name]} />}
    </span>
  );
}

/** Something is under way. */
export function Wheel() {
  return <span className={styles.wheel} aria-hidden="true" />;
}
