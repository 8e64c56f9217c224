export { expect, test } from '../fixtures.ts'
export type { Download, Locator, Page, Server } from '../fixtures.ts'
