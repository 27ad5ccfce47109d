import type { ReactNode } from "react";

function glyph(children: ReactNode) {
  return function Glyph({ size = 16 }: { readonly size?: number }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 16 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        {children}
      </svg>
    );
  };
}

/** The few signs of the controls themselves, drawn on one 16 px grid. */
export const ChevronGlyph = glyph(<path d="M4 6l4 4 4-4" />);
export const CrossGlyph = glyph(<path d="M4.5 4.5l7 7m0-7l-7 7" />);
export const CheckGlyph = glyph(<path d="M3.5 8.5l3 3 6-7" />);
export const CopyGlyph = glyph(
  <>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 5.5v-1.5a1.5 1.5 0 0 0-1.5-1.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
  </>,
);
export const LinkGlyph = glyph(<path d="M6.5 9.5l3-3M7 4.5l1.3-1.3a3 3 0 0 1 4.5 4.5L11.5 9M9 11.5l-1.3 1.3a3 3 0 0 1-4.5-4.5L4.5 7" />);
export const PlusGlyph = glyph(<path d="M8 3.5v9M3.5 8h9" />);
export const MinusGlyph = glyph(<path d="M3.5 8h9" />);
export const ArrowUpGlyph = glyph(<path d="M8 13V3.5M4 7l4-4 4 4" />);
export const ArrowDownGlyph = glyph(<path d="M8 3v9.5M4 9l4 4 4-4" />);
export const SuccessGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6.25" />
    <path d="M5.25 8.25l2 2 3.5-4" />
  </>,
);
export const InfoGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6.25" />
    <path d="M8 7.5v3.25M8 5.1v.1" />
  </>,
);
export const WarningGlyph = glyph(
  <>
    <path d="M7.1 2.6L1.7 12a1 1 0 0 0 .9 1.5h10.8a1 1 0 0 0 .9-1.5L8.9 2.6a1 1 0 0 0-1.8 0z" />
    <path d="M8 6.25v3M8 11.2v.1" />
  </>,
);
export const ErrorGlyph = glyph(
  <>
    <circle cx="8" cy="8" r="6.25" />
    <path d="M8 5v3.5M8 10.9v.1" />
  </>,
);
export const EyeGlyph = glyph(
  <>
    <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8z" />
    <circle cx="8" cy="8" r="2" />
  </>,
);
export const EnvelopeGlyph = glyph(
  <>
    <rect x="1.75" y="3.25" width="12.5" height="9.5" rx="1.5" />
    <path d="M2 4.5l6 4.5 6-4.5" />
  </>,
);
export const SearchGlyph = glyph(
  <>
    <circle cx="7" cy="7" r="4.25" />
    <path d="M10.25 10.25L13.5 13.5" />
  </>,
);
export const PhoneGlyph = glyph(
  <path d="M5.6 2.5H3.5a1 1 0 0 0-1 1.1 11 11 0 0 0 9.9 9.9 1 1 0 0 0 1.1-1v-2.1l-2.7-1.2-1.3 1.5a9 9 0 0 1-3.9-3.9l1.5-1.3z" />,
);
