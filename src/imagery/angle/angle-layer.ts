import { colormapTable } from '#src/formula/colormaps.ts'
import type { MapOfLayer } from '../band-math-layer.ts'
import type { LoadState } from '../level-textures.ts'
import { buildProgram, type GlProgram } from '#src/webgl/program.ts'
import { createMeshDrawing, type MeshDrawing } from '../mesh-drawing.ts'
import type { Cog } from '../open-cog.ts'
import { vertexShader } from '../paint-shader.ts'
import type { ProjectionInput } from '#src/webgl/projection-uniforms.ts'
import { ImageryError, type Samples } from '../raster-info.ts'
import { rasterMesh } from '../raster-mesh.ts'
import { readWindow } from '../read-window.ts'
import { anglesOf, type AngleMap } from './angle-map.ts'
import { anglePlan, type AnglePlan } from './angle-plan.ts'
import { anglePaintShader } from './angle-shaders.ts'
import { createAngleSums, type AngleSums } from './angle-sums.ts'

/** Draws where a GeoTIFF is like a spectrum, by spectral angle: a custom layer of MapLibre, and the knobs of it. */
export type AngleLayer = {
  /** A value for each band of the file, NaN where it is not to be compared. The map refines as bands are read. */
  setReference: (reference: readonly number[]) => void
  /** Up to which angle pixels are drawn; shows with the next frame. */
  setWithin: (rad: number) => void
  /** 0 to 1 */
  setOpacity: (opacity: number) => void
  retry: () => void
  /** For useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void
  state: () => LoadState
  /** Of all pixels, once all bands are in. */
  angles: () => AngleMap | undefined
  onAdd: (map: MapOfLayer, gl: WebGLRenderingContext | WebGL2RenderingContext) => void
  onRemove: (map: MapOfLayer, gl: WebGLRenderingContext | WebGL2RenderingContext) => void
  prerender: (gl: WebGLRenderingContext | WebGL2RenderingContext) => void
  render: (gl: WebGLRenderingContext | WebGL2RenderingContext, input: ProjectionInput) => void
}

/** Its last colour is the nearest. */
export const angleColormap = 'viridis'
/** A frame has to stay a frame, also where the GPU is a part of the processor. */
const CHUNKS_A_FRAME = 2

type Chunk = { bands: readonly number[]; samples?: readonly Samples[]; texture?: WebGLTexture }

