import type { RefObject } from 'react'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { useDesk } from '../desk-context.ts'
import { ClassControls } from './class-controls.tsx'
import { FormulaField } from './formula-field.tsx'
import { presetOf } from './index-library.ts'
import { LibraryButton } from './library-button.tsx'
import { breaksFor, publishedClasses } from './picture-paint.ts'
import { readFormula } from './picture-trees.ts'
import styles from './picture.module.css'
import { RampControls } from './ramp-controls.tsx'
import { SaveIndex } from './save-index.tsx'

/** One formula over the bands, and the colours of its values. */
export function FormulaControls({ inputRef }: { inputRef?: RefObject<HTMLTextAreaElement | null> }) {
  const { scene, picture, changePicture, shown } = useDesk()
  const { bands } = scene.cog.info
  const read = readFormula(picture.f, bands)
  const preset = presetOf(picture.f, bands)
  const name = preset?.name ?? 'the formula'
  const setClasses = (hasClasses: boolean) => {
    if (!hasClasses) return changePicture({ 'f-breaks': null })
    const published = preset && publishedClasses(preset)
    const steps = breaksFor(5, 'steps', shown?.ranges[0] ?? [0, 1], undefined)
    changePicture(published ?? { 'f-breaks': steps, 'f-classes': null, 'f-labels': null })
  }
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
        {...(inputRef && { inputRef })}
        hasReferences
      />
      {preset && (
        <p className={styles.hint} title={preset.source}>
          <strong>{preset.title}.</strong> {preset.description}
        </p>
      )}
      {picture.f.trim() === '' ? (
        <p className={styles.hint}>
          Choose an index, or type a formula over bands by name (B012), wavelength in nm (R854), range (R640:670) or
          role (nir, red). Ctrl and Space lists what there is.
        </p>
      ) : (
        // A formula that can not be read leaves the last picture on the map, and its colours here.
        shown?.show === 'formula' && (
          <>
            <ToggleButtonGroup
              label="Colours"
              isWide
              options={[
                { id: 'ramp', label: 'Ramp' },
                { id: 'classes', label: 'Classes' },
              ]}
              value={picture['f-breaks'] ? 'classes' : 'ramp'}
              onChange={(id) => setClasses(id === 'classes')}
            />
            {picture['f-breaks'] ? (
              <ClassControls name={name} preset={preset} />
            ) : (
              <RampControls own="f" name={name} usual={preset?.rescale} />
            )}
            {read.ok && <SaveIndex name={preset?.name ?? ''} />}
          </>
        )
      )}
    </>
  )
}
