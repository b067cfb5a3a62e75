/** Drawn on 24 by 24, with lines of the text's colour. */
const drawings = {
  inbox: "M4 13v5a2 2 0 002 2h12a2 2 0 002-2v-5M4 13l2.500-8h11L20 13M4 13h4.500l1.500 3h4l1.500-3H20",
  alerts: "M12 4l9 16H3zM12 10v4M12 17v.010",
  notifications: "M6 16V11a6 6 0 1112 0v5l1.500 2h-15zM10 20.500a2.200 2.200 0 004 0",
  people:
    "M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2.500 20a6.500 6.500 0 0113 0M16 4.500a3.500 3.500 0 010 6.500M18 14a6 6 0 013.500 6",
  directory:
    "M6 4h12v16H6zM9 15.500a3 3 0 016 0M12 11.500a1.750 1.750 0 100-3.500 1.750 1.750 0 000 3.500M4 8h2M4 12h2M4 16h2",
  groups: "M12 12a3 3 0 100-6 3 3 0 000 6zM12 3a9 9 0 100 18 9 9 0 000-18zM6 18.500a6.500 6.500 0 0112 0",
  secretariat: "M3 20h18M5 20V9M10 20V9M14 20V9M19 20V9M3 9l9-5 9 5z",
  audit: "M6 3h9l4 4v14H6zM15 3v4h4M9 13l2.500 2.500L16 11",
  more: "M5 12h.010M12 12h.010M19 12h.010",
} as const;

export type IconName = keyof typeof drawings;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={drawings[name]} />
  </svg>
);
