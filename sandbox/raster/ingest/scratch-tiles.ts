import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { readFully, writeFully } from '#sandbox/raster/file-bytes.ts'
import { TILE_SIZE } from '#sandbox/raster/pyramid.ts'
import { decodeBlock } from './block-codec.ts'
import type { BlockLayout } from './block-layout.ts'
import { IngestError } from './ingest-error.ts'
import { emptyRange, isStored, viewSamples, widenRange } from './source-samples.ts'
import type { SourceSamples, ValueRange } from './source-samples.ts'

/** Pixels are moved in groups of about this many bytes. */
const GROUP_BYTES = 64 << 20
const TILE_PIXELS = TILE_SIZE * TILE_SIZE

/**
 * A foreign raster unpacked to disk: tile by tile in row order, in a tile band by band, each 256 x 256 samples of the
 * source's type. Every block of the source is decoded once, whatever its shape, and the writer of COGs then reads each
 * tile in one go. Memory stays at a few groups.
 */
export type ScratchTiles = {
  /** what the values were; only looked at when the type has to change */
  range: ValueRange
  readTile(tileX: number, tileY: number, band: number): Promise<SourceSamples>
  close(): Promise<void>
}

type Options = { fill: number; onProgress?: (fraction: number) => void; signal?: AbortSignal }

export async function unpackToScratch(
  source: FileHandle,
  layout: BlockLayout,
  path: string,
  { fill, onProgress, signal }: Options,
): Promise<ScratchTiles> {
  const scratch = await open(path, 'w+')
  try {
    const range = emptyRange()
    const groups = [...groupsOf(layout)]
    for (const [index, group] of groups.entries()) {
      signal?.throwIfAborted()
      const bands = await readGroup(source, layout, group, fill)
      for (const [position, samples] of bands.entries()) {
        if (!isStored(layout.type)) widenRange(range, samples)
        await scatter(scratch, layout, group, group.firstBand + position, samples)
      }
      onProgress?.((index + 1) / groups.length)
    }
    return { range, readTile: (x, y, band) => readTile(scratch, layout, x, y, band), close: () => scratch.close() }
  } catch (error) {
    await scratch.close()
    throw error
  }
}

/** A rectangle of whole blocks (cut at the edges) of the bands that lie together. */
type Group = { x: number; y: number; width: number; height: number; firstBand: number; bandCount: number }

function* groupsOf({ width, height, bandCount, block, separate, format }: BlockLayout): Generator<Group> {
  const together = separate ? 1 : bandCount
  const rowBytes = together * format.bytesPerSample
  // Whole rows if they fit; else columns that do not cut the tiles of the scratch file more than needed.
  const aligned = (block.width * TILE_SIZE) / greatestDivisor(block.width, TILE_SIZE)
  const fitting = Math.floor(GROUP_BYTES / (rowBytes * block.height) / aligned) * aligned
  const columns = width * block.height * rowBytes <= GROUP_BYTES ? width : Math.max(aligned, fitting)
  const rows =
    block.height * Math.max(1, Math.floor(GROUP_BYTES / (Math.min(columns, width) * rowBytes * block.height)))
  for (let firstBand = 0; firstBand < bandCount; firstBand += together) {
    for (let y = 0; y < height; y += rows) {
      for (let x = 0; x < width; x += columns) {
        const size = { width: Math.min(columns, width - x), height: Math.min(rows, height - y) }
        yield { x, y, ...size, firstBand, bandCount: together }
      }
    }
  }
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b)
}

async function readGroup(
  source: FileHandle,
  layout: BlockLayout,
  group: Group,
  fill: number,
): Promise<SourceSamples[]> {
  const { block, format, type, separate } = layout
  const bands = Array.from({ length: group.bandCount }, () =>
    viewSamples(new Uint8Array(group.width * group.height * format.bytesPerSample), type),
  )
  const jobs: Promise<void>[] = []
  for (let row = group.y / block.height; row * block.height < group.y + group.height; row += 1) {
    for (let column = group.x / block.width; column * block.width < group.x + group.width; column += 1) {
      const index = ((separate ? group.firstBand : 0) * block.down + row) * block.across + column
      jobs.push(copyBlock(source, layout, index, row, column, group, bands, fill))
    }
  }
  await Promise.all(jobs)
  return bands
}

