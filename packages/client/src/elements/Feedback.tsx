import { useId } from "react";
import type { ElementProps } from "./element-props.ts";
import { elementText } from "./element-text.ts";
import styles from "./Feedback.module.css";
import { FaceGlyph, StarGlyph, ThumbGlyph } from "./feedback/RatingGlyphs.tsx";
import { OptionalField } from "./widget/OptionalField.tsx";
import { PressInput } from "./widget/PressInput.tsx";

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
              <PressInput
                type="radio"
                name={id}
                value={rating}
                checked={rating === value}
                disabled={disabled}
                label={elementText[scale][rating]}
                onPress={() => setValue(rating === value ? null : rating)}
              />
              {scale === "stars" ? <StarGlyph /> : scale === "faces" ? <FaceGlyph mood={rating} /> : <ThumbGlyph down={rating === 0} />}
            </label>
          ))}
        </div>
      )}
    </OptionalField>
  );
}
