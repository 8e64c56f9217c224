import type { SensorBand } from './sensor.ts'
import { solarIrradianceAt } from './solar-irradiance.ts'

/** Common names of STAC's eo extension for the wavelengths a hyperspectral band may stand for. */
function commonNameAt(nm: number): string | undefined {
  if (nm < 450) return 'coastal'
  if (nm < 515) return 'blue'
  if (nm < 590) return 'green'
  if (nm < 625) return 'yellow'
  if (nm < 690) return 'red'
  if (nm < 785) return 'rededge'
  if (nm < 850) return 'nir'
  return nm < 890 ? 'nir08' : 'nir09'
}

/** Bands B001.. at even spacing, as an imaging spectrometer has them. */
export function evenBands(layout: {
  count: number
  firstNm: number
  stepNm: number
  fwhmNm: number
  gsdM: number
}): SensorBand[] {
  return Array.from({ length: layout.count }, (_, i) => {
    const wavelengthNm = Math.round((layout.firstNm + i * layout.stepNm) * 100) / 100
    const commonName = commonNameAt(wavelengthNm)
    return {
      name: `B${String(i + 1).padStart(3, '0')}`,
      wavelengthNm,
      fwhmNm: layout.fwhmNm,
      ...(commonName ? { commonName } : {}),
      solarIrradiance: solarIrradianceAt(wavelengthNm),
      gsdM: layout.gsdM,
    }
  })
}