async function copyBlock(
  source: FileHandle,
  { block, format, type, height, offsets, byteCounts }: BlockLayout,
  index: number,
  row: number,
  column: number,
  group: Group,
  bands: readonly SourceSamples[],
  fill: number,
): Promise<void> {
  const x = column * block.width - group.x
  const y = row * block.height - group.y
  const rows = Math.min(block.height, group.height - y)
  const columns = Math.min(block.width, group.width - x)
  const bytes = Buffer.allocUnsafe(byteCounts[index] ?? 0)
  let samples: SourceSamples | null = null
  if (bytes.length > 0) {
    await readFully(source, bytes, offsets[index] ?? 0)
    // Tiles are always whole; the last strip ends with the image.
    const stored = block.tiled ? block.height : Math.min(block.height, height - row * block.height)
    const decoded = await decodeBlock(bytes, stored, format).catch((error: unknown) => {
      throw new IngestError(
        `The file is damaged: block ${index + 1} can not be unpacked (${(error as Error).message}).`,
      )
    })
    samples = viewSamples(decoded, type)
  }
  const step = format.samplesPerPixel
  for (const [band, target] of bands.entries()) {
    for (let line = 0; line < rows; line += 1) {
      const to = (y + line) * group.width + x
      if (samples === null) {
        target.fill(fill, to, to + columns)
      } else if (step === 1) {
        target.set(samples.subarray(line * block.width, line * block.width + columns), to)
      } else {
        let from = line * block.width * step + band
        for (let pixel = 0; pixel < columns; pixel += 1, from += step) target[to + pixel] = samples[from] ?? 0
      }
    }
  }
}

function tilePlace({ width, bandCount, format }: BlockLayout, tileX: number, tileY: number, band: number): number {
  const across = Math.ceil(width / TILE_SIZE)
  return ((tileY * across + tileX) * bandCount + band) * TILE_PIXELS * format.bytesPerSample
}

/** Cuts the rows of a group into tiles. */
async function scatter(file: FileHandle, layout: BlockLayout, group: Group, band: number, samples: SourceSamples) {
  const { bytesPerSample } = layout.format
  const raw = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  const right = group.x + group.width
  const bottom = group.y + group.height
  for (let tileY = Math.floor(group.y / TILE_SIZE); tileY * TILE_SIZE < bottom; tileY += 1) {
    const top = Math.max(group.y, tileY * TILE_SIZE)
    const rows = Math.min(bottom, (tileY + 1) * TILE_SIZE) - top
    for (let tileX = Math.floor(group.x / TILE_SIZE); tileX * TILE_SIZE < right; tileX += 1) {
      const left = Math.max(group.x, tileX * TILE_SIZE)
      const columns = Math.min(right, (tileX + 1) * TILE_SIZE) - left
      const inTile = (top - tileY * TILE_SIZE) * TILE_SIZE + left - tileX * TILE_SIZE
      const place = tilePlace(layout, tileX, tileY, band) + inTile * bytesPerSample
      const rowAt = (row: number) => {
        const from = ((top + row - group.y) * group.width + left - group.x) * bytesPerSample
        return raw.subarray(from, from + columns * bytesPerSample)
      }
      // What lies right of the image is never read, so a cut tile is also written as whole rows.
      if (left % TILE_SIZE === 0 && (columns === TILE_SIZE || right === layout.width)) {
        const whole = new Uint8Array(rows * TILE_SIZE * bytesPerSample)
        for (let row = 0; row < rows; row += 1) whole.set(rowAt(row), row * TILE_SIZE * bytesPerSample)
        await writeFully(file, whole, place)
      } else {
        for (let row = 0; row < rows; row += 1)
          await writeFully(file, rowAt(row), place + row * TILE_SIZE * bytesPerSample)
      }
    }
  }
}

/** The part of a tile that lies inside the image. */
async function readTile(file: FileHandle, layout: BlockLayout, tileX: number, tileY: number, band: number) {
  const width = Math.min(TILE_SIZE, layout.width - tileX * TILE_SIZE)
  const height = Math.min(TILE_SIZE, layout.height - tileY * TILE_SIZE)
  const { bytesPerSample } = layout.format
  // The last row of a cut tile may end before the file does.
  const bytes = new Uint8Array(((height - 1) * TILE_SIZE + width) * bytesPerSample)
  await readFully(file, bytes, tilePlace(layout, tileX, tileY, band))
  const stored = viewSamples(bytes, layout.type)
  const samples = viewSamples(new Uint8Array(width * height * bytesPerSample), layout.type)
  for (let row = 0; row < height; row += 1) {
    samples.set(stored.subarray(row * TILE_SIZE, row * TILE_SIZE + width), row * width)
  }
  return samples
}
