import type { BandTable } from './bands.ts'

// Test material: the band tables of the satellites the presets must serve, without the common names the API leaves out too.

const table = (rows: [string, number][]): BandTable => rows.map(([name, wavelengthNm]) => ({ name, wavelengthNm }))

export const fireflyBands: BandTable = table(
  Array.from({ length: 135 }, (_, i): [string, number] => [
    `B${String(i + 1).padStart(3, '0')}`,
    470.2 + 3.25 * (i + 1),
  ]),
)

export const sentinel2Bands: BandTable = table([
  ['B01', 443],
  ['B02', 492],
  ['B03', 560],
  ['B04', 665],
  ['B05', 704],
  ['B06', 740],
  ['B07', 783],
  ['B08', 833],
  ['B8A', 865],
  ['B09', 945],
  ['B11', 1614],
  ['B12', 2202],
])

export const landsatBands: BandTable = table([
  ['coastal', 443],
  ['blue', 482],
  ['green', 561],
  ['red', 655],
  ['nir08', 865],
  ['swir16', 1609],
  ['swir22', 2201],
])
