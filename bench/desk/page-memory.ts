import { readFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

/**
 * What the page's own process holds, in megabytes (10^6): its private and shared resident memory after a collection. Null
 * where there is no /proc to ask.
 */
export async function pageMemoryMb(browser: Browser, page: Page): Promise<number | null> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const ofBrowser = await browser.newBrowserCDPSession()
  const { processInfo } = await ofBrowser.send('SystemInfo.getProcessInfo')
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMb(id))
  // One page is open at a time; a spare renderer that waits for the next one is smaller.
  return sizes.includes(null) || sizes.length === 0 ? null : Math.max(...(sizes as number[]))
}

function residentMb(pid: number): number | null {
  try {
    const line = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? (Number(line[1]) * 1024) / 1e6 : null
  } catch {
    return null
  }
}
