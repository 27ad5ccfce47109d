import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import { InlineMarkdown } from "./markdown/InlineMarkdown.tsx";
import { ScrollBox } from "./ScrollBox.tsx";
import styles from "./Table.module.css";

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
              {columns.map(({ align }, at) => (
                <td key={at} data-align={align}>
                  <InlineMarkdown body={cells[at]?.[row] ?? ""} icons={icons} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
