import { ArrowLeftRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useMap } from '#src/map/use-map.ts'
import { halvesOf, viewBoxOf } from '#src/map/view-inset.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { scrollInPanel } from '#src/ui/panel/scroll-in-panel.ts'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { DeskContext, useDesk } from '../desk-context.ts'
import { PictureControls } from '../picture/picture-controls.tsx'
import { BlinkControls } from './blink-controls.tsx'
import { useComparison } from './compare-context.ts'
import { compareModes, isBUntouched, type CompareMode } from './compare-search-params.ts'
import styles from './compare.module.css'
import { DifferenceControls } from './difference-controls.tsx'
import { firstOther } from './first-other.ts'
import { subtractable } from './subtractable.ts'
import { words } from './words.ts'

const modes = (['off', ...compareModes] as const).map((id) => ({ id, label: words.modes[id] }))

/** Of the section, which stays in sight. */
const titlePx = 44

/** Whether and how a second picture is compared with the one on the map, and what it is. */
export function ComparePart() {
  const { scene, picture } = useDesk()
  const { compare, changeCompare, swap, b, opening, assetOfB, difference } = useComparison()
  const map = useMap()
  const { versus } = compare
  const { dates = [] } = scene
  const { bands } = scene.cog.info
  const top = useRef<HTMLDivElement>(null)
  const isThere = b !== undefined && (versus !== 'difference' || difference.kind !== 'waiting')
  // What a way of comparing asks for stands below it, as a rule out of sight; once more when there is more of it to scroll.
  useEffect(() => {
    if (versus !== null && top.current?.contains(document.activeElement)) scrollInPanel(top.current, titlePx)
  }, [versus, isThere])
  const choose = (mode: CompareMode | 'off') => {
    // Halves of the map: what is in the middle stays in the middle of each.
    const turn = (mode === 'side' ? 1 : 0) - (versus === 'side' ? 1 : 0)
    if (map && turn !== 0) {
      const box = viewBoxOf(map)
      const [{ width, height }] = halvesOf(box)
      map.panBy([(turn * (box.width - width)) / 2, (turn * (box.height - height)) / 2], { animate: false })
    }
    if (mode === 'off') return changeCompare({ versus: null })
    const isFirst = versus === null && isBUntouched(compare)
    const isOtherRaster = dates.length > 1
    const other = isFirst ? firstOther(picture, bands, isOtherRaster) : compare.picture
    // What A shows stays: where it is in the way, the notice offers to change it.
    const fit =
      mode === 'difference' && picture.show !== 'composite' && subtractable(picture, other, bands, isOtherRaster)
    changeCompare({
      versus: mode,
      // From now on it stays this one, whichever date A goes to.
      ...(assetOfB && { 'b-asset': assetOfB }),
      picture: fit ? { ...other, ...fit.b } : other,
    })
  }
  return (
    <Section
      title={words.title}
      summary={versus ? words.modes[versus] : undefined}
      defaultExpanded={versus !== null}
      actions={versus && <IconButton icon={ArrowLeftRight} size="s" label={words.swap} shortcut="S" onPress={swap} />}
    >
      <div ref={top}>
        <ToggleButtonGroup label={words.mode} isWide options={modes} value={versus ?? 'off'} onChange={choose} />
      </div>
      {versus === null && <p className={styles.note}>{words.intro}</p>}
      {versus === 'blink' && <BlinkControls />}
      {versus === 'difference' && <DifferenceControls />}
      {versus && (
        <div role="group" aria-label={words.pictureB} className={styles.b}>
          {dates.length > 1 && (
            <Select
              label={words.dateB}
              labelPlacement="side"
              options={dates.map(({ id, label }) => ({ id, label }))}
              value={assetOfB}
              onChange={(id) => changeCompare({ 'b-asset': id })}
            />
          )}
          {b ? (
            <DeskContext value={b}>
              <PictureControls />
            </DeskContext>
          ) : opening.kind === 'failed' ? (
            <ErrorNotice
              what={words.failed}
              advice={opening.error.message}
              onRetry={() => void Promise.resolve(scene.onRefresh?.()).finally(opening.retry)}
            />
          ) : (
            <SkeletonText width="100%" />
          )}
        </div>
      )}
    </Section>
  )
}
