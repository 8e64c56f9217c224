import type { CustomLayerInterface, CustomRenderMethodInput, MapLibreMap } from 'maplibre-gl'
import { worldSquareOf } from '#src/geo/world-square.ts'
import { buildProgram, type GlProgram } from '#src/webgl/program.ts'
import { setProjection } from '#src/webgl/projection-uniforms.ts'
import { bytesOfCorner, isTooFar, outlineCorners, outlineIndices, worldsInView } from './outline-buffer.ts'
import { longestOnGlobe, outlineEdges, type Outline, type OutlineEdges } from './outline-edges.ts'
import { fragmentShader, vertexShader } from './outlines-shader.ts'

const widthPx = 0.75

export type OutlinesDrawing = Omit<CustomLayerInterface, 'id' | 'type'> & {
  /** With the next frame. */
  show: (outlines: readonly Outline[]) => void
}

type OnGpu = { corners: WebGLBuffer; indices: WebGLBuffer; vertices: WebGLVertexArrayObject }

/**
 * Draws thousands of thin outlines in one go, as a layer on the map. MapLibre's own lines are cut into tiles by a worker
 * with each change, and cost three times as much in each frame.
 */
export function createOutlinesDrawing(): OutlinesDrawing {
  let shown: readonly Outline[] = []
  /** Made for the projection of the last frame. */
  let edges: (OutlineEdges & { isGlobe: boolean }) | undefined
  let map: MapLibreMap | undefined
  let onGpu: OnGpu | undefined
  /** What the corners on the GPU are relative to; undefined until they are there. */
  let anchor: readonly [number, number] | undefined
  const programs = new Map<string, GlProgram>()

  const programFor = (gl: WebGL2RenderingContext, { shaderData }: CustomRenderMethodInput) => {
    let program = programs.get(shaderData.variantName)
    if (!program) {
      program = buildProgram(gl, vertexShader(shaderData.vertexShaderPrelude, shaderData.define), fragmentShader)
      programs.set(shaderData.variantName, program)
    }
    return program
  }

  return {
    show(outlines) {
      shown = outlines
      edges = undefined
      map?.triggerRepaint()
    },

    onAdd(addedTo, given) {
      const gl = given as WebGL2RenderingContext
      map = addedTo
      onGpu = { corners: gl.createBuffer(), indices: gl.createBuffer(), vertices: gl.createVertexArray() }
      anchor = undefined
    },

    onRemove(_map, given) {
      const gl = given as WebGL2RenderingContext
      for (const { program } of programs.values()) gl.deleteProgram(program)
      programs.clear()
      if (onGpu) {
        gl.deleteBuffer(onGpu.corners)
        gl.deleteBuffer(onGpu.indices)
        gl.deleteVertexArray(onGpu.vertices)
      }
      onGpu = map = undefined
    },

    render(given, input) {
      if (!map || !onGpu || shown.length === 0) return
      const isGlobe = input.defaultProjectionData.projectionTransition > 0
      if (edges?.isGlobe !== isGlobe) {
        edges = { ...outlineEdges(shown, isGlobe ? longestOnGlobe : Infinity), isGlobe }
        anchor = undefined
      }
      const count = edges.colours.length / 4
      const gl = given as WebGL2RenderingContext
      const program = programFor(gl, input)
      const { lng, lat } = map.getCenter()
      const middle = worldSquareOf(lng, lat)
      gl.bindVertexArray(onGpu.vertices)
      if (!anchor || isTooFar(anchor, middle, map.getZoom())) {
        anchor = middle
        gl.bindBuffer(gl.ARRAY_BUFFER, onGpu.corners)
        gl.bufferData(gl.ARRAY_BUFFER, outlineCorners(edges, anchor), gl.STATIC_DRAW)
        gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, onGpu.indices)
        gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, outlineIndices(count), gl.STATIC_DRAW)
      }
      describeCorners(gl, program, onGpu)
      gl.useProgram(program.program)
      const reachPx = (widthPx * map.getPixelRatio() + 1) / 2
      gl.uniform1f(program.uniform('u_reach'), reachPx)
      gl.uniform2f(program.uniform('u_halfScreen'), gl.drawingBufferWidth / 2, gl.drawingBufferHeight / 2)
      gl.enable(gl.BLEND)
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
      gl.disable(gl.CULL_FACE)
      for (const world of isGlobe ? [0] : worldsInView(edges.span, windowOf(map))) {
        setProjection(gl, program, input, [anchor[0] + world, anchor[1]])
        gl.drawElements(gl.TRIANGLES, count * 6, gl.UNSIGNED_INT, 0)
      }
      gl.bindVertexArray(null)
    },
  }
}

function describeCorners(gl: WebGL2RenderingContext, { program }: GlProgram, { corners }: OnGpu): void {
  gl.bindBuffer(gl.ARRAY_BUFFER, corners)
  const ends = gl.getAttribLocation(program, 'a_ends')
  const colour = gl.getAttribLocation(program, 'a_colour')
  gl.enableVertexAttribArray(ends)
  gl.vertexAttribPointer(ends, 4, gl.FLOAT, false, bytesOfCorner, 0)
  gl.enableVertexAttribArray(colour)
  gl.vertexAttribPointer(colour, 4, gl.UNSIGNED_BYTE, true, bytesOfCorner, 16)
}

/** The x of both sides of the window on the square of Web Mercator, past its edges where the next world begins. */
function windowOf(map: MapLibreMap): readonly [west: number, east: number] {
  const bounds = map.getBounds()
  return [(bounds.getWest() + 180) / 360, (bounds.getEast() + 180) / 360]
}
