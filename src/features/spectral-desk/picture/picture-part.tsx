import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import type { RefObject } from 'react'
import { useDesk } from '../desk-context.ts'
import { BandControls } from './band-controls.tsx'
import { CompositeControls } from './composite-controls.tsx'
import { FormulaControls } from './formula-controls.tsx'
import { PixelHints } from './pixel-hints.tsx'

/** How pixels become colours. */
export function PicturePart({ formulaRef }: { formulaRef: RefObject<HTMLTextAreaElement | null> }) {
  const { picture, changePicture } = useDesk()
  return (
    <Section title="Picture">
      <PixelHints />
      <ToggleButtonGroup
        label="Show"
        isWide
        options={[
          { id: 'composite', label: 'Composite' },
          { id: 'formula', label: 'Formula' },
          { id: 'band', label: 'Band' },
        ]}
        value={picture.show}
        onChange={(show) => changePicture({ show })}
      />
      {picture.show === 'composite' && <CompositeControls />}
      {picture.show === 'formula' && <FormulaControls inputRef={formulaRef} />}
      {picture.show === 'band' && <BandControls />}
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
