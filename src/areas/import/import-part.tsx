import { X } from 'lucide-react'
import { AreaLayer } from '../area.layer.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { FeatureChooser } from './feature-chooser.tsx'
import { changePercent } from './change-percent.ts'
import styles from './import-part.module.css'
import { words } from './import-words.ts'
import { mostCorners, type AreaImport, type AreaImportActions } from './use-area-import.ts'

type ImportPartProps = Pick<AreaImportActions, 'take' | 'simplify' | 'close'> & { state: AreaImport }

/** Where an import stands: what is read, what can be chosen, what came of it, or why nothing did. */
export function ImportPart({ state, take, simplify, close }: ImportPartProps) {
  switch (state.step) {
    case 'reading':
      return (
        <div className={styles.reading}>
          <ProgressBar label={words.reading(state.name)} />
          <Button size="s" tone="quiet" onPress={close}>
            {words.cancel}
          </Button>
        </div>
      )
    case 'refused':
      return (
        <ErrorNotice
          what={words.refused(state.name)}
          kept={state.message}
          advice={words.kept}
          actions={
            <Button size="s" onPress={close}>
              {words.dismiss}
            </Button>
          }
        />
      )
    case 'choosing':
      return (
        <FeatureChooser
          key={state.name}
          name={state.name}
          file={state.file}
          isJoining={state.isJoining}
          message={state.message}
          onTake={take}
          onCancel={close}
        />
      )
    case 'taken':
      return <Taken state={state} simplify={simplify} close={close} />
  }
}

type TakenProps = Pick<AreaImportActions, 'simplify' | 'close'> & { state: Extract<AreaImport, { step: 'taken' }> }

/** What the area on the map is, and how coarse it was made. */
function Taken({ state: { file, indices, taken, given }, simplify, close }: TakenProps) {
  const only = indices.length === 1 ? file.features[indices[0] ?? 0] : undefined
  const { fullCorners, corners, areaKm2, fullAreaKm2 } = taken
  return (
    <div className={styles.taken}>
      <div className={styles.line}>
        <span role="status">{words.taken(only?.name ?? words.several(indices.length), file.kind)}</span>
        <span className={styles.gap} />
        <IconButton icon={X} size="s" label={words.dismiss} onPress={close} />
      </div>
      {file.notes.length > 0 && <p className={styles.quiet}>{words.notes(file.notes)}</p>}
      {fullCorners > mostCorners && (
        <>
          <p role="status" data-figures className={styles.quiet}>
            {words.simplified(fullCorners, corners, changePercent(areaKm2, fullAreaKm2))}
          </p>
          <Slider
            label={words.keptCorners}
            min={20}
            max={mostCorners}
            step={10}
            value={Math.min(mostCorners, corners)}
            onChange={(most) => simplify(most, false)}
            onChangeEnd={(most) => simplify(most, true)}
          />
          {taken.area !== given && <AreaLayer area={taken.area} />}
        </>
      )}
    </div>
  )
}
