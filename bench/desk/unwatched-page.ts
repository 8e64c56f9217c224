import type { Browser, CDPSession } from '@playwright/test'

/** A page that nothing but its own code and what is evaluated in it can make larger. */
export type UnwatchedPage = {
  /** What an expression, or the promise it gives, comes to. */
  evaluate: (expression: string) => Promise<unknown>
  close: () => Promise<void>
}

/**
 * A page in a browser context that Playwright does not know. In its own pages it follows the network, for which the renderer
 * keeps up to 200 MB of what a page has fetched: as much as the page itself holds.
 */
export async function openUnwatched(browser: Browser, url: string): Promise<UnwatchedPage> {
  const session = await browser.newBrowserCDPSession()
  const { browserContextId } = await session.send('Target.createBrowserContext')
  const { targetId } = await session.send('Target.createTarget', { url, browserContextId, width: 1000, height: 1000 })
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false })
  let next = 1
  return {
    evaluate: (expression) => ask(session, sessionId, next++, expression),
    close: async () => void (await session.send('Target.disposeBrowserContext', { browserContextId })),
  }
}

type Reply = { id?: number; result?: { result: { value?: unknown }; exceptionDetails?: { text: string } } }

async function ask(session: CDPSession, sessionId: string, id: number, expression: string): Promise<unknown> {
  const params = { expression, awaitPromise: true, returnByValue: true }
  const answer = new Promise<Reply>((resolve) => {
    const hear = ({ message }: { message: string }) => {
      const reply = JSON.parse(message) as Reply
      if (reply.id !== id) return
      session.off('Target.receivedMessageFromTarget', hear)
      resolve(reply)
    }
    session.on('Target.receivedMessageFromTarget', hear)
  })
  const message = JSON.stringify({ id, method: 'Runtime.evaluate', params })
  await session.send('Target.sendMessageToTarget', { sessionId, message })
  const { result } = await answer
  if (!result || result.exceptionDetails) throw new Error(`${expression}: ${result?.exceptionDetails?.text}`)
  return result.result.value
}
