import { readFileSync, writeFileSync } from 'node:fs'
import type { Browser, Page } from '@playwright/test'

/**
 * What the page's own process holds, in megabytes (10^6): its private and shared resident memory after a collection. Null
 * where there is no /proc to ask.
 */
export async function pageMemoryMb(browser: Browser, page: Page): Promise<number | null> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  const pid = await largestRenderer(browser)
  return pid === null ? null : statusMb(pid, 'VmRSS')
}

/**
 * The most that a page's process holds at any moment while something is done, in megabytes (10^6), as the kernel counts it.
 * Null where there is no /proc to ask.
 */
export async function peakMemoryMb(browser: Browser, run: () => Promise<unknown>): Promise<number | null> {
  const pid = await largestRenderer(browser)
  if (pid === null) return null
  writeFileSync(`/proc/${pid}/clear_refs`, resetPeak)
  await run()
  return statusMb(pid, 'VmHWM')
}

/** proc(5): sets the peak back to what is held now. */
const resetPeak = '5'

/** One page is open at a time; a spare renderer that waits for the next one is smaller. */
async function largestRenderer(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => {
      const size = statusMb(id, 'VmRSS')
      return size === null ? [] : [{ id, size }]
    })
  return sizes.toSorted((a, b) => b.size - a.size)[0]?.id ?? null
}

function statusMb(pid: number, what: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const line = new RegExp(`^${what}:\\s+(\\d+) kB`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return line ? (Number(line[1]) * 1024) / 1e6 : null
  } catch {
    return null
  }
}
