import type { Cog } from './open-cog.ts'
import { sampleBytes } from './raster-info.ts'
import type { Samples } from './raster-info.ts'
import { readWindow } from './read-window.ts'

/** Some bands of one level on the GPU, each a layer of one array texture. */
export type BandTextures = {
  /** Whether all of these bands are on the GPU, or ready to go there with the next frame. */
  has: (bands: readonly number[]) => boolean
  /** Reads what is missing. Bands not asked for make room, the longest unused first. */
  load: (
    bands: readonly number[],
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ) => Promise<void>
  /** Binds the texture to unit 0 of a frame, uploading what arrived. Gives each band's layer. */
  bind: (gl: WebGL2RenderingContext, bands: readonly number[]) => number[]
  release: (gl: WebGL2RenderingContext) => void
}

/** What the bands of one level may take on the GPU, when a formula does not need more at once. */
const LEVEL_BYTES = 128 << 20
const MAX_LAYERS = 256
/** Room at first: two composites and a formula. More would delay the first frame, since a GPU clears what it gives. */
const FIRST_LAYERS = 8

export function createBandTextures(cog: Cog, level: number): BandTextures {
  const { width, height } = cog.levels[level]!
  const bandBytes = width * height * sampleBytes(cog.info.sampleType)
  const layers = new Map<number, number>()
  const arrived = new Map<number, Samples>()
  let capacity = 0
  let texture: WebGLTexture | null = null

  const has = (bands: readonly number[]) => bands.every((band) => layers.has(band) || arrived.has(band))

  /** Room for so many bands more; what is on the GPU stays. */
  const grow = (gl: WebGL2RenderingContext, needed: number, most: number) => {
    const [old, oldCapacity] = [texture, capacity]
    capacity = Math.min(most, Math.max(needed, FIRST_LAYERS, 2 * oldCapacity))
    texture = gl.createTexture()
    gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
    const { internal } = formatOf(gl, bandBytes / (width * height))
    gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, internal, width, height, capacity)
    // Integer textures draw nothing with the filters that are the default.
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, filter, gl.NEAREST)
    for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
      gl.texParameteri(gl.TEXTURE_2D_ARRAY, wrap, gl.CLAMP_TO_EDGE)
    if (!old) return
    copyLayers(gl, old, oldCapacity, { width, height })
    gl.deleteTexture(old)
  }

  const layerFor = (band: number, keep: readonly number[]) => {
    const known = layers.get(band)
    if (known !== undefined) return known
    if (layers.size < capacity) return layers.size
    for (const [other, layer] of layers) {
      if (keep.includes(other)) continue
      layers.delete(other)
      return layer
    }
    return 0
  }

  return {
    has,
    async load(bands, signal, onProgress) {
      const missing = bands.filter((band) => !has([band]))
      if (missing.length === 0) return
      const samples = await readWindow(cog, missing, { level, signal, onProgress })
      missing.forEach((band, i) => arrived.set(band, samples[i]!))
    },
    bind(gl, bands) {
      gl.activeTexture(gl.TEXTURE0)
      // More than the budget only when a formula needs more at once.
      const most = Math.max(
        bands.length,
        Math.min(MAX_LAYERS, cog.info.bands.length, Math.floor(LEVEL_BYTES / bandBytes)),
      )
      const held = layers.size + bands.filter((band) => !layers.has(band)).length
      if (!texture || (held > capacity && capacity < most)) grow(gl, Math.min(held, most), most)
      else gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
      const { format, type } = formatOf(gl, bandBytes / (width * height))
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1)
      gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
      for (const [band, samples] of arrived) {
        if (!bands.includes(band)) continue
        const layer = layerFor(band, bands)
        gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, width, height, 1, format, type, unsigned(samples))
        layers.set(band, layer)
        arrived.delete(band)
      }
      // Asked for again is used lately: a Map keeps the order of insertion.
      for (const band of bands) {
        const layer = layers.get(band)
        if (layer === undefined) continue
        layers.delete(band)
        layers.set(band, layer)
      }
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
      return bands.map((band) => layers.get(band) ?? 0)
    },
    release(gl) {
      if (texture) gl.deleteTexture(texture)
      texture = null
      layers.clear()
    },
  }
}

/** Into the texture that is bound. */
function copyLayers(
  gl: WebGL2RenderingContext,
  from: WebGLTexture,
  count: number,
  size: { width: number; height: number },
) {
  const before = gl.getParameter(gl.READ_FRAMEBUFFER_BINDING) as WebGLFramebuffer | null
  const framebuffer = gl.createFramebuffer()
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, framebuffer)
  for (let layer = 0; layer < count; layer++) {
    gl.framebufferTextureLayer(gl.READ_FRAMEBUFFER, gl.COLOR_ATTACHMENT0, from, 0, layer)
    gl.copyTexSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, 0, 0, size.width, size.height)
  }
  gl.bindFramebuffer(gl.READ_FRAMEBUFFER, before)
  gl.deleteFramebuffer(framebuffer)
}

function formatOf(gl: WebGL2RenderingContext, bytes: number) {
  const format = gl.RED_INTEGER
  if (bytes === 1) return { internal: gl.R8UI, format, type: gl.UNSIGNED_BYTE }
  return bytes === 2
    ? { internal: gl.R16UI, format, type: gl.UNSIGNED_SHORT }
    : { internal: gl.R32UI, format, type: gl.UNSIGNED_INT }
}

/** The same bits as the integers that the texture takes. */
function unsigned(samples: Samples): Uint8Array | Uint16Array | Uint32Array {
  if (samples instanceof Int16Array) return new Uint16Array(samples.buffer)
  return samples instanceof Float32Array ? new Uint32Array(samples.buffer) : samples
}
