// Before the first paint, so that a light desk never flashes dark. Read again by src/app/theme.ts.
try {
  const theme = localStorage.getItem('swath.theme')
  if (theme === 'dark' || theme === 'light') document.documentElement.dataset.theme = theme
} catch {
  // Storage can be closed to us (private windows): the system's own setting stands.
}
