import type { MultiPolygon, Polygon } from 'geojson'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'

/** Tokens for one square kilometre of one scene. The service publishes no price list: these are the sandbox's own. */
const tokensPerKm2 = { own: 0, openData: 0.5, coarse: 2, fine: 4, newPicture: 6 }

/** Less than this is billed as this (the service's rule). */
export const billedFromKm2 = 100

export function archivePrice(sensor: ListedSensor): number {
  if (sensor.own) return tokensPerKm2.own
  if (sensor.provider === 'planetary') return tokensPerKm2.openData
  return sensor.gsdM <= 10 ? tokensPerKm2.fine : tokensPerKm2.coarse
}

export type Quote = { areaKm2: number; billedKm2: number; baseAmount: number; finalAmount: number }

/** The price of an archive item: area by scene by the scene's price. */
export function quoteArchive(areas: readonly (Polygon | MultiPolygon)[], sensors: readonly ListedSensor[]): Quote {
  const areaKm2 = areas.reduce((sum, area) => sum + utmAreaKm2(area), 0)
  const billedKm2 = Math.max(areaKm2, billedFromKm2)
  const baseAmount = roundTokens(sensors.reduce((sum, sensor) => sum + archivePrice(sensor) * billedKm2, 0))
  return { areaKm2, billedKm2, baseAmount, finalAmount: baseAmount }
}

/** The price of new pictures: area by captures of the bandset by occurrences, with the uplift of the capture tier. */
export function quoteTasking(
  areas: readonly (Polygon | MultiPolygon)[],
  { captures, occurrences, upliftPercent }: { captures: number; occurrences: number; upliftPercent: number },
): Quote & { upliftAmount: number } {
  const areaKm2 = areas.reduce((sum, area) => sum + utmAreaKm2(area), 0)
  const billedKm2 = Math.max(areaKm2, billedFromKm2)
  const baseAmount = roundTokens(tokensPerKm2.newPicture * billedKm2 * captures * occurrences)
  const upliftAmount = roundTokens((baseAmount * upliftPercent) / 100)
  return { areaKm2, billedKm2, baseAmount, upliftAmount, finalAmount: roundTokens(baseAmount + upliftAmount) }
}

export function minimumAreaUplift({ areaKm2, billedKm2 }: Quote) {
  if (billedKm2 <= areaKm2) return []
  return [
    {
      title: 'Minimum area',
      subtitle: `${Math.round(areaKm2)} km² are billed as ${billedKm2} km²`,
      percentage: 0,
      amount: 0,
    },
  ]
}

export const roundTokens = (amount: number) => Math.round(amount * 100) / 100
