import { isKnownProjection } from '#src/geo/projection.ts'
import { factsOfEnvi, textsOf } from '#src/formats/envi-header.ts'
import type { EnviHeader } from '#src/formats/envi-header.ts'
import type { RasterFacts } from '#src/formats/raster-facts.ts'
import type { BlockReader } from './block-reader.ts'
import type { ByteSource } from './byte-source.ts'
import { bytesPerSample, sampleTypeOf } from './decode-block.ts'
import type { BlockLayout, StoredSample } from './decode-block.ts'
import { NOWHERE, checkNorthUp, usableCrs } from './geotiff-grid.ts'
import { NO_SCALE, nodataAsStored } from './open-geotiff.ts'
import { rasterBands } from './raster-bands.ts'
import { ImageryError } from './raster-info.ts'
import type { RasterGrid } from './raster-info.ts'
import { levelsOf } from './raster-levels.ts'
import type { Cog } from './raster-levels.ts'
import type { StoredImage } from './stored-image.ts'

/** ENVI's `data type`. */
const TYPES: Readonly<Record<number, StoredSample>> = {
  1: 'uint8',
  2: 'int16',
  3: 'int32',
  4: 'float32',
  5: 'float64',
  12: 'uint16',
  13: 'uint32',
}

/** Nothing is packed, so blocks are rows that make up about so much. */
const PIECE_BYTES = 512 << 10

let opened = 0

/** A raw ENVI file: band by band (BSQ), line by line (BIL) or pixel by pixel (BIP). @throws ImageryError */
export function openEnvi(
  source: ByteSource,
  header: EnviHeader,
  said: readonly RasterFacts[],
  reader: BlockReader,
): Cog {
  const [width, height, bandCount] = ['samples', 'lines', 'bands'].map((name) => wholeNumber(header, name))
  const stored = TYPES[Number(header.get('data type'))]
  if (!stored) throw new ImageryError(`Its ENVI data type (${header.get('data type') ?? 'missing'}) is not supported.`)
  const interleave = header.get('interleave')?.toLowerCase() ?? ''
  if (!['bsq', 'bil', 'bip'].includes(interleave)) {
    throw new ImageryError(`Its ENVI interleave (${interleave || 'missing'}) is not known.`)
  }
  if ((header.get('file compression') ?? '0') !== '0')
    throw new ImageryError('Compressed ENVI files are not supported.')
  const facts = factsOfEnvi(header)
  const isPlanar = interleave === 'bsq'
  const nodata = nodataAsStored(said.find((one) => one.nodata !== undefined)?.nodata ?? facts.nodata, stored)
  const rowBytes = width! * (isPlanar ? 1 : bandCount!) * bytesPerSample(stored)
  const layout: BlockLayout = {
    compression: 1,
    predictor: 1,
    stored,
    littleEndian: (header.get('byte order') ?? '0') === '0',
    width: width!,
    height: Math.min(height!, Math.max(1, Math.floor(PIECE_BYTES / rowBytes))),
    samplesPerPixel: isPlanar ? 1 : bandCount!,
    isByLine: interleave === 'bil',
    fill: nodata ?? 0,
  }
  const start = Number(header.get('header offset') ?? 0)
  const image: StoredImage = {
    id: `envi-${opened++}`,
    source,
    width: width!,
    height: height!,
    bandCount: bandCount!,
    isPlanar,
    layout,
    blocksAcross: 1,
    blocksDown: Math.ceil(height! / layout.height),
    async locate(indices) {
      return indices.map((index) => {
        const band = Math.floor(index / image.blocksDown)
        const row = (index % image.blocksDown) * layout.height
        const rows = Math.min(layout.height, height! - row)
        return { offset: start + (band * height! + row) * rowBytes, length: rows * rowBytes }
      })
    },
  }
  const size = source.size()
  const expected = start + width! * height! * bandCount! * bytesPerSample(stored)
  if (size !== undefined && size < expected) {
    const [has, needs] = [size, expected].map((bytes) => bytes.toLocaleString('en-GB'))
    throw new ImageryError(
      `The file has ${has} bytes, but its header describes ${needs}: it is cut off, or the header is another's.`,
    )
  }
  const { grid, crsName, notes } = placeOf(header, width!, height!)
  const bands = rasterBands(bandCount!, [...said, facts])
  const isWhole = !/float/.test(stored)
  return {
    info: {
      grid,
      bands,
      sampleType: sampleTypeOf(stored),
      nodata,
      storage: {
        format: 'ENVI',
        stored,
        compression: 'none',
        interleave: interleave === 'bsq' ? 'band' : interleave === 'bil' ? 'line' : 'pixel',
        isTiled: false,
        blockWidth: layout.width,
        blockHeight: layout.height,
        overviews: 0,
        hasMask: false,
        crsName,
        ...(size !== undefined && { bytes: size }),
      },
      notes: [...notes, ...(isWhole && bands.every(({ scale }) => scale === 1) ? [NO_SCALE] : [])],
    },
    levels: levelsOf(image),
    reader,
  }
}

function wholeNumber(header: EnviHeader, name: string): number {
  const value = Number(header.get(name))
  if (Number.isInteger(value) && value > 0 && value < 2 ** 31) return value
  throw new ImageryError(`Its ENVI header does not say how many ${name} it has.`)
}

/** `map info = {UTM, column, row, easting, northing, width, height, zone, North, WGS-84, units=Meters}`, counted from 1. */
function placeOf(
  header: EnviHeader,
  width: number,
  height: number,
): { grid: RasterGrid; crsName: string; notes: string[] } {
  const info = textsOf(header.get('map info'))
  const [projection = '', column, row, x, y, pixelWidth, pixelHeight] = info
  if (info.length < 7) throw new ImageryError(NOWHERE)
  if (info.some((part) => /^rotation\s*=\s*(?!-?0*\.?0*$)/i.test(part))) {
    throw new ImageryError('The picture is rotated. Save it north-up.')
  }
  const [fromColumn, fromRow, tieX, tieY, w, h] = [column, row, x, y, pixelWidth, pixelHeight].map(Number)
  checkNorthUp(w!, h!)
  const { epsg, notes } = usableCrs(epsgOf(projection, info, header), projection)
  return {
    grid: {
      epsg,
      originX: tieX! - (fromColumn! - 1) * w!,
      originY: tieY! + (fromRow! - 1) * h!,
      pixelWidth: w!,
      pixelHeight: h!,
      width,
      height,
    },
    crsName: projection,
    notes,
  }
}

function epsgOf(projection: string, info: readonly string[], header: EnviHeader): number | null {
  if (/^UTM$/i.test(projection)) {
    const epsg = (/^S/i.test(info[8] ?? '') ? 32700 : 32600) + Number(info[7])
    return /WGS/i.test(info[9] ?? 'WGS-84') && isKnownProjection(epsg) ? epsg : null
  }
  if (/geographic/i.test(projection)) return /WGS/i.test(info[7] ?? 'WGS-84') ? 4326 : null
  return /Pseudo[_ ]?Mercator|Web[_ ]?Mercator/i.test(header.get('coordinate system string') ?? projection)
    ? 3857
    : null
}
