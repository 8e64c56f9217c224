import { useMemo, type ReactNode } from 'react'
import { describeCog } from '#src/rasters/describe-cog.ts'
import { useCog } from '#src/rasters/use-cog.ts'
import { useDesk, type Desk, type DeskScene } from '../desk-context.ts'
import { useShownPicture } from '../picture/use-shown-picture.ts'
import { fileOf } from '#src/rasters/open-shared.ts'
import { bandsOfSatellite } from '../source/told-bands.ts'
import type { ViewOfDesk } from '../use-view.ts'
import { ComparisonContext, type Comparison } from './compare-context.ts'
import { pictureOfB } from './compare-search-params.ts'
import { useDivider } from './use-divider.ts'
import { useBlink } from './use-blink.ts'
import { useDifference } from './use-difference.ts'
import { useSwap } from './use-swap.ts'

type ComparisonProviderProps = { view: ViewOfDesk; children: ReactNode }

/** Holds picture B of the desk: opens its raster, and makes out what it shows. */
export function ComparisonProvider({ view, children }: ComparisonProviderProps) {
  const { changeCompare, changePictureB } = view
  const { compare, drag } = useDivider(view)
  const { scene, picture } = useDesk()
  const isOn = compare.versus !== null
  const date = dateOfB(scene, compare['b-asset'])
  const isOtherRaster = isOn && date !== undefined && fileOf(date.url) !== scene.key
  const opened = useCog(isOtherRaster ? date.url : undefined, scene.onRefresh)
  const raw = opened.kind === 'ready' ? opened.cog : undefined
  const { nodata, scale } = picture
  const told = useMemo(() => bandsOfSatellite(scene.satellite, date?.bands), [scene.satellite, date?.bands])
  const cogB = useMemo(
    () => raw && describeCog(raw, { ...(told && { bands: told }), nodata, scale }),
    [raw, told, nodata, scale],
  )
  const sceneB = useMemo((): DeskScene | undefined => {
    if (!isOtherRaster) return scene
    return cogB && { ...scene, key: fileOf(date.url), title: date.title, cog: cogB }
  }, [isOtherRaster, date, scene, cogB])
  const pictureB = useMemo(() => pictureOfB(compare.picture, picture), [compare.picture, picture])
  const { read, shown } = useShownPicture((sceneB ?? scene).cog, isOn && sceneB ? pictureB : null)
  const b = useMemo(
    (): Desk | undefined =>
      isOn && sceneB
        ? {
            scene: sceneB,
            picture: pictureB,
            changePicture: changePictureB,
            read,
            shown,
            isMissing: false,
          }
        : undefined,
    [isOn, sceneB, pictureB, changePictureB, read, shown],
  )
  const difference = useDifference(compare, compare.versus === 'difference' ? b : undefined)
  const blink = useBlink(compare.versus === 'blink', compare['blink-ms'])
  const swap = useSwap(view, date?.id)
  const comparison: Comparison = {
    compare,
    changeCompare,
    drag,
    swap,
    b,
    opening: opened,
    assetOfB: date?.id,
    difference,
    ...blink,
  }
  return <ComparisonContext value={comparison}>{children}</ComparisonContext>
}

/** The raster asked for when it is there, else the one before A, or after it when A is the first. */
function dateOfB({ key, dates = [] }: DeskScene, asked: string | null) {
  const at = dates.findIndex(({ url }) => fileOf(url) === key)
  return dates.find(({ id }) => id === asked) ?? dates[at + 1] ?? dates[at - 1]
}
