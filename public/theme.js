// Before the first paint, so that a light desk never flashes dark. The same rule as src/ui/theme.ts.
try {
  const theme = localStorage.getItem('theme')
  document.documentElement.dataset.theme = theme === 'light' || theme === 'auto' ? theme : 'dark'
} catch {
  // Storage can be closed to us (private windows): the system's own setting stands.
}
