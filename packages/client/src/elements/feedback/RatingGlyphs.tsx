import type { ReactNode } from "react";

function Glyph({ children }: { readonly children: ReactNode }) {
  return (
    <svg
      width="24"
      height="24"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A star; what is around it says whether it is filled. */
export function StarGlyph() {
  return (
    <Glyph>
      <path d="M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z" />
    </Glyph>
  );
}

/** A thumb that points up or down. */
export function ThumbGlyph({ down }: { readonly down: boolean }) {
  return (
    <Glyph>
      <g transform={down ? "rotate(180 12 12)" : undefined}>
        <path d="M8 11l3.4-6.6c.2-.4.6-.6 1-.6a1.9 1.9 0 0 1 1.9 2.2L13.8 9.5h4.4a2 2 0 0 1 2 2.4l-1.3 6.3a2 2 0 0 1-2 1.6H8z" />
        <path d="M8 11v8.8H5a1.3 1.3 0 0 1-1.3-1.3v-6.2A1.3 1.3 0 0 1 5 11z" />
      </g>
    </Glyph>
  );
}

const MOUTHS = [
  "M8.2 16.6c1-2 2.3-2.7 3.8-2.7s2.8.7 3.8 2.7",
  "M8.6 15.9c1-1 2.1-1.4 3.4-1.4s2.4.4 3.4 1.4",
  "M8.6 15.2h6.8",
  "M8.6 14.4c1 1 2.1 1.4 3.4 1.4s2.4-.4 3.4-1.4",
  "M7.9 13.8c.8 2.2 2.3 3.2 4.1 3.2s3.3-1 4.1-3.2z",
];

/** A face from 0, very unhappy, to 4, very happy. */
export function FaceGlyph({ mood }: { readonly mood: number }) {
  return (
    <Glyph>
      <circle cx="12" cy="12" r="8.8" />
      <path d="M9 9.4v.4M15 9.4v.4" />
      <path d={MOUTHS[mood]} />
    </Glyph>
  );
}
