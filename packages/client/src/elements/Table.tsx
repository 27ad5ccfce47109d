import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import styles from "./Table.module.css";

/** Cells of so few characters are not broken: the table scrolls instead. */
const SHORT = 24;

/** A static table. Wider or taller than its place, it scrolls inside itself under its header. */
export function Table({ props }: ElementProps<"table">) {
  const { columns, cells, border = true, height, hideHeader = false, icons } = props;
  const rows = cells[0]?.length ?? 0;
  return (
    <ScrollBox
      label={elementText.table}
      className={styles.box}
      maxHeight={typeof height === "number" ? height : height === "stretch" ? "100%" : undefined}
      border={border === true ? "full" : border === false ? "none" : border}
    >
      <table className={styles.table}>
        {hideHeader ? null : (
          <thead>
            <tr>
              {columns.map(({ name, align }, at) => (
                <th key={at} scope="col" data-align={align}>
                  <InlineMarkdown body={name} icons={icons} />
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {Array.from({ length: rows }, (_, row) => (
            <tr key={row}>
              {columns.map(({ align }, at) => {
                const cell = cells[at]?.[row] ?? "";
                return (
                  <td key={at} data-align={align} data-short={cell.length <= SHORT || undefined}>
                    <InlineMarkdown body={cell} icons={icons} />
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
