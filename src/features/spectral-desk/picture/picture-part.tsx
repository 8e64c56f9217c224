import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { useDesk } from '../desk-context.ts'

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
      {picture.show === 'formula' && (
        <TextArea label="Formula" isCode value={picture.f} onChange={(f) => changePicture({ f })} />
      )}
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
