// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest'
import { FlatMap } from './flat-map.ts'
import { pickPoints, type PointPicker } from './point-picker.ts'

let picker: PointPicker | undefined
afterEach(() => picker?.stop())

function start() {
  const map = new FlatMap()
  Object.defineProperties(map.getContainer(), { clientWidth: { value: 800 }, clientHeight: { value: 600 } })
  const heard = { onPoint: vi.fn(), onTwice: vi.fn(), onMove: vi.fn() }
  picker = pickPoints(map.asMap(), heard)
  return { map, picker, ...heard }
}

test('a press gives its place, a second one there ends, a third begins anew', () => {
  const { map, onPoint, onTwice } = start()
  map.press([12, 52])
  map.press([12, 52], [5, 5])
  expect(onPoint.mock.calls).toEqual([[[12, 52]]])
  expect(onTwice).toHaveBeenCalledOnce()
  map.press([12, 52])
  expect(onPoint).toHaveBeenCalledTimes(2)
  map.press([12.2, 52])
  expect(onPoint).toHaveBeenLastCalledWith([12.2, 52])
})

test('a fingertip hits the same place less exactly, and a drag of the map is no press', () => {
  const { map, onPoint, onTwice } = start()
  map.press([12, 52], [0, 0], { pointerType: 'touch' })
  map.press([12, 52], [15, 10], { pointerType: 'touch' })
  expect(onTwice).toHaveBeenCalledOnce()
  map.drag([13, 53], [13.5, 53])
  expect(onPoint).toHaveBeenCalledOnce()
})

test('by key: arrows move the crosshair, Enter presses there, and is no press without it or with Ctrl', () => {
  const {
    picker: { onKey, takeKeyboard },
    onPoint,
    onMove,
  } = start()
  const press = (key: string, ctrlKey = false) => onKey(new KeyboardEvent('keydown', { key, ctrlKey, shiftKey: true }))
  expect(press('Enter')).toBe(false)
  takeKeyboard()
  expect(onMove).toHaveBeenLastCalledWith([14, 52])
  press('ArrowRight')
  press('ArrowUp')
  expect(onMove).toHaveBeenLastCalledWith([14.5, 52.5])
  expect(press('Enter', true)).toBe(false)
  expect(press('Enter')).toBe(true)
  expect(onPoint.mock.calls).toEqual([[[14.5, 52.5]]])
})

test('puts the map back as it was', () => {
  const { map, picker: started, onPoint } = start()
  expect(map.doubleClickZoom.isEnabled()).toBe(false)
  started.stop()
  picker = undefined
  map.press([12, 52])
  expect(onPoint).not.toHaveBeenCalled()
  expect(map.doubleClickZoom.isEnabled()).toBe(true)
})
