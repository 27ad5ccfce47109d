import DOMPurify from "dompurify";
import { useMemo } from "react";
import type { ElementProps } from "./element-props.ts";
import styles from "./Html.module.css";

/** The page's own HTML without scripts, event handlers, style sheets and forms that leave the page. */
export function Html({ props }: ElementProps<"html">) {
  const { body } = props;
  const html = useMemo(() => ({ __html: sanitise(body) }), [body]);
  return <div className={styles.html} dangerouslySetInnerHTML={html} />;
}

const purifier = DOMPurify(window);
purifier.addHook("afterSanitizeAttributes", (node) => {
  // A page that is opened beside this one must not reach back into it.
  if (node.hasAttribute("target")) node.setAttribute("rel", "noopener noreferrer");
});

function sanitise(body: string): string {
  return purifier.sanitize(body, {
    USE_PROFILES: { html: true, svg: true, svgFilters: true, mathMl: true },
    FORBID_TAGS: ["style", "form"],
    ADD_ATTR: ["target"],
  });
}
