import { lowestSunDeg } from '#sandbox/earth/scene-catalogue.ts'
import { windowDays } from '#sandbox/orders/capture-tier.ts'
import type { CaptureWindow } from '#sandbox/orders/capture-tier.ts'
import { clearChance, highestLatitude, meanSceneCloud, passChance, sunAtPass } from './passes.ts'
import type { Strip } from './strips.ts'

export type CaptureLimits = { cloudCoverPercent: number; offNadirDeg: number }

export type Feasibility = {
  status: 'SUCCESS' | 'WEAK_SUCCESS' | 'FAILED'
  /** 0..1 that the whole area is taken; exactly 0 when it can not be */
  chance: number
  reason: string
}

/** The service publishes no numbers; these are the sandbox's own. */
const likely = 0.7
const possible = 0.2
const dayMs = 86_400_000

/**
 * How likely the whole area is taken within the window: for each strip and day, a satellite has to pass within the angle while
 * the sun is high enough, and the scene has to be clear enough for the climate of the place and season.
 */
export function feasibility(strips: readonly Strip[], window: CaptureWindow, limits: CaptureLimits): Feasibility {
  const days = Array.from({ length: windowDays(window) }, (_, i) => window.startMs + i * dayMs)
  const perStrip = strips.map(({ centre }) => {
    const passes = days.map((ms) => passChance(centre, ms, limits.offNadirDeg))
    const clear = days.map((ms) => clearChance(meanSceneCloud(centre, ms), limits.cloudCoverPercent / 100))
    const missed = passes.reduce((chance, pass, i) => chance * (1 - pass * clear[i]!), 1)
    return { taken: 1 - missed, passes, clear }
  })
  const chance = perStrip.reduce((product, { taken }) => product * taken, 1)
  const status = chance >= likely ? 'SUCCESS' : chance >= possible ? 'WEAK_SUCCESS' : 'FAILED'
  if (chance === 0) return { status, chance, reason: whyImpossible(strips, days, limits) }

  const worst = perStrip.reduce((a, b) => (b.taken < a.taken ? b : a))
  const passDays = sum(worst.passes)
  const clearShare = sum(worst.clear.map((clear, i) => clear * worst.passes[i]!)) / passDays
  const parts = [
    `The chance of a whole picture is about ${Math.round(100 * chance)} %`,
    `satellites pass within ${limits.offNadirDeg}° on about ${tenths(passDays)} of ${days.length} ${days.length === 1 ? 'day' : 'days'}`,
    ...(limits.cloudCoverPercent < 100
      ? [
          `${Math.round(100 * clearShare)} % of the scenes have at most ${limits.cloudCoverPercent} % cloud in this season`,
        ]
      : []),
    ...(strips.length > 1 ? [`the area needs ${strips.length} captures`] : []),
  ]
  return {
    status,
    chance,
    reason: `${parts.join('; ')}.${status === 'SUCCESS' ? '' : ` ${advice(passDays / days.length, clearShare)}`}`,
  }
}

function advice(passShare: number, clearShare: number): string {
  if (passShare < 0.4 && passShare < clearShare) return 'Allow a larger off-nadir angle or a longer window.'
  if (clearShare < 0.4) return 'Allow more cloud, a longer window or a clearer season.'
  return 'Allow a longer window.'
}

function whyImpossible(strips: readonly Strip[], days: number[], { cloudCoverPercent }: CaptureLimits): string {
  if (strips.some(({ centre: [, lat] }) => Math.abs(lat) > highestLatitude))
    return `No satellite passes over places beyond ${tenths(highestLatitude)}° of latitude.`
  const heights = strips.map(({ centre: [lng, lat] }) =>
    Math.max(...days.map((ms) => sunAtPass(lng, lat, ms).elevationDeg)),
  )
  const lowest = Math.min(...heights)
  if (lowest < lowestSunDeg)
    return `The sun stands at most ${tenths(lowest)}° high when satellites pass; a picture needs ${lowestSunDeg}°. Choose another season.`
  if (cloudCoverPercent === 0) return 'No scene is wholly free of cloud. Allow some.'
  return 'No satellite of this sensor flies in this window.'
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
const tenths = (value: number) => String(Math.round(value * 10) / 10)
