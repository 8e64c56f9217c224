import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { useDesk } from '../desk-context.ts'
import { BandControls } from './band-controls.tsx'
import { CompositeControls } from './composite-controls.tsx'
import { FormulaControls } from './formula-controls.tsx'

/** How pixels become colours. */
export function PicturePart() {
  const { picture, changePicture } = useDesk()
  return (
    <Section title="Picture">
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
      {picture.show === 'formula' && <FormulaControls />}
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
