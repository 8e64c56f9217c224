import type { ProjectionInput } from '#src/webgl/projection-uniforms.ts'
import { levelForScreen } from './level-for-screen.ts'
import { createLevelTextures, type LoadState } from './level-textures.ts'
import type { Cog } from './open-cog.ts'
import { bandsOfPaint, type Paint } from './paint.ts'
import { createPaintDrawing, type PaintDrawing } from './paint-drawing.ts'

/** What the layer needs of the map that shows it. */
export type MapOfLayer = { triggerRepaint: () => void; getZoom: () => number }

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

export function createBandMathLayer(cog: Cog): BandMathLayer {
  let map: MapOfLayer | undefined
  let context: WebGL2RenderingContext | undefined
  let drawing: PaintDrawing | undefined
  let wanted: Paint | undefined
  /** What is on the screen until the bands of the wanted paint are there. */
  let shown: Paint | undefined
  let opacity = 1
  let clip: ScreenClip | null = null
  const repaint = () => map?.triggerRepaint()
  const textures = createLevelTextures(cog, repaint)

  return {
    setPaint(paint) {
      wanted = paint
      repaint()
    },
    setOpacity(next) {
      opacity = next
      repaint()
    },
    setClip(next) {
      clip = next
      repaint()
    },
    retry: textures.retry,
    subscribe: textures.subscribe,
    state: textures.state,

    onAdd(addedTo, gl) {
      map = addedTo
      context = gl as WebGL2RenderingContext
      drawing = createPaintDrawing(context, cog.info)
    },

    onRemove() {
      textures.release(context)
      drawing?.release()
      drawing = shown = map = context = undefined
    },

    render(given, input) {
      if (!wanted || !drawing || !map) return
      const needed = bandsOfPaint(wanted)
      const level = levelForScreen(cog, map.getZoom())
      // Compiles while the bands are on their way.
      drawing.prepare(wanted, input)
      if (textures.best(needed, level)) shown = wanted
      if (!shown) textures.preview(needed, level)
      textures.bring(needed, level)
      const drawn = shown && textures.best(bandsOfPaint(shown), level)
      if (!shown || !drawn) return
      const gl = given as WebGL2RenderingContext
      if (clip) startClip(gl, clip)
      drawing.draw(shown, drawn, opacity, input)
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
