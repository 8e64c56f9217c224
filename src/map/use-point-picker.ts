import { useEffect, useEffectEvent } from 'react'
import { keyCommand } from './draw/draw-keys.ts'
import { pauseFeatureHits } from './feature-hits.ts'
import { takeInHand } from './hand.ts'
import { pickPoints, type PointPickerEvents } from './point-picker.ts'
import { useMap } from './use-map.ts'

type PointPickerHandlers = PointPickerEvents & {
  onFinish: () => void
  onUndo: () => void
  onEscape: () => void
  /** Another tool was taken up. */
  onClose: () => void
}

/** Takes the map in hand for pressing places on it, while mounted. With a tool taken by key the keyboard goes to the map. */
export function usePointPicker(handlers: PointPickerHandlers): void {
  const map = useMap()
  const latest = useEffectEvent(() => handlers)
  useEffect(() => {
    if (!map) return
    const picker = pickPoints(map, {
      onPoint: (at) => latest().onPoint(at),
      onTwice: () => latest().onTwice(),
      onMove: (at) => latest().onMove(at),
    })
    const canvas = map.getCanvas()
    const onCanvasKey = (event: KeyboardEvent) => {
      if (!picker.onKey(event)) return
      event.preventDefault()
      event.stopImmediatePropagation()
    }
    const onKey = (event: KeyboardEvent) => {
      const command = keyCommand(event)
      if (command === 'cancel') latest().onEscape()
      else if (command === 'remove' || command === 'undo') latest().onUndo()
      else if (command === 'finish') latest().onFinish()
      else return
      event.preventDefault()
    }
    canvas.addEventListener('keydown', onCanvasKey, true)
    document.addEventListener('keydown', onKey)
    const resume = pauseFeatureHits(map)
    const letGo = takeInHand(() => latest().onClose())
    const cameFrom = document.activeElement
    const isByKey = cameFrom instanceof HTMLElement && cameFrom.matches(':focus-visible')
    if (isByKey) picker.takeKeyboard()
    return () => {
      if (isByKey && document.activeElement === canvas) cameFrom.focus()
      letGo()
      resume()
      canvas.removeEventListener('keydown', onCanvasKey, true)
      document.removeEventListener('keydown', onKey)
      picker.stop()
    }
  }, [map])
}
