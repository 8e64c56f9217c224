import { useState } from 'react'
import { Slider } from '#src/ui/field/slider.tsx'

type LimitSliderProps = {
  label: string
  value: number
  max: number
  unit: string
  onChange: (value: number) => void
}

/** A limit in whole numbers. The slider follows the hand; the search hears when the hand lets go. */
export function LimitSlider({ label, value, max, unit, onChange }: LimitSliderProps) {
  const [inHand, setInHand] = useState<number>()
  return (
    <Slider
      label={label}
      value={inHand ?? value}
      onChange={setInHand}
      onChangeEnd={(end) => {
        setInHand(undefined)
        onChange(end)
      }}
      min={0}
      max={max}
      unit={unit}
    />
  )
}
