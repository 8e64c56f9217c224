// What has to be settled before the app's own modules run; the content security policy allows no inline script for it.

// The theme, so that a light desk never flashes dark. The same rule as src/ui/theme.ts.
try {
  const theme = localStorage.getItem('swath.theme')
  document.documentElement.dataset.theme = theme === 'light' || theme === 'auto' ? theme : 'dark'
} catch {
  // Storage can be closed to us (private windows): the system's own setting stands.
}

// Zod tries `new Function` to compile its checks, as its first schema is made. The policy forbids it, and the try is reported.
globalThis.__zod_globalConfig = { jitless: true }
