/** What the settings say. */
export const words = {
  title: 'Settings',
  pageTitle: 'Settings – Swath',
  appearance: 'Appearance',
  theme: 'Theme',
  themes: { dark: 'Dark', light: 'Light', auto: 'System' },
  themeMeaning: 'Remembered on this machine.',

  connection: 'Connection',
  service: 'Service',
  sandbox: 'Sandbox',
  live: 'Live',
  offline: 'Offline',
  asking: 'Connecting',
  address: 'Address',
  lastAnswer: 'Last answer',
  sandboxMeaning: 'The sandbox runs on this machine with computed imagery. Nothing here costs anything.',
  liveMeaning: 'Orders spend tokens. The access token stays in the gateway; no script of this page can read it.',

  project: 'Project',
  projectMeaning: 'Lists show this project; orders ask for one of their own.',
  allProjects: 'All projects',

  requests: 'Requests',
  requestsMeaning: 'What this page asked since it was opened, newest first. Kept in memory, without any token.',
  noRequests: 'Nothing was asked yet.',
  copyAs: (language: string) => `Copy as ${language}`,
  actionsFor: (request: string) => `Copy ${request}`,
  copied: (language: string) => `Copied as ${language}`,
  copyFailed: 'The browser refused to copy',
  shownOf: (shown: number, all: number) => (shown < all ? `newest ${shown} of ${all}` : String(all)),
}
