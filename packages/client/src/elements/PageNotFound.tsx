import { pageHref } from "../page-meta.ts";
import { text } from "../text.ts";
import type { ElementProps } from "./element-props.ts";
import styles from "./PageNotFound.module.css";

/** Stands where no page is. */
export function PageNotFound({ props: { path } }: ElementProps<"pageNotFound">) {
  return (
    <div className={styles.box}>
      <h1>{text.notFound}</h1>
      <p>{text.noPageAt(readable(path))}</p>
      <p>
        <a href={pageHref({ path: "/", query: "" })} data-page="">
          {text.toStart}
        </a>
      </p>
    </div>
  );
}

function readable(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
