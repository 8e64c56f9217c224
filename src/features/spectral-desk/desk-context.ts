import { createContext, use } from 'react'
import type { Satellite } from '#src/contract/satellites.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Picture } from './picture/picture-search-params.ts'

/** The raster that the desk looks into, wherever it comes from. */
export type DeskScene = {
  /** The same as long as it is the same file: what is remembered of it goes by this. */
  key: string
  /** As "Havel, 2026-05-02". */
  title: string
  /** Open, with everything known about its bands: wavelengths, scale, "no data". */
  cog: Cog
  /** Whose bands they are, when the service knows: only then can a formula become an index there. */
  satellite: Satellite | undefined
  /** Asks for fresh addresses, as signed ones expire. */
  onRefresh?: () => Promise<unknown>
}

/** What every part of the desk works with: the raster, and how it is shown. */
export type Desk = {
  scene: DeskScene
  picture: Picture
  /** Shows with the next frame; the URL follows when the hand rests. */
  changePicture: (change: Partial<Picture>) => void
}

export const DeskContext = createContext<Desk | null>(null)

/** For the parts of the desk: within it there is always a raster. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (!desk) throw new Error('A part of the desk is used outside of it')
  return desk
}
