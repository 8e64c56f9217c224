import { clamp01, smoothstep } from './noise.ts'

export const crops = [
  'winter wheat',
  'maize',
  'rapeseed',
  'spring barley',
  'sugar beet',
  'meadow',
  'rice',
  'cotton',
  'alfalfa',
  'orchard',
  'sugar cane',
  'fallow',
] as const
export type Crop = (typeof crops)[number]

// What is grown where, as cumulative shares in the order of `crops`. Rough statistics of FAO by climate.
const cumulative = (shares: Partial<Record<Crop, number>>) => {
  let sum = 0
  return crops.map((crop) => (sum += shares[crop] ?? 0))
}
// prettier-ignore
const mixes = {
  cool: cumulative({ 'winter wheat': 0.2, rapeseed: 0.18, 'spring barley': 0.25, meadow: 0.3, fallow: 0.07 }),
  temperate: cumulative({ 'winter wheat': 0.29, maize: 0.2, rapeseed: 0.11, 'spring barley': 0.1, 'sugar beet': 0.1, meadow: 0.16, fallow: 0.04 }),
  steppe: cumulative({ 'winter wheat': 0.42, maize: 0.16, 'spring barley': 0.12, meadow: 0.08, alfalfa: 0.08, fallow: 0.14 }),
  irrigated: cumulative({ 'winter wheat': 0.27, maize: 0.12, rice: 0.12, cotton: 0.14, alfalfa: 0.16, orchard: 0.14, fallow: 0.05 }),
  subtropical: cumulative({ 'winter wheat': 0.2, maize: 0.2, rice: 0.22, cotton: 0.08, meadow: 0.1, orchard: 0.1, 'sugar cane': 0.06, fallow: 0.04 }),
  tropical: cumulative({ maize: 0.2, rice: 0.22, meadow: 0.32, orchard: 0.1, 'sugar cane': 0.14, fallow: 0.06 }),
}

/** The crop (its number) of a parcel whose random number is `pick`. */
export function cropFor(pick: number, annualTemperatureC: number, aridity: number, irrigated: boolean): number {
  const mix =
    annualTemperatureC > 23.5 && aridity < 0.5
      ? mixes.tropical
      : irrigated && annualTemperatureC > 14
        ? mixes.irrigated
        : annualTemperatureC > 15
          ? aridity > 0.48
            ? mixes.irrigated
            : mixes.subtropical
          : aridity > 0.42
            ? mixes.steppe
            : annualTemperatureC < 5
              ? mixes.cool
              : mixes.temperate
  const total = mix[mix.length - 1]!
  for (let i = 0; i < mix.length; i++) if (pick * total < mix[i]!) return i
  return mix.length - 1
}

/** Ground shares of a field on a day; what is left is bare soil. */
export type CropState = { green: number; young: number; dry: number; stubble: number; flooded: number; flowers: number }

/** A growing season in days of the northern year at a mean temperature of 9 deg C; sowing may be negative (last autumn). */
type Calendar = { sow: number; full: number; ripen: number; harvest: number; cover: number }
// prettier-ignore
const calendars: Partial<Record<Crop, Calendar>> = {
  'winter wheat': { sow: -75, full: 112, ripen: 166, harvest: 206, cover: 0.97 },
  maize: { sow: 128, full: 188, ripen: 248, harvest: 282, cover: 0.96 },
  rapeseed: { sow: -110, full: 98, ripen: 172, harvest: 204, cover: 0.97 },
  'spring barley': { sow: 84, full: 138, ripen: 178, harvest: 212, cover: 0.93 },
  'sugar beet': { sow: 100, full: 172, ripen: 290, harvest: 306, cover: 0.98 },
  cotton: { sow: 118, full: 190, ripen: 262, harvest: 300, cover: 0.9 },
}

function season(calendar: Calendar, day: number): CropState {
  const inYear = day > calendar.harvest + 60 && calendar.sow < 0 ? day - 365 : day
  const { sow, full, ripen, harvest, cover } = calendar
  const emerging = smoothstep(sow + 12, full, inYear)
  // Autumn-sown fields stay a thin green lawn through the winter.
  const winter = sow < 0 ? 0.35 * smoothstep(sow + 8, sow + 50, inYear) : 0
  const standing = inYear < harvest ? 1 : 0
  const ripe = smoothstep(ripen, harvest - 12, inYear)
  const canopy = cover * Math.max(emerging, winter) * standing
  const stubble = inYear >= harvest ? smoothstep(harvest + 75, harvest + 20, inYear) * 0.85 : 0
  return {
    green: canopy * (1 - ripe),
    young: canopy * (1 - ripe) * (1 - emerging),
    dry: canopy * ripe,
    stubble,
    flooded: 0,
    flowers: 0,
  }
}