export function createAngleLayer(cog: Cog): AngleLayer {
  const mesh = rasterMesh(cog.info.grid)
  const listeners = new Set<() => void>()
  const programs = new Map<string, GlProgram>()

  let map: MapOfLayer | undefined
  let gl: WebGL2RenderingContext | undefined
  let shown: { mesh: MeshDrawing; colours: WebGLTexture } | undefined
  let reference: readonly number[] | undefined
  let plan: AnglePlan | undefined
  let chunks: Chunk[] = []
  /** The chunk that is added next. */
  let next = 0
  let sums: AngleSums | undefined
  let within = 0.1
  let opacity = 1
  let state: LoadState = { kind: 'idle' }
  let angles: AngleMap | undefined
  let reading: AbortController | undefined

  const change = (to: LoadState) => {
    state = to
    for (const listener of listeners) listener()
  }

  const dropChunks = () => {
    for (const { texture } of chunks) if (texture) gl?.deleteTexture(texture)
    chunks = []
  }

  const start = () => {
    reading?.abort()
    reading = undefined
    next = 0
    angles = undefined
    if (!reference || !map || !gl) return
    const wanted = anglePlan(cog, reference)
    const isSame = plan && chunks.length > 0 && JSON.stringify(wanted) === JSON.stringify(plan)
    if (!isSame) {
      dropChunks()
      chunks = wanted.chunks.map((bands) => ({ bands }))
      if (wanted.level !== plan?.level || !sums) {
        sums?.release()
        sums = createAngleSums(gl, cog.info, cog.levels[wanted.level]!) ?? undefined
      }
      plan = wanted
    }
    if (!sums) return change({ kind: 'failed', error: new ImageryError(noFloats) })
    if (chunks.every(({ texture }) => texture)) change({ kind: 'idle' })
    else void read(plan!)
    map.triggerRepaint()
  }

  const read = async ({ level }: AnglePlan) => {
    const controller = new AbortController()
    reading = controller
    const { signal } = controller
    const total = chunks.reduce((sum, { bands }) => sum + bands.length, 0)
    let done = 0
    change({ kind: 'loading', done, total })
    try {
      for (const chunk of chunks) {
        if (!chunk.texture && !chunk.samples) chunk.samples = await readWindow(cog, chunk.bands, { level, signal })
        signal.throwIfAborted()
        done += chunk.bands.length
        change({ kind: 'loading', done, total })
        map?.triggerRepaint()
      }
      change({ kind: 'idle' })
    } catch (error) {
      if (signal.aborted) return
      change({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
    }
  }

  const addChunks = () => {
    if (!sums || !reference || !plan) return
    const from = next
    while (next < chunks.length && next < from + CHUNKS_A_FRAME) {
      const chunk = chunks[next]!
      if (chunk.samples) {
        chunk.texture = sums.upload(chunk.bands, chunk.samples)
        delete chunk.samples
      }
      if (!chunk.texture) break
      sums.add(chunk.texture, chunk.bands, reference, next === 0)
      if (!plan.isResident) {
        gl?.deleteTexture(chunk.texture)
        delete chunk.texture
      }
      next++
    }
    if (next === from) return
    if (next < chunks.length) return map?.triggerRepaint()
    const { width, height } = cog.levels[plan.level]!
    angles = { width, height, angles: anglesOf(sums.read()) }
    change(state)
  }

  return {
    setReference(to) {
      reference = to
      start()
    },
    setWithin(rad) {
      within = rad
      map?.triggerRepaint()
    },
    setOpacity(to) {
      opacity = to
      map?.triggerRepaint()
    },
    retry: start,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,
    angles: () => angles,

    onAdd(addedTo, context) {
      map = addedTo
      gl = context as WebGL2RenderingContext
      const colours = gl.createTexture()
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D, colours)
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, 256, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, colormapTable(angleColormap, 256))
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST)
      shown = { mesh: createMeshDrawing(gl, mesh), colours }
      start()
    },

    onRemove() {
      reading?.abort()
      reading = undefined
      dropChunks()
      sums?.release()
      for (const { program } of programs.values()) gl?.deleteProgram(program)
      programs.clear()
      shown?.mesh.release()
      if (shown) gl?.deleteTexture(shown.colours)
      sums = plan = shown = map = gl = undefined
      state = { kind: 'idle' }
    },

    prerender: addChunks,

    render(given, input) {
      const context = given as WebGL2RenderingContext
      const texture = next > 0 ? sums?.texture() : null
      if (!shown || !texture) return
      const { variantName, vertexShaderPrelude, define } = input.shaderData
      let program = programs.get(variantName)
      if (!program) {
        program = buildProgram(context, vertexShader(vertexShaderPrelude, define), anglePaintShader)
        programs.set(variantName, program)
      }
      context.useProgram(program.program)
      context.activeTexture(context.TEXTURE0)
      context.bindTexture(context.TEXTURE_2D, texture)
      context.activeTexture(context.TEXTURE1)
      context.bindTexture(context.TEXTURE_2D, shown.colours)
      context.uniform1i(program.uniform('u_sums'), 0)
      context.uniform1i(program.uniform('u_colours'), 1)
      context.uniform1f(program.uniform('u_within'), within)
      context.uniform1f(program.uniform('u_opacity'), opacity)
      shown.mesh.draw(program, input)
    },
  }
}

const noFloats = 'The graphics card can not draw into floating point numbers, which angles need. Try another browser.'
