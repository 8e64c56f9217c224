import type { Asset } from '#src/contract/assets.ts'

/** One day of an AOI: its pictures, cut to the area. */
export type AoiDate = { date: string; mosaics: readonly Asset[] }

/** The days of an AOI, the newest first. */
export function datesOf(assets: readonly Asset[]): AoiDate[] {
  const byDate = new Map<string, Asset[]>()
  for (const asset of assets) {
    if (asset.asset_type !== 'mosaic' || !asset.date) continue
    const date = asset.date.slice(0, 10)
    byDate.set(date, [...(byDate.get(date) ?? []), asset])
  }
  return [...byDate].map(([date, mosaics]) => ({ date, mosaics })).toSorted((a, b) => b.date.localeCompare(a.date))
}

/** The day to show: the one asked for when there is one, else the newest with a picture. */
export function dateToShow(dates: readonly AoiDate[], asked: string | null): AoiDate | undefined {
  const hasPicture = ({ mosaics }: AoiDate) => mosaics.some(({ status, path }) => status === 'success' && path)
  return dates.find(({ date }) => date === asked) ?? dates.find(hasPicture) ?? dates[0]
}

/** The files of a day that a browser can draw. */
export function shownFiles(assets: readonly Asset[]): { id: string; url: string }[] {
  return assets.flatMap(({ id, status, path }) => (status === 'success' && path ? [{ id, url: path }] : []))
}
