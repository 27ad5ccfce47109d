import styles from "./Divider.module.css";

/** A horizontal rule. */
export function Divider() {
  return <hr className={styles.divider} />;
}
