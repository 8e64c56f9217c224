import { useDesk } from '../desk-context.ts'
import { FormulaField } from './formula-field.tsx'
import { presetOf } from './index-library.ts'
import { LibraryButton } from './library-button.tsx'
import { readFormula } from './picture-trees.ts'
import styles from './picture.module.css'
import { RampControls } from './ramp-controls.tsx'

/** One formula over the bands, and the colours of its values. */
export function FormulaControls() {
  const { scene, picture, changePicture } = useDesk()
  const { bands } = scene.cog.info
  const read = readFormula(picture.f, bands)
  const preset = presetOf(picture.f, bands)
  return (
    <>
      <LibraryButton />
      <FormulaField
        label="Formula"
        value={picture.f}
        onChange={(f) => changePicture({ f })}
        read={read}
        bands={bands}
        placeholder="(nir - red) / (nir + red)"
        hasReferences
      />
      {preset && (
        <p className={styles.hint} title={preset.source}>
          <strong>{preset.title}.</strong> {preset.description}
        </p>
      )}
      {read.ok && <RampControls own="f" name={preset?.name ?? 'the formula'} />}
    </>
  )
}
