/** Shorter runs are no detector: their bands are only out of order. */
const DETECTOR_BANDS = 8

type Run = { indices: number[]; fromNm: number; toNm: number }

/**
 * The bands that make one ascending curve, as indices. Where two detectors overlap (EnMAP: 902 to 993 nm), the first gives
 * the lower half of the overlap and the second the upper, as their difference in calibration would draw a saw. Bands without
 * a wavelength are left out.
 */
export function curveOrder(wavelengthsNm: readonly number[]): number[] {
  const runs = runsOf(wavelengthsNm)
  if (runs.some(({ indices }) => indices.length < DETECTOR_BANDS)) return sorted(wavelengthsNm)
  let order: number[] = []
  let reachedNm = -Infinity
  for (const run of runs.toSorted((a, b) => a.fromNm - b.fromNm)) {
    // One detector within the reach of another has no half of its own.
    if (run.toNm <= reachedNm) return sorted(wavelengthsNm)
    const cutNm = run.fromNm < reachedNm ? (run.fromNm + reachedNm) / 2 : -Infinity
    order = order.filter((i) => wavelengthsNm[i]! <= Math.max(cutNm, run.fromNm))
    const last = wavelengthsNm[order.at(-1) ?? -1] ?? -Infinity
    order.push(...run.indices.filter((i) => wavelengthsNm[i]! > Math.max(cutNm, last)))
    reachedNm = run.toNm
  }
  return order
}

function runsOf(wavelengthsNm: readonly number[]): Run[] {
  const runs: Run[] = []
  wavelengthsNm.forEach((nm, i) => {
    if (!Number.isFinite(nm)) return
    const run = runs.at(-1)
    if (!run || nm <= run.toNm) runs.push({ indices: [i], fromNm: nm, toNm: nm })
    else {
      run.indices.push(i)
      run.toNm = nm
    }
  })
  return runs
}

/** By wavelength; the first of bands that share one. */
function sorted(wavelengthsNm: readonly number[]): number[] {
  const order = [...wavelengthsNm.keys()]
    .filter((i) => Number.isFinite(wavelengthsNm[i]))
    .toSorted((a, b) => wavelengthsNm[a]! - wavelengthsNm[b]! || a - b)
  return order.filter((band, i) => i === 0 || wavelengthsNm[band] !== wavelengthsNm[order[i - 1]!])
}
