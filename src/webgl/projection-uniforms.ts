import type { GlProgram } from './program.ts'

/** The parts of MapLibre's render input that are used here; matrices are column-major and in double precision. */
export type ProjectionInput = {
  shaderData: { variantName: string; vertexShaderPrelude: string; define: string }
  defaultProjectionData: ProjectionData
}

type ProjectionData = {
  mainMatrix: ArrayLike<number>
  fallbackMatrix: ArrayLike<number>
  tileMercatorCoords: readonly [number, number, number, number]
  clippingPlane: readonly [number, number, number, number]
  projectionTransition: number
}

/**
 * The uniforms of MapLibre's `projectTile` for positions relative to `anchor` (on the Mercator world square). The shift is
 * made in double precision before anything becomes float32, else rasters jitter by metres when zoomed in.
 */
export function projectionUniforms(
  data: ProjectionData,
  anchor: readonly [number, number],
): [name: string, values: Float32Array][] {
  const [, , scaleX, scaleY] = data.tileMercatorCoords
  // On the globe the main matrix takes points of a sphere, made in the shader from `tile_mercator_coords`.
  const isGlobe = data.projectionTransition > 0
  return [
    ['u_projection_matrix', isGlobe ? Float32Array.from(data.mainMatrix) : shifted(data.mainMatrix, anchor)],
    ['u_projection_fallback_matrix', shifted(data.fallbackMatrix, anchor)],
    ['u_projection_tile_mercator_coords', new Float32Array([...anchor, scaleX, scaleY])],
    ['u_projection_clipping_plane', new Float32Array(data.clippingPlane)],
    ['u_projection_transition', new Float32Array([data.projectionTransition])],
  ]
}

/** Gives a program in use what MapLibre's `projectTile` needs for positions relative to `anchor`. */
export function setProjection(
  gl: WebGL2RenderingContext,
  program: GlProgram,
  { defaultProjectionData }: Pick<ProjectionInput, 'defaultProjectionData'>,
  anchor: readonly [number, number],
): void {
  for (const [name, values] of projectionUniforms(defaultProjectionData, anchor)) {
    const place = program.uniform(name)
    if (!place) continue
    if (values.length === 16) gl.uniformMatrix4fv(place, false, values)
    else if (values.length === 4) gl.uniform4fv(place, values)
    else gl.uniform1fv(place, values)
  }
}

/** matrix * translation(x, y, 0) */
function shifted(matrix: ArrayLike<number>, [x, y]: readonly [number, number]): Float32Array {
  const result = Float32Array.from(matrix)
  for (let row = 0; row < 4; row++) result[12 + row] = matrix[row]! * x + matrix[4 + row]! * y + matrix[12 + row]!
  return result
}
