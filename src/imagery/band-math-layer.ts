import { createBandTextures } from './band-textures.ts'
import type { BandTextures } from './band-textures.ts'
import type { Cog } from './open-cog.ts'
import { bandsOfPaint, colourTable, MAX_CLASSES } from './paint.ts'
import type { Paint } from './paint.ts'
import { fragmentShader, vertexShader } from './paint-shader.ts'
import { buildProgram } from '#src/webgl/program.ts'
import type { GlProgram } from '#src/webgl/program.ts'
import { createMeshDrawing } from './mesh-drawing.ts'
import type { MeshDrawing } from './mesh-drawing.ts'
import type { ProjectionInput } from '#src/webgl/projection-uniforms.ts'
import { pixelToLngLat, pixelWidthM } from './raster-grid.ts'
import { rasterMesh } from './raster-mesh.ts'

/** What the layer needs of the map that shows it. */
export type MapOfLayer = { triggerRepaint: () => void; getZoom: () => number }

export type LoadState =
  | { kind: 'idle' }
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'failed'; error: Error }

/** From 0, the left edge of the canvas, to 1. */
export type ScreenClip = readonly [from: number, to: number]

/** Draws a GeoTIFF on a MapLibre map by formula: a custom layer, and the knobs of it. */
export type BandMathLayer = {
  /** Repaints with the next frame; bands that are not on the GPU yet come as they arrive, the old picture staying. */
  setPaint: (paint: Paint) => void
  /** 0 to 1 */
  setOpacity: (opacity: number) => void
  /** Draws only between these shares of the canvas's width; null draws over all of it. */
  setClip: (clip: ScreenClip | null) => void
  retry: () => void
  /** For useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void
  state: () => LoadState
  onAdd: (map: MapOfLayer, gl: WebGLRenderingContext | WebGL2RenderingContext) => void
  onRemove: (map: MapOfLayer, gl: WebGLRenderingContext | WebGL2RenderingContext) => void
  render: (gl: WebGLRenderingContext | WebGL2RenderingContext, input: ProjectionInput) => void
}

type Loading = { key: string; controller: AbortController }

/** One band of a level may hold as many pixels as this; larger levels are left to a desktop program. */
const MAX_LEVEL_PIXELS = 4096 * 4096
/** A first look that the right picture replaces at once would only flicker, and cost the time of a frame. */
const PREVIEW_AFTER_MS = 200
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
/** Open ends of classes: infinity in a uniform is not the same on every GPU. */
const finite = (bound: number) => Math.min(3.4e38, Math.max(-3.4e38, bound))
const WORLD_M_AT_ZOOM_0 = 40_075_016.686 / 512

export function createBandMathLayer(cog: Cog): BandMathLayer {
  const { grid, bands, nodata } = cog.info
  const mesh = rasterMesh(grid)
  const [, middleLat] = pixelToLngLat(grid, grid.width / 2, grid.height / 2)
  const finest = Math.max(
    0,
    cog.levels.findIndex(({ width, height }) => width * height <= MAX_LEVEL_PIXELS),
  )
  // The first look at a file: a tile for each band, until the right level is there.
  const coarsest = cog.levels.length - 1
  const levels = new Map<number, BandTextures>()
  const programs = new Map<string, GlProgram>()
  const listeners = new Set<() => void>()

  let map: MapOfLayer | undefined
  let context: WebGL2RenderingContext | undefined
  let drawing: { mesh: MeshDrawing; colours: WebGLTexture } | undefined
  let wanted: Paint | undefined
  /** What is on the screen until the bands of the wanted paint are there. */
  let shown: Paint | undefined
  let coloursOf: Paint | undefined
  let opacity = 1
  let clip: ScreenClip | null = null
  let state: LoadState = { kind: 'idle' }
  let loading: Loading | undefined
  /** The first look at a file, on its way beside the right level. */
  let previewing: Loading | undefined

  const change = (next: LoadState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const texturesOf = (level: number) => {
    let textures = levels.get(level)
    if (!textures) levels.set(level, (textures = createBandTextures(cog, level)))
    return textures
  }

  /** The coarsest level that still has a pixel for each pixel of the screen. */
  const levelForScreen = () => {
    const zoom = map?.getZoom() ?? 0
    const screenPixelM =
      (WORLD_M_AT_ZOOM_0 * Math.cos((middleLat * Math.PI) / 180)) / 2 ** zoom / (globalThis.devicePixelRatio || 1)
    const fullM = pixelWidthM(grid)
    let best = finest
    cog.levels.forEach(({ width }, level) => {
      if (level >= finest && (fullM * grid.width) / width <= screenPixelM * 1.2) best = level
    })
    return best
  }

  const load = (level: number, needed: readonly number[]) => {
    const key = `${level}/${needed.join()}`
    if (loading?.key === key) return
    loading?.controller.abort()
    const controller = new AbortController()
    loading = { key, controller }
    change({ kind: 'loading', done: 0, total: 0 })
    texturesOf(level)
      .load(needed, controller.signal, (done, total) => {
        if (!controller.signal.aborted) change({ kind: 'loading', done, total })
      })
      .then(
        () => {
          if (controller.signal.aborted) return
          loading = undefined
          previewing?.controller.abort()
          previewing = undefined
          change({ kind: 'idle' })
          map?.triggerRepaint()
        },
        (error: unknown) => {
          // Stays "loading" by key, so that a failing file is not asked again with every frame.
          if (!controller.signal.aborted)
            change({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
        },
      )
  }

  const preview = (needed: readonly number[]) => {
    const key = needed.join()
    if (previewing?.key === key) return
    previewing?.controller.abort()
    const controller = new AbortController()
    previewing = { key, controller }
    const textures = createBandTextures(cog, coarsest)
    textures
      .load(needed, controller.signal, () => undefined)
      .then(() => pause(PREVIEW_AFTER_MS))
      .then(
        () => {
          if (controller.signal.aborted || levels.has(coarsest)) return
          levels.set(coarsest, textures)
          map?.triggerRepaint()
        },
        () => {
          // Whatever is wrong with the file, reading the right level tells it.
        },
      )
  }

  const programOf = (gl: WebGL2RenderingContext, paint: Paint, { shaderData }: ProjectionInput) => {
    const fragment = fragmentShader(paint, cog.info)
    const key = `${shaderData.variantName}\n${fragment}`
    let program = programs.get(key)
    if (!program) {
      program = buildProgram(gl, vertexShader(shaderData.vertexShaderPrelude, shaderData.define), fragment)
      programs.set(key, program)
    }
    return program
  }

  /** The level to draw now: the right one when it is there, else the nearest that is. */
  const bestLoaded = (needed: readonly number[], level: number) =>
    [...levels.keys()]
      .filter((other) => levels.get(other)!.has(needed))
      .toSorted((a, b) => Math.abs(a - level) - Math.abs(b - level))[0]

  return {
    setPaint(paint) {
      wanted = paint
      map?.triggerRepaint()
    },
    setOpacity(next) {
      opacity = next
      map?.triggerRepaint()
    },
    setClip(next) {
      clip = next
      map?.triggerRepaint()
    },
    retry() {
      loading = previewing = undefined
      change({ kind: 'idle' })
      map?.triggerRepaint()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,

    onAdd(addedTo, gl) {
      map = addedTo
      context = gl as WebGL2RenderingContext
      drawing = { mesh: createMeshDrawing(context, mesh), colours: context.createTexture() }
      coloursOf = undefined
    },

    onRemove() {
      loading?.controller.abort()
      previewing?.controller.abort()
      loading = previewing = undefined
      state = { kind: 'idle' }
      if (context && drawing) {
        for (const textures of levels.values()) textures.release(context)
        for (const { program } of programs.values()) context.deleteProgram(program)
        drawing.mesh.release()
        context.deleteTexture(drawing.colours)
      }
      levels.clear()
      programs.clear()
      shown = undefined
      drawing = undefined
      map = undefined
    },

    render(given, input) {
      if (!wanted || !drawing) return
      const gl = given as WebGL2RenderingContext
      const needed = bandsOfPaint(wanted)
      const level = levelForScreen()
      // Compiles while the bands are on their way.
      programOf(gl, wanted, input)
      if (bestLoaded(needed, level) !== undefined) shown = wanted
      if (!texturesOf(level).has(needed)) {
        if (!shown && level !== coarsest) preview(needed)
        load(level, needed)
      }
      if (!shown) return
      const shownBands = bandsOfPaint(shown)
      const drawn = bestLoaded(shownBands, level)
      if (drawn === undefined) return

      const program = programOf(gl, shown, input)
      gl.useProgram(program.program)
      const slots = texturesOf(drawn).bind(gl, shownBands)
      const at = (name: string) => program.uniform(name)
      gl.uniform1i(at('u_bands'), 0)
      gl.uniform3fv(
        at('u_band'),
        shownBands.length === 0
          ? [0, 1, 0]
          : shownBands.flatMap((band, i) => [slots[i]!, bands[band]?.scale ?? 1, bands[band]?.offset ?? 0]),
      )
      if (nodata !== null) gl.uniform1f(at('u_nodata'), nodata)
      gl.uniform1f(at('u_opacity'), opacity)
      // As pictures programs count it: above 1 brightens.
      gl.uniform1f(at('u_gamma'), 1 / ((shown.kind === 'classes' ? undefined : shown.gamma) ?? 1))
      if (shown.kind === 'ramp') gl.uniform2fv(at('u_range'), [...shown.range])
      if (shown.kind === 'rgb') gl.uniform2fv(at('u_ranges'), shown.ranges.flat())
      if (shown.kind === 'classes') {
        const classes = shown.classes.slice(0, MAX_CLASSES)
        gl.uniform1i(at('u_classCount'), classes.length)
        if (classes.length > 0)
          gl.uniform2fv(
            at('u_class'),
            classes.flatMap(({ min, max }) => [finite(min), finite(max)]),
          )
      }
      if (shown.kind !== 'rgb') {
        gl.activeTexture(gl.TEXTURE1)
        gl.bindTexture(gl.TEXTURE_2D, drawing.colours)
        if (coloursOf !== shown) {
          const table = colourTable(shown)
          gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, table.length / 4, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, table)
          gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
          gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
          coloursOf = shown
        }
        gl.uniform1i(at('u_colours'), 1)
      }
      if (clip) startClip(gl, clip)
      drawing.mesh.draw(program, input)
      // MapLibre knows nothing of it, and would draw all that comes after within it.
      if (clip) gl.disable(gl.SCISSOR_TEST)
    },
  }
}

function startClip(gl: WebGL2RenderingContext, [from, to]: ScreenClip): void {
  const [left, right] = [from, to].map((share) => Math.round(share * gl.drawingBufferWidth)) as [number, number]
  gl.enable(gl.SCISSOR_TEST)
  gl.scissor(left, 0, Math.max(0, right - left), gl.drawingBufferHeight)
}
