import type { RefObject } from 'react'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { useDesk } from '../desk-context.ts'
import { BandControls } from './band-controls.tsx'
import { CompositeControls } from './composite-controls.tsx'
import { FormulaControls } from './formula-controls.tsx'

/** What a picture shows, and in which colours. */
export function PictureControls({ formulaRef }: { formulaRef?: RefObject<HTMLTextAreaElement | null> }) {
  const { picture, changePicture } = useDesk()
  return (
    <>
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
      {picture.show === 'formula' && <FormulaControls {...(formulaRef && { inputRef: formulaRef })} />}
      {picture.show === 'band' && <BandControls />}
    </>
  )
}
