import type { NodeId } from "@rivulet/protocol";
import type { ReactNode } from "react";
import styles from "./Stack.module.css";

interface StackProps {
  readonly childIds: readonly NodeId[];
  readonly renderChild: (id: NodeId) => ReactNode;
}

/** Elements below one another, in the page's rhythm. */
export function Stack({ childIds, renderChild }: StackProps) {
  return <div className={styles.stack}>{childIds.map(renderChild)}</div>;
}
