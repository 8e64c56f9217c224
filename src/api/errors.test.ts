import { expect, test } from 'vitest'
import { ApiError, ContractError, NetworkError, noticeForQuery, wordsFor } from './errors.ts'

const refusal = (operation: string, status: number, message = 'There is no order item with the id "x".') =>
  new ApiError(operation, status, 'CODE', message, null)
const gone = /removed, or the address is not complete/

test('what is not there is told as such, also where the service calls it a bad request', () => {
  expect(wordsFor(refusal('getOrder', 404)).whatToDo).toMatch(gone)
  expect(wordsFor(refusal('getOrderItem', 400)).whatToDo).toMatch(gone)
  expect(wordsFor(refusal('createAoi', 400, 'name: too long')).whatToDo).toMatch(/Change it and try again/)
})

test('asking again is offered where it may help', () => {
  const offer = (error: Error) => {
    let asked = 0
    const props = noticeForQuery({ error, refetch: () => asked++, isFetching: false })
    if ('onRetry' in props) props.onRetry?.()
    return asked
  }
  expect(offer(new NetworkError('away'))).toBe(1)
  expect(offer(refusal('getOrder', 500))).toBe(1)
  expect(offer(refusal('getOrder', 403))).toBe(1)
  expect(offer(new ContractError('getOrder', 'id', 'missing'))).toBe(1)
  expect(offer(refusal('getOrder', 404))).toBe(0)
  expect(offer(refusal('getOrderItem', 400))).toBe(0)
})
