import { Ellipsis, Pencil, RotateCcw, ScanSearch, Spline, Target, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { bboxOf } from '#src/geo/bbox.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { BestMatches } from './best-matches.tsx'
import { SampleBadge } from './sample-badge.tsx'
import { cleanName, sampleName, type Sample } from './samples.ts'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import type { SampleState } from './use-sample-values.ts'
import type { LibraryCandidate } from './use-library.ts'
import { words } from './words.ts'

type SampleRowProps = { sample: Sample; candidates: readonly LibraryCandidate[] }

/** One pinned spectrum: what it is called, where it lies, what it is most like, and what can be done with it. */
export function SampleRow({ sample, candidates }: SampleRowProps) {
  const { valuesOf, retry, update, remove, pointedAt, pointAt, setTool, change, state } = useSpectra()
  const [isRenaming, setRenaming] = useState(false)
  const fit = useFitBounds()
  const { number, kind, isShown } = sample
  const name = sampleName(sample)
  const read = valuesOf(sample)
  const point = (isOn: boolean) => pointAt(isOn ? number : null)
  return (
    <li
      className={styles.row}
      data-pointed={pointedAt === number || undefined}
      onPointerEnter={() => point(true)}
      onPointerLeave={() => point(false)}
      onFocus={() => point(true)}
      onBlur={() => point(false)}
    >
      <Checkbox
        aria-label={words.show(name)}
        isSelected={isShown}
        onChange={(isSelected) => update(number, { isShown: isSelected })}
      />
      <SampleBadge number={number} isRegion={kind === 'region'} />
      <span className={styles.words}>
        {isRenaming ? (
          <NameField
            sample={sample}
            onDone={(text) => {
              setRenaming(false)
              if (text !== undefined) update(number, { name: cleanName(text) })
            }}
          />
        ) : (
          <span className={styles.name} title={name}>
            {name}
          </span>
        )}
        <span className={styles.where} data-figures>
          {whereOf(sample, read)}
        </span>
      </span>
      {read.kind === 'ready' && <BestMatches name={name} values={read.read.values} candidates={candidates} />}
      {read.kind === 'failed' && (
        <IconButton icon={RotateCcw} size="s" label={`${words.retry}: ${name}`} onPress={() => retry(sample)} />
      )}
      <Menu
        label={words.actions(name)}
        trigger={<IconButton icon={Ellipsis} size="s" label={words.actions(name)} />}
        groups={[
          {
            entries: [
              {
                id: 'likeness',
                label: words.likeness,
                icon: Target,
                isDisabled: read.kind !== 'ready',
                onAction: () => change({ likeness: state.likeness === number ? null : number }),
              },
              {
                id: 'zoom',
                label: words.zoom,
                icon: ScanSearch,
                onAction: () => fit(kind === 'region' ? bboxOf(sample.area)! : [...sample.place, ...sample.place]),
              },
              { id: 'rename', label: words.rename, icon: Pencil, onAction: () => setRenaming(true) },
              ...(kind === 'region'
                ? [
                    {
                      id: 'outline',
                      label: words.editOutline,
                      icon: Spline,
                      onAction: () => setTool({ kind: 'edit', number }),
                    },
                  ]
                : []),
            ],
          },
          { entries: [{ id: 'remove', label: words.remove, icon: Trash2, onAction: () => remove(sample) }] },
        ]}
      />
    </li>
  )
}

function NameField({ sample, onDone }: { sample: Sample; onDone: (text: string | undefined) => void }) {
  const [text, setText] = useState(sampleName(sample))
  return (
    <TextField
      label={words.name}
      labelPlacement="hidden"
      autoFocus
      value={text}
      onChange={setText}
      onBlur={() => onDone(text)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') onDone(text)
        if (event.key === 'Escape') onDone(undefined)
      }}
    />
  )
}

function whereOf(sample: Sample, read: SampleState): string {
  if (read.kind === 'loading') return words.reading
  if (read.kind === 'failed') return `${words.failed}: ${read.message}`
  if (read.kind === 'empty') return read.reason === 'outside' ? words.outside : words.noData
  const { pixels = 0, thinning = 1 } = read.read
  return sample.kind === 'region' ? words.pixels(pixels, thinning) : words.place(sample.place)
}
