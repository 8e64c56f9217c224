/** How Chromium is started for tests and benchmarks: WebGL 2 in software, so that every machine draws the same, and nothing that looks for a network. */
export const launchArguments: readonly string[] = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
