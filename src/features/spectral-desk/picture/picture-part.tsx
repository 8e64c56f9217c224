import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import type { RefObject } from 'react'
import { useDesk } from '../desk-context.ts'
import { PictureControls } from './picture-controls.tsx'
import { PixelHints } from './pixel-hints.tsx'

/** How pixels become colours. */
export function PicturePart({ formulaRef }: { formulaRef: RefObject<HTMLTextAreaElement | null> }) {
  const { picture, changePicture } = useDesk()
  return (
    <Section title="Picture">
      <PixelHints />
      <PictureControls formulaRef={formulaRef} />
      <Slider
        label="Opacity"
        value={picture.opacity}
        onChange={(opacity) => changePicture({ opacity })}
        min={0}
        max={100}
        unit="%"
      />
    </Section>
  )
}
