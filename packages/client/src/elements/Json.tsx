import { useMemo } from "react";
import { JsonView } from "react-json-view-lite";
import { CopyButton } from "./CopyButton.tsx";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./Json.module.css";

/** A JSON tree that opens and closes; text that is not JSON is shown as it is. */
export function Json({ props }: ElementProps<"json">) {
  const { body, expanded = true } = props;
  const parsed = useMemo(() => parse(body), [body]);
  const opens = useMemo(() => (level: number) => (typeof expanded === "boolean" ? expanded : level < expanded), [expanded]);
  return (
    <div className={styles.json}>
      {parsed === undefined ? (
        <pre className={styles.raw}>{body}</pre>
      ) : parsed.leaf ? (
        <Leaf value={parsed.value} />
      ) : (
        <JsonView
          data={parsed.value as object}
          shouldExpandNode={opens}
          clickToExpandNode
          style={{ ...LOOK, ariaLables: { collapseJson: elementText.close, expandJson: elementText.open } }}
          aria-label="JSON"
        />
      )}
      <div className={styles.tools}>
        <CopyButton text={() => (parsed === undefined ? body : JSON.stringify(parsed.value, undefined, 2))} />
      </div>
    </div>
  );
}

const LOOK = {
  container: styles.tree ?? "",
  basicChildStyle: styles.child ?? "",
  childFieldsContainer: styles.children ?? "",
  label: styles.label ?? "",
  clickableLabel: styles.label ?? "",
  nullValue: styles.nothing ?? "",
  undefinedValue: styles.nothing ?? "",
  stringValue: styles.string ?? "",
  booleanValue: styles.literal ?? "",
  numberValue: styles.number ?? "",
  otherValue: styles.nothing ?? "",
  punctuation: styles.punctuation ?? "",
  expandIcon: styles.expand ?? "",
  collapseIcon: styles.collapse ?? "",
  collapsedContent: styles.collapsed ?? "",
  noQuotesForStringValues: false,
  quotesForFieldNames: false,
  stringifyStringValues: true,
};

function parse(body: string): { readonly value: unknown; readonly leaf: boolean } | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return { value, leaf: value === null || typeof value !== "object" };
  } catch {
    return undefined;
  }
}

function Leaf({ value }: { readonly value: unknown }) {
  const look = typeof value === "string" ? styles.string : typeof value === "number" ? styles.number : styles.literal;
  return (
    <pre className={styles.raw}>
      <span className={look}>{JSON.stringify(value)}</span>
    </pre>
  );
}
