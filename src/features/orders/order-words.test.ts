import { describe, expect, it } from 'vitest'
import { orderWords, taskWords } from './order-words.ts'

const of = (...statuses: string[]) => orderWords(statuses.map((status) => ({ status })))

describe('taskWords', () => {
  it('says of a task whether it is for a picture that is still to be taken', () => {
    const words = (type: string) => ['DRAFT', 'SUBMITTED'].map((status) => taskWords({ type, status }).word)
    expect([words('TASKING'), words('ARCHIVE')]).toEqual([
      ['Waiting', 'Placed'],
      ['Draft', 'Waiting'],
    ])
  })
})

describe('orderWords', () => {
  it('is as far as the items together', () => {
    expect(of('FULFILLED', 'FULFILLED').word).toBe('Ready')
    expect(of('FULFILLED', 'ACTIVE').word).toBe('In progress')
    expect(of('FULFILLED', 'FAILED').word).toBe('Partly ready')
    expect(of('FAILED', 'CANCELLED').word).toBe('Failed')
    expect(of('DRAFT').word).toBe('Draft')
    expect(of().word).toBe('Empty')
  })

  it('keeps the raw words for hover', () => {
    expect(of('FULFILLED', 'FAILED', 'FAILED').raw).toBe('FULFILLED, FAILED')
  })
})
