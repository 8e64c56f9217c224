// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import { ApiError, NetworkError } from '#src/api/errors.ts'
import { memoryStorage } from '#src/kept/memory-storage.ts'
import { createSendGuard } from './send-guard.ts'
import { useSendOnce } from './use-send-once.ts'

afterEach(cleanup)

/** A service that takes what is sent into its list, and answers as the test says. */
function setup({ storage = memoryStorage(), list = [] as string[] } = {}) {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const guard = createSendGuard<readonly string[]>('tests', () => storage)
  const seen = { list, sent: [] as string[], done: 0, opened: [] as (string | null)[] }
  const answers: { resolve: (id: string) => void; reject: (error: Error) => void }[] = []
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
  )
  const hook = renderHook(
    () =>
      useSendOnce({
        guard,
        subject: 'lakes',
        remember: () => [...seen.list],
        send: (request: string) => {
          seen.sent.push(request)
          return new Promise<string>((resolve, reject) => answers.push({ resolve, reject }))
        },
        list: { queryKey: ['list'], queryFn: () => Promise.resolve([...seen.list]) },
        find: (now, before) => now.find((id) => !before.includes(id)),
        stale: ['list'],
        onDone: () => seen.done++,
        onOpen: (id) => seen.opened.push(id),
      }),
    { wrapper },
  )
  const send = async (request: string) => {
    await act(async () => hook.result.current.send(request))
  }
  return { seen, hook, send, storage, answer: answers }
}

test('two presses send once, and its answer opens what came of it', async () => {
  const { seen, hook, send, answer } = setup()
  await send('one')
  await send('two')
  expect(seen.sent).toEqual(['one'])
  expect(hook.result.current.isSending).toBe(true)
  await act(async () => answer[0]!.resolve('job'))
  expect(seen).toMatchObject({ done: 1, opened: ['job'] })
  expect(hook.result.current).toMatchObject({ isSending: false, unknown: null, error: null })
})

test('a refusal may be sent again at once', async () => {
  const { seen, hook, send, answer } = setup()
  await send('one')
  await act(async () => answer[0]!.reject(new ApiError('createJob', 400, 'BAD_REQUEST', 'no', null)))
  await waitFor(() =>
    expect(hook.result.current).toMatchObject({ isSending: false, unknown: null, error: { message: 'no' } }),
  )
  await send('two')
  expect(seen.sent).toEqual(['one', 'two'])
})

test.each([new NetworkError('gone'), new ApiError('createJob', 502, 'HTTP_502', 'gone', null), new Error('broken')])(
  'after %s it is found in the list, and not sent again meanwhile',
  async (error) => {
    const { seen, hook, send, answer } = setup({ list: ['old'] })
    await send('one')
    await act(async () => answer[0]!.reject(error))
    await send('two')
    expect(hook.result.current.unknown).toMatchObject({ isSure: false })
    expect(seen.sent).toEqual(['one'])
    seen.list = ['old', 'new']
    await act(async () => hook.result.current.unknown!.lookAgain())
    await waitFor(() => expect(seen).toMatchObject({ done: 1, opened: ['new'] }))
    expect(hook.result.current.unknown).toBeNull()
  },
)

test('a reload between sending and the answer is silence, too', async () => {
  const before = setup({ list: ['old'] })
  await before.send('one')
  before.hook.unmount()
  const after = setup({ storage: before.storage, list: ['old', 'new'] })
  await after.send('two')
  await waitFor(() => expect(after.seen).toMatchObject({ sent: [], done: 1, opened: ['new'] }))
})

test('what is given up may be sent again', async () => {
  const { seen, hook, send, answer } = setup()
  await send('one')
  await act(async () => answer[0]!.reject(new NetworkError('gone')))
  act(() => hook.result.current.unknown!.giveUp())
  expect(hook.result.current).toMatchObject({ unknown: null, error: null })
  await send('two')
  expect(seen.sent).toEqual(['one', 'two'])
})

test('who went elsewhere before the answer stays there', async () => {
  const { seen, hook, send, answer } = setup()
  await send('one')
  hook.unmount()
  await act(async () => answer[0]!.resolve('job'))
  expect(seen).toMatchObject({ done: 1, opened: [] })
})
