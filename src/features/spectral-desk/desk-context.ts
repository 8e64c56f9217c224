import { createContext, use } from 'react'
import type { Satellite } from '#src/contract/satellites.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Picture } from './picture/picture-search-params.ts'
import type { PictureTrees } from './picture/picture-trees.ts'
import type { ShownPicture } from './picture/use-shown-picture.ts'

/** The raster that the desk looks into, wherever it comes from. */
export type DeskScene = {
  /** The same as long as it is the same file: what is remembered of it goes by this. */
  key: string
  /** What it belongs to, as an AOI with many dates. */
  source: string
  /** As "Havel, 2026-05-02". */
  title: string
  /** What the pictures were made for, where they were made for something: the AOI. */
  area?: { name: string; outline: Area }
  /** Open, with everything known about its bands: wavelengths, scale, "no data". */
  cog: Cog
  /** Whose bands they are, when the service knows: only then can a formula become an index there. */
  satellite: Satellite | undefined
  /** Asks for fresh addresses, as signed ones expire. */
  onRefresh?: () => Promise<unknown>
  /** All rasters of the same source, the newest first, when there are more than this one. */
  dates?: readonly DeskDate[]
}

/** One of the rasters of a source, as the dates of an AOI. */
export type DeskDate = {
  id: string
  /** As "2026-05-02 (1 of 2)". */
  label: string
  /** As "2026-05-02"; empty when the service does not say. */
  date: string
  /** As "Havel, 2026-05-02". */
  title: string
  url: string
  /** Their names, in the order of the file. */
  bands: readonly string[]
}

/** What every part of the desk works with: the raster, and how it is shown. */
export type Desk = {
  scene: DeskScene
  picture: Picture
  /** Shows with the next frame; the URL follows when the hand rests. */
  changePicture: (change: Partial<Picture>) => void
  /** What the picture asks for, made out for these bands; or which text of it can not be read. */
  read: PictureTrees | null
  /** What is on the map, or was until the picture became one that can not be made out. */
  shown: ShownPicture | undefined
  /** The raster asked for could not be opened; `scene` is the last that could. */
  isMissing: boolean
}

export const DeskContext = createContext<Desk | null>(null)

/** For the parts of the desk: within it there is always a raster. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('A part of the desk is used outside of it')
  return desk
}
