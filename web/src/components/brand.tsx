/** The exchange's name, as everywhere. */
export const Brand = () => (
  <span className="brand">
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M12 2l8 3v6.200c0 5-3.300 8.800-8 10.800-4.700-2-8-5.800-8-10.800V5z" />
      <path d="M12 7.500v8M8 11.500h8" />
    </svg>
    <span>IPR&nbsp;CENcomm</span>
  </span>
);
