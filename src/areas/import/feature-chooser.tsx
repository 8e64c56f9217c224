import { useEffect, useMemo, useRef, useState } from 'react'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { Button } from '#src/ui/button/button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { VirtualList } from '#src/ui/data/virtual-list.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import type { OpenedFeature, OpenedFile } from './area-file-desk.ts'
import styles from './import-part.module.css'
import { words } from './import-words.ts'
import { OpenedFeaturesLayer } from './opened-features.layer.tsx'

/** So few are seen at a glance. */
const searchedFrom = 12

type FeatureChooserProps = {
  name: string
  file: OpenedFile
  isJoining: boolean
  message?: string | undefined
  onTake: (indices: readonly number[]) => void
  onCancel: () => void
}

/** Which features of a file shall be the area: ticked in the list or on the map, which point at each other. */
export function FeatureChooser({ name, file, isJoining, message, onTake, onCancel }: FeatureChooserProps) {
  const { kind, features } = file
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [hovered, setHovered] = useState<number | null>(null)
  const [text, setText] = useState('')
  const form = useRef<HTMLFormElement>(null)
  // Not by autoFocus, which after a file chooser waits for transitions, and may wait forever.
  useEffect(() => form.current?.querySelector('input')?.focus(), [])
  const found = useMemo(() => features.filter((feature) => matches(feature, text)), [features, text])
  const hasLayers = new Set(features.map(({ layer }) => layer)).size > 1
  const toggle = (index: number) =>
    setChosen((now) =>
      now.has(index) ? new Set([...now].filter((other) => other !== index)) : new Set([...now, index]),
    )
  const chosenFound = found.filter(({ index }) => chosen.has(index)).length
  const toggleAll = (isOn: boolean) =>
    setChosen((now) => {
      const shown = new Set(found.map(({ index }) => index))
      return new Set([...[...now].filter((index) => !shown.has(index)), ...(isOn ? shown : [])])
    })
  const sizeKm2 = features.reduce((sum, { index, areaKm2 }) => sum + (chosen.has(index) ? areaKm2 : 0), 0)

  return (
    <form
      ref={form}
      aria-label={words.choose(name)}
      className={styles.chooser}
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.size > 0 && !isJoining) onTake([...chosen].toSorted((a, b) => a - b))
      }}
      onKeyDown={(event) => {
        // In the search field Escape first empties that.
        if (event.key !== 'Escape' || event.defaultPrevented || text !== '') return
        event.preventDefault()
        onCancel()
      }}
    >
      <p className={styles.line}>{words.found(features.length, kind)}</p>
      {file.notes.length > 0 && <p className={styles.quiet}>{words.notes(file.notes)}</p>}
      {features.length > searchedFrom && <SearchField label={words.filter} value={text} onChange={setText} />}
      {found.length === 0 ? (
        <p className={styles.quiet}>{words.noneFound}</p>
      ) : (
        <Checkbox
          isSelected={chosenFound === found.length}
          isIndeterminate={chosenFound > 0 && chosenFound < found.length}
          onChange={toggleAll}
        >
          {text === '' ? words.all(features.length) : words.allShown(found.length)}
        </Checkbox>
      )}
      <div className={styles.rows}>
        <VirtualList
          label={words.choose(name)}
          items={found}
          itemKey={keyOf}
          itemTexts={textsOf}
          rowHeightPx={hasLayers ? 50 : 32}
          shownKey={null}
          pointedKey={hovered === null ? null : String(hovered)}
          onPick={({ index }) => toggle(index)}
        >
          {(feature, row) => (
            <ListRow
              key={feature.index}
              virtual={row}
              title={nameOf(feature)}
              meta={hasLayers ? feature.layer : undefined}
              value={formatAreaKm2(feature.areaKm2)}
              check={
                <Checkbox
                  aria-label={nameOf(feature)}
                  excludeFromTabOrder={!row.isTabStop}
                  isSelected={chosen.has(feature.index)}
                  onChange={() => toggle(feature.index)}
                />
              }
              isSelected={hovered === feature.index}
              onPress={() => toggle(feature.index)}
              onHoverChange={(isOn) => setHovered((now) => (isOn ? feature.index : now === feature.index ? null : now))}
            />
          )}
        </VirtualList>
      </div>
      {message && (
        <p role="alert" className={styles.problem}>
          {message}
        </p>
      )}
      <div className={styles.actions}>
        <Button type="submit" tone="primary" size="s" isDisabled={chosen.size === 0} isPending={isJoining}>
          {isJoining ? words.joining : words.take(chosen.size)}
        </Button>
        <span data-figures className={styles.quiet}>
          {chosen.size === 0 ? words.noneChosen : words.chosenSize(formatAreaKm2(sizeKm2))}
        </span>
        <span className={styles.gap} />
        <Button size="s" tone="quiet" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
      <OpenedFeaturesLayer
        features={features}
        chosen={chosen}
        hovered={hovered}
        onHover={setHovered}
        onPress={(index) => toggle(index)}
      />
    </form>
  )
}

const keyOf = ({ index }: OpenedFeature) => String(index)
const textsOf = (feature: OpenedFeature) => [nameOf(feature)]
const nameOf = ({ name, index }: OpenedFeature) => name || words.unnamed(index + 1)

function matches(feature: OpenedFeature, text: string): boolean {
  const wanted = plain(text.trim())
  return wanted === '' || plain(nameOf(feature)).includes(wanted) || plain(feature.layer ?? '').includes(wanted)
}

/** Without case and accents: "guter" finds "Güterfelde". */
function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
