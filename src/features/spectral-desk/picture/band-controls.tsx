import { ChevronLeft, ChevronRight } from 'lucide-react'
import { describeBands } from '#src/formula/complete.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { useDesk } from '../desk-context.ts'
import { FormulaField } from './formula-field.tsx'
import { bandText, readFormula } from './picture-trees.ts'
import styles from './picture.module.css'
import { RampControls } from './ramp-controls.tsx'
import { bandBeside } from '../bands/band-order.ts'

/** One band as it is. */
export function BandControls() {
  const { scene, picture, changePicture } = useDesk()
  const { bands } = scene.cog.info
  const text = bandText(picture.band, bands)
  const read = readFormula(text, bands)
  const index = read.ok ? read.references[0]?.indices[0] : undefined
  const step = (by: -1 | 1) => {
    const next = bandBeside(index, by, bands)
    if (next !== undefined) changePicture({ band: bands[next]!.name })
  }
  return (
    <>
      <div className={styles.band}>
        <FormulaField
          label="Band by name or wavelength"
          labelPlacement="hidden"
          value={text}
          onChange={(band) => changePicture({ band })}
          read={read}
          bands={bands}
          hasReferences
        />
        <IconButton icon={ChevronLeft} label="Shorter wavelength" shortcut="[" onPress={() => step(-1)} />
        <IconButton icon={ChevronRight} label="Longer wavelength" shortcut="]" onPress={() => step(1)} />
      </div>
      {read.ok && <RampControls own="band" name={index === undefined ? text : describeBands([index], bands)} />}
    </>
  )
}
