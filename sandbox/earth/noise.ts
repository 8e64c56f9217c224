// Noise is the only source of variety in the model: pure functions of coordinates and a seed, so every process, window
// and day sees the same Earth. Integer hash finaliser after Appleby's MurmurHash3; gradient noise after Perlin,
// "Improving noise", SIGGRAPH 2002.

/** 32 well-mixed bits from two integers and a seed. */
export function hash2(x: number, y: number, seed: number): number {
  let h = Math.imul(x, 0x27d4eb2d) ^ Math.imul(y, 0x165667b1) ^ Math.imul(seed, 0x9e3779b1)
  h = Math.imul(h ^ (h >>> 15), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/** The same bits as a number in [0, 1). */
export function unit2(x: number, y: number, seed: number): number {
  return hash2(x, y, seed) / 4294967296
}

/** Further independent numbers in [0, 1) from one hash, so that a parcel or a town needs hashing only once. */
export function unitOf(hash: number, salt: number): number {
  return hash2(hash | 0, salt, 77) / 4294967296
}

const gradientX = new Float64Array(64)
const gradientY = new Float64Array(64)
for (let i = 0; i < 64; i++) {
  gradientX[i] = Math.cos((i * Math.PI) / 32)
  gradientY[i] = Math.sin((i * Math.PI) / 32)
}

function corner(ix: number, iy: number, seed: number, fx: number, fy: number): number {
  const g = hash2(ix, iy, seed) & 63
  return gradientX[g]! * fx + gradientY[g]! * fy
}

/** Smooth noise of wavelength 1, mean 0, mostly within -1..1. */
export function gradientNoise(x: number, y: number, seed: number): number {
  const ix = Math.floor(x)
  const iy = Math.floor(y)
  const fx = x - ix
  const fy = y - iy
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10)
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10)
  const a = corner(ix, iy, seed, fx, fy)
  const b = corner(ix + 1, iy, seed, fx - 1, fy)
  const c = corner(ix, iy + 1, seed, fx, fy - 1)
  const d = corner(ix + 1, iy + 1, seed, fx - 1, fy - 1)
  const top = a + (b - a) * u
  return 1.5 * (top + (c + (d - c) * u - top) * v)
}

/** Fractal sum of gradient noise: `octaves` of halving wavelength and amplitude, scaled back to about -1..1. */
export function fractalNoise(x: number, y: number, seed: number, octaves: number): number {
  let sum = 0
  let amplitude = 1
  let total = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * gradientNoise(x, y, seed + i)
    total += amplitude
    amplitude *= 0.5
    // Turned a little each octave so that lattice directions never line up.
    const turned = 1.62 * x - 1.18 * y
    y = 1.18 * x + 1.62 * y
    x = turned
  }
  return (1.35 * sum) / total
}

/** Hermite step from 0 at `from` to 1 at `to`; `from` may be the larger. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

export function clamp01(value: number): number {
  return value < 0 ? 0 : value > 1 ? 1 : value
}

/**
 * The value in 0..1 that fractal noise `n` has by rank, so that "noise below p" happens on a share p of the ground.
 * Fitted to the noise above (close to normal with a standard deviation of 0.42).
 */
export function rankOfNoise(n: number): number {
  return 1 / (1 + Math.exp(-n * 4.05))
}

/** A stream of numbers in [0, 1): mulberry32 (T. Ettinger), for catalogues where order is part of the meaning. */
export function randomStream(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
