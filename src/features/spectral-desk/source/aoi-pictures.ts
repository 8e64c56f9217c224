import type { Asset } from '#src/contract/assets.ts'

/** A raster of an AOI that the desk can open. */
export type AoiPicture = { id: string; date: string; label: string; url: string; bands: readonly string[] }

/** The dates of an AOI that are ready, the newest first. More than one of a day are told apart by their scene. */
export function aoiPictures(assets: readonly Asset[]): AoiPicture[] {
  const ready = assets.flatMap(({ id, asset_type, status, path, date, band_list, name }) =>
    asset_type === 'mosaic' && status === 'success' && path
      ? [{ id, date: date?.slice(0, 10) ?? '', name: name ?? id, url: path, bands: band_list ?? [] }]
      : [],
  )
  return ready
    .toSorted((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))
    .map(({ name, ...picture }) => {
      const same = ready.filter(({ date }) => date === picture.date)
      const nth = same.findIndex(({ id }) => id === picture.id) + 1
      const label =
        picture.date === '' ? name : same.length > 1 ? `${picture.date} (${nth} of ${same.length})` : picture.date
      return { ...picture, label }
    })
}

/** The one asked for when it is there, else the newest. */
export function pictureToShow(pictures: readonly AoiPicture[], asked: string | null): AoiPicture | undefined {
  return pictures.find(({ id }) => id === asked) ?? pictures.find(({ date }) => date === asked) ?? pictures[0]
}