/**
 * Where winters are mild the field is used twice: maize or rice after wheat, clover before cotton and maize (in half of
 * the fields).
 */
function secondCrop(
  first: Calendar,
  autumnSown: boolean,
  state: CropState,
  local: number,
  warm: number,
  shift: number,
): Partial<CropState> {
  if (autumnSown) {
    const since = (local + 4.5 * warm - first.harvest + 365) % 365
    if (since > 140 || state.green > 0.3) return {}
    const green = 0.94 * smoothstep(18, 62, since) * smoothstep(126, 108, since)
    const dry = 0.9 * smoothstep(108, 124, since) * smoothstep(140, 132, since)
    return { green, dry, young: green * smoothstep(75, 40, since), stubble: state.stubble * smoothstep(35, 15, since) }
  }
  if (shift < 0) return {}
  const winterDay = local < 180 ? local : local - 365
  const green = 0.9 * smoothstep(-55, -15, winterDay) * smoothstep(98, 82, winterDay)
  return green > state.green ? { green, young: 0.5 * green, stubble: 0, dry: 0 } : {}
}

const bareState = (): CropState => ({ green: 0, young: 0, dry: 0, stubble: 0, flooded: 0, flowers: 0 })

function rice(day: number, start: number): CropState {
  const age = (day - start + 365) % 365
  if (age > 125) return { ...bareState(), stubble: age < 160 ? 0.8 : 0.25 }
  const green = 0.95 * smoothstep(15, 60, age) * smoothstep(122, 96, age)
  return {
    green,
    young: green * smoothstep(80, 40, age),
    dry: 0.9 * smoothstep(96, 118, age),
    stubble: 0,
    flooded: (1 - green) * smoothstep(70, 40, age),
    flowers: 0,
  }
}

/**
 * A field on a day. `day` counts from 1 January in the north, 1 July in the south; `shift` is the parcel's own lateness
 * in days. Calendars move about four days for each degree that the place is warmer or colder than 9 deg C.
 */
export function cropState(crop: Crop, day: number, shift: number, annualTemperatureC: number): CropState {
  const warm = Math.min(12, Math.max(-5, annualTemperatureC - 9))
  const local = day - shift
  const spring = local + 4 * warm
  const calendar = calendars[crop]
  if (calendar) {
    const autumnSown = calendar.sow < 0
    const state = season(calendar, autumnSown ? local + 4.5 * warm : spring)
    if (warm > 4.5) return { ...state, ...secondCrop(calendar, autumnSown, state, local, warm, shift) }
    if (crop === 'rapeseed') {
      const bloom = smoothstep(112, 124, spring) * smoothstep(146, 134, spring)
      return { ...state, flowers: 0.8 * bloom, green: state.green * (1 - 0.8 * bloom) }
    }
    return state
  }
  switch (crop) {
    case 'meadow': {
      const growing = smoothstep(70, 120, spring) * smoothstep(345, 290, local) * 0.35 + 0.55
      const cut = ((local + 400) % 55) / 55
      return {
        ...bareState(),
        green: growing * (0.6 + 0.4 * smoothstep(0, 0.5, cut)),
        dry: 0.12 + 0.2 * (1 - smoothstep(0, 0.35, cut)),
      }
    }
    case 'alfalfa': {
      const cut = ((local + 400) % 32) / 32
      return {
        ...bareState(),
        green: 0.25 + 0.72 * smoothstep(0.05, 0.6, cut),
        stubble: 0.3 * (1 - smoothstep(0, 0.4, cut)),
      }
    }
    case 'rice':
      return rice(
        local,
        annualTemperatureC > 23 && (local + 365) % 365 > 330
          ? 345
          : annualTemperatureC > 23 && local < 120
            ? 345 - 365
            : 150,
      )
    case 'sugar cane': {
      const age = ((local + 400) % 365) / 365
      return {
        ...bareState(),
        green: 0.95 * smoothstep(0.05, 0.4, age),
        dry: 0.25 * smoothstep(0.8, 1, age),
        stubble: 0.5 * smoothstep(0.15, 0, age),
      }
    }
    case 'orchard': {
      const leaves = annualTemperatureC > 18 ? 0.9 : smoothstep(85, 130, spring) * smoothstep(325, 285, local)
      return { ...bareState(), green: 0.3 + 0.65 * leaves, dry: clamp01(0.3 * (1 - leaves)) }
    }
    default:
      return { ...bareState(), green: 0.12, stubble: 0.15 }
  }
}
