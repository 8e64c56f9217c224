import { buildProgram, type GlProgram } from '#src/webgl/program.ts'
import type { ProjectionInput } from '#src/webgl/projection-uniforms.ts'
import type { BandTextures } from './band-textures.ts'
import { createMeshDrawing } from './mesh-drawing.ts'
import { bandsOfPaint, colourTable, MAX_CLASSES, type Paint } from './paint.ts'
import { fragmentShader, vertexShader } from './paint-shader.ts'
import type { RasterInfo } from './raster-info.ts'
import { rasterMesh } from './raster-mesh.ts'

/** A raster drawn by paints: a program for each kind of formula, its numbers as uniforms. */
export type PaintDrawing = {
  /** Starts to compile what a paint needs. */
  prepare: (paint: Paint, input: ProjectionInput) => void
  draw: (paint: Paint, bands: BandTextures, opacity: number, input: ProjectionInput) => void
  release: () => void
}

/** Open ends of classes: infinity in a uniform is not the same on every GPU. */
const finite = (bound: number) => Math.min(3.4e38, Math.max(-3.4e38, bound))

export function createPaintDrawing(gl: WebGL2RenderingContext, info: RasterInfo): PaintDrawing {
  const mesh = createMeshDrawing(gl, rasterMesh(info.grid))
  const colours = gl.createTexture()
  const programs = new Map<string, GlProgram>()
  /** Whose colours the texture holds. */
  let coloursOf: Paint | undefined

  const programOf = (paint: Paint, { shaderData }: ProjectionInput) => {
    const fragment = fragmentShader(paint, info)
    const key = `${shaderData.variantName}\n${fragment}`
    let program = programs.get(key)
    if (!program) {
      program = buildProgram(gl, vertexShader(shaderData.vertexShaderPrelude, shaderData.define), fragment)
      programs.set(key, program)
    }
    return program
  }

  const bindColours = (paint: Paint) => {
    gl.activeTexture(gl.TEXTURE1)
    gl.bindTexture(gl.TEXTURE_2D, colours)
    if (coloursOf === paint) return
    const table = colourTable(paint)
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA8, table.length / 4, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, table)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST)
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST)
    coloursOf = paint
  }

  const setBands = ({ uniform }: GlProgram, bands: readonly number[], layers: readonly number[]) => {
    const one = (band: number, i: number) => [layers[i]!, info.bands[band]?.scale ?? 1, info.bands[band]?.offset ?? 0]
    gl.uniform1i(uniform('u_bands'), 0)
    gl.uniform3fv(uniform('u_band'), bands.length === 0 ? [0, 1, 0] : bands.flatMap(one))
    if (info.nodata !== null) gl.uniform1f(uniform('u_nodata'), info.nodata)
  }

  const setPaint = ({ uniform }: GlProgram, paint: Paint) => {
    // As pictures programs count it: above 1 brightens.
    gl.uniform1f(uniform('u_gamma'), 1 / ((paint.kind === 'classes' ? undefined : paint.gamma) ?? 1))
    if (paint.kind === 'rgb') return gl.uniform2fv(uniform('u_ranges'), paint.ranges.flat())
    if (paint.kind === 'ramp') gl.uniform2fv(uniform('u_range'), [...paint.range])
    if (paint.kind === 'classes') {
      const classes = paint.classes.slice(0, MAX_CLASSES)
      const bounds = classes.flatMap(({ min, max }) => [finite(min), finite(max)])
      gl.uniform1i(uniform('u_classCount'), classes.length)
      if (bounds.length > 0) gl.uniform2fv(uniform('u_class'), bounds)
    }
    bindColours(paint)
    gl.uniform1i(uniform('u_colours'), 1)
  }

  return {
    prepare(paint, input) {
      programOf(paint, input)
    },
    draw(paint, textures, opacity, input) {
      const program = programOf(paint, input)
      const bands = bandsOfPaint(paint)
      gl.useProgram(program.program)
      setBands(program, bands, textures.bind(gl, bands))
      gl.uniform1f(program.uniform('u_opacity'), opacity)
      setPaint(program, paint)
      mesh.draw(program, input)
    },
    release() {
      for (const { program } of programs.values()) gl.deleteProgram(program)
      mesh.release()
      gl.deleteTexture(colours)
    },
  }
}
