import { useId } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./Feedback.module.css";
import { FaceGlyph, StarGlyph, ThumbGlyph } from "./feedback/RatingGlyphs.tsx";
import { Input } from "./widget/Input.tsx";
import { OptionalField } from "./widget/OptionalField.tsx";

/** Up is what comes first in the reading. */
const ORDER = { thumbs: [1, 0], faces: [0, 1, 2, 3, 4], stars: [0, 1, 2, 3, 4] } as const;

/** A rating by thumbs, faces or stars. Pressed again, it is taken back. */
export function Feedback({ props, value, setValue }: ElementProps<"feedback">) {
  const { scale, disabled } = props;
  const id = useId();
  return (
    <OptionalField props={props} labelId={`${id}label`} fallback={elementText.feedback}>
      {(name) => (
        <div className={styles.scale} role="radiogroup" {...name} aria-disabled={disabled}>
          {ORDER[scale].map((rating) => (
            <label
              key={rating}
              className={styles.rating}
              data-scale={scale}
              data-on={(scale === "stars" ? value !== null && rating <= value : rating === value) || undefined}
            >
              <Input
                type="radio"
                name={id}
                className={styles.input}
                value={rating}
                checked={rating === value}
                disabled={disabled}
                aria-label={elementText[scale][rating]}
                onChange={ignored}
                // A click is the only sign of a press on what is checked already.
                onClick={() => setValue(rating === value ? null : rating)}
              />
              {scale === "stars" ? <StarGlyph /> : scale === "faces" ? <FaceGlyph mood={rating} /> : <ThumbGlyph down={rating === 0} />}
            </label>
          ))}
        </div>
      )}
    </OptionalField>
  );
}

/** The click says it all, but React wants to be told who follows the change. */
function ignored(): void {}
