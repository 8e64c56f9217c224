/** The mark, as in public/favicon.svg: three swaths in the colours of viridis. */
export function SwathMark() {
  return (
    <svg width="24" height="24" viewBox="3 4 26 26" fill="none" strokeWidth="3" strokeLinecap="round" aria-hidden>
      <path d="M6 17 26 7" stroke="#21918c" />
      <path d="M6 22 26 12" stroke="#3b6fb0" />
      <path d="M6 27 26 17" stroke="#5ec962" />
    </svg>
  )
}
