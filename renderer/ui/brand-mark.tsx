/** The sign of the program: a white A on ink with a cinnabar bar. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <rect x="1" y="1" width="22" height="22" rx="6" fill="var(--mantine-color-ink-7)" />
      <path d="M7 17.5 12 6.5l5 11" stroke="#fff" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
      <path d="M9.4 13.6h5.2" stroke="#e3937b" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
