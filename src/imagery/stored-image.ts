import type { ByteRange } from './byte-ranges.ts'
import type { ByteSource } from './byte-source.ts'
import { bytesPerSample } from './decode-block.ts'
import type { BlockLayout } from './decode-block.ts'

/** One picture of a file: the full resolution, an overview, or a mask. */
export type StoredImage = {
  /** Tells it apart from all others on the page. */
  id: string
  source: ByteSource
  width: number
  height: number
  bandCount: number
  /** Each band has blocks of its own. */
  isPlanar: boolean
  layout: BlockLayout
  blocksAcross: number
  blocksDown: number
  /** Where blocks lie, by their index; a length of 0 for those the file leaves out. @throws ImageryError */
  locate: (indices: readonly number[], signal?: AbortSignal) => Promise<ByteRange[]>
}

export function blockIndex(image: StoredImage, column: number, row: number, band: number): number {
  const place = row * image.blocksAcross + column
  return image.isPlanar ? band * image.blocksAcross * image.blocksDown + place : place
}

/** Rows of a block that lie in the picture: the last ones of a strip or tile may not, and are not unpacked. */
export function rowsOfBlock({ layout, height, blocksAcross, blocksDown }: StoredImage, index: number): number {
  const row = Math.floor(index / blocksAcross) % blocksDown
  return Math.min(layout.height, height - row * layout.height)
}

/** Memory that an unpacked block takes. */
export function blockBytes({ layout }: StoredImage, rows: number): number {
  return layout.width * rows * layout.samplesPerPixel * bytesPerSample(layout.stored)
}

/** Samples of a block that stand for these bands of the file. */
export function samplesOf({ isPlanar }: StoredImage, bands: readonly number[]): number[] {
  return isPlanar ? bands.map(() => 0) : [...bands]
}
