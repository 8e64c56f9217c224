import type { Sensor, SensorBand } from './sensors/sensor.ts'
import type { Curve } from '#src/spectra/models/curve.ts'
import { curveLength, firstNm } from '#src/spectra/models/curve.ts'
import type { Material } from '#src/spectra/models/materials.ts'
import { materials, spectrumOf } from '#src/spectra/models/materials.ts'

// Above this width a band is a filter with steep sides rather than a spectrometer's pixel.
const filterFwhmNm = 30

function response(band: SensorBand, nm: number): number {
  const z = (nm - band.wavelengthNm) / band.fwhmNm
  if (band.fwhmNm >= filterFwhmNm) return Math.exp(-Math.LN2 * (2 * z) ** 8)
  return Math.exp(-4 * Math.LN2 * z * z)
}

/** Mean of a curve under the band's response: Gaussian for narrow bands, flat-topped (super-Gaussian) for wide filters. */
export function convolve(curve: Curve, band: SensorBand): number {
  let sum = 0
  let weight = 0
  const from = Math.max(0, Math.floor(band.wavelengthNm - 2 * band.fwhmNm) - firstNm)
  const to = Math.min(curveLength - 1, Math.ceil(band.wavelengthNm + 2 * band.fwhmNm) - firstNm)
  for (let i = from; i <= to; i++) {
    const w = response(band, firstNm + i)
    sum += w * curve[i]!
    weight += w
  }
  return sum / weight
}

const tables = new Map<string, Float64Array[]>()

/** Reflectance of every material in every band of a sensor: `table[band][material]`. Computed once per sensor. */
export function materialTable(sensor: Sensor): readonly Float64Array[] {
  let table = tables.get(sensor.key)
  if (!table) {
    table = sensor.bands.map((band) => Float64Array.from(materials, (name) => convolve(spectrumOf(name), band)))
    tables.set(sensor.key, table)
  }
  return table
}

/** Reflectance of one material through a sensor's bands. */
export function throughSensor(material: Material, sensor: Sensor): number[] {
  return sensor.bands.map((band) => convolve(spectrumOf(material), band))
}
