// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useLatestAnswer } from './use-latest-answer.ts'

/** Questions wait until they are answered by hand. */
function desk() {
  const open: { question: { of: string }; answer: (text: string) => Promise<void>; fail: () => Promise<void> }[] = []
  const ask = (question: { of: string }) =>
    new Promise<string>((resolve, reject) =>
      open.push({
        question,
        answer: (text) => act(async () => resolve(text)),
        fail: () => act(async () => reject(new Error('no'))),
      }),
    )
  return { open, ask }
}

it('asks one question at a time, and then the newest', async () => {
  const { open, ask } = desk()
  const [first, second, third] = [{ of: 'first' }, { of: 'second' }, { of: 'third' }] as const
  const { result, rerender } = renderHook(({ question }) => useLatestAnswer(question, ask), {
    initialProps: { question: first as { of: string } },
  })
  rerender({ question: second })
  rerender({ question: third })
  expect(open.map(({ question }) => question)).toEqual([first])
  await open[0]!.answer('one')
  expect(result.current).toEqual({ question: first, answer: 'one' })
  expect(open.map(({ question }) => question)).toEqual([first, third])
  await open[1]!.answer('three')
  expect(result.current).toEqual({ question: third, answer: 'three' })
})

it('goes on after a question that could not be answered', async () => {
  const { open, ask } = desk()
  const { result, rerender } = renderHook(({ question }) => useLatestAnswer(question, ask), {
    initialProps: { question: { of: 'first' } },
  })
  await open[0]!.fail()
  expect(result.current?.answer).toBeNull()
  rerender({ question: { of: 'next' } })
  await open[1]!.answer('there')
  expect(result.current?.answer).toBe('there')
})
