import { buildProgram, type GlProgram } from '#src/webgl/program.ts'
import type { RasterInfo, Samples } from '../raster-info.ts'
import { accumulateShader, CHUNK_BANDS, coveringVertexShader } from './angle-shaders.ts'

/** The sums of a picture on the GPU, grown chunk by chunk. */
export type AngleSums = {
  upload: (bands: readonly number[], samples: readonly Samples[]) => WebGLTexture
  add: (texture: WebGLTexture, bands: readonly number[], reference: readonly number[], isFirst: boolean) => void
  /** What was added last; null before anything was. */
  texture: () => WebGLTexture | null
  /** Four floats a pixel, row by row from the top. */
  read: () => Float32Array
  release: () => void
}

/** Null when the graphics card can not draw into floating point numbers. */
export function createAngleSums(
  gl: WebGL2RenderingContext,
  info: RasterInfo,
  { width, height }: { width: number; height: number },
): AngleSums | null {
  if (!gl.getExtension('EXT_color_buffer_float')) return null
  const program: GlProgram = buildProgram(gl, coveringVertexShader, accumulateShader(info.sampleType))
  const nothing = gl.createVertexArray()
  const targets = [0, 1].map(() => createTarget(gl, width, height))
  let last = -1

  /** Runs with a target bound, and leaves the context as it was. */
  const within = <T>(framebuffer: WebGLFramebuffer, run: () => T): T => {
    const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null
    const viewport = gl.getParameter(gl.VIEWPORT) as Int32Array
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
    try {
      return run()
    } finally {
      gl.bindFramebuffer(gl.FRAMEBUFFER, before)
      gl.viewport(viewport[0]!, viewport[1]!, viewport[2]!, viewport[3]!)
    }
  }

  return {
    upload(bands, samples) {
      const texture = gl.createTexture()
      gl.activeTexture(gl.TEXTURE0)
      gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
      const { internal, type } = formatOf(gl, samples[0]!)
      gl.texStorage3D(gl.TEXTURE_2D_ARRAY, 1, internal, width, height, bands.length)
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
        gl.texParameteri(gl.TEXTURE_2D_ARRAY, filter, gl.NEAREST)
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1)
      gl.pixelStorei(gl.UNPACK_FLIP_Y_WEBGL, false)
      gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, false)
      samples.forEach((band, layer) =>
        gl.texSubImage3D(gl.TEXTURE_2D_ARRAY, 0, 0, 0, layer, width, height, 1, gl.RED_INTEGER, type, bitsOf(band)),
      )
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 4)
      return texture
    },
    add(texture, bands, reference, isFirst) {
      const next = last === 0 ? 1 : 0
      const told = bands.slice(0, CHUNK_BANDS).flatMap((band) => {
        const { scale, offset } = info.bands[band]!
        return [scale, offset, reference[band]!]
      })
      within(targets[next]!.framebuffer, () => {
        gl.viewport(0, 0, width, height)
        for (const state of [gl.BLEND, gl.DEPTH_TEST, gl.STENCIL_TEST, gl.SCISSOR_TEST, gl.CULL_FACE]) gl.disable(state)
        gl.colorMask(true, true, true, true)
        gl.useProgram(program.program)
        gl.activeTexture(gl.TEXTURE0)
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, texture)
        gl.activeTexture(gl.TEXTURE1)
        gl.bindTexture(gl.TEXTURE_2D, targets[1 - next]!.texture)
        gl.uniform1i(program.uniform('u_bands'), 0)
        gl.uniform1i(program.uniform('u_before'), 1)
        gl.uniform1i(program.uniform('u_isFirst'), isFirst ? 1 : 0)
        gl.uniform1i(program.uniform('u_count'), bands.length)
        gl.uniform3fv(program.uniform('u_band'), told)
        gl.uniform1i(program.uniform('u_hasNodata'), info.nodata === null ? 0 : 1)
        gl.uniform1f(program.uniform('u_nodata'), info.nodata ?? 0)
        gl.bindVertexArray(nothing)
        gl.drawArrays(gl.TRIANGLES, 0, 3)
        gl.bindVertexArray(null)
        gl.bindTexture(gl.TEXTURE_2D, null)
        gl.activeTexture(gl.TEXTURE0)
        gl.bindTexture(gl.TEXTURE_2D_ARRAY, null)
      })
      last = next
    },
    texture: () => targets[last]?.texture ?? null,
    read() {
      const sums = new Float32Array(width * height * 4)
      const target = targets[last]
      if (target) within(target.framebuffer, () => gl.readPixels(0, 0, width, height, gl.RGBA, gl.FLOAT, sums))
      return sums
    },
    release() {
      gl.deleteProgram(program.program)
      gl.deleteVertexArray(nothing)
      for (const { texture, framebuffer } of targets) {
        gl.deleteTexture(texture)
        gl.deleteFramebuffer(framebuffer)
      }
    },
  }
}

function createTarget(gl: WebGL2RenderingContext, width: number, height: number) {
  const texture = gl.createTexture()
  gl.activeTexture(gl.TEXTURE0)
  gl.bindTexture(gl.TEXTURE_2D, texture)
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, width, height)
  // Floating point textures draw nothing with the filters that are the default.
  for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
    gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST)
  const before = gl.getParameter(gl.FRAMEBUFFER_BINDING) as WebGLFramebuffer | null
  const framebuffer = gl.createFramebuffer()
  gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, texture, 0)
  gl.bindFramebuffer(gl.FRAMEBUFFER, before)
  gl.bindTexture(gl.TEXTURE_2D, null)
  return { texture, framebuffer }
}

function formatOf(gl: WebGL2RenderingContext, samples: Samples): { internal: GLenum; type: GLenum } {
  if (samples.BYTES_PER_ELEMENT === 1) return { internal: gl.R8UI, type: gl.UNSIGNED_BYTE }
  return samples.BYTES_PER_ELEMENT === 2
    ? { internal: gl.R16UI, type: gl.UNSIGNED_SHORT }
    : { internal: gl.R32UI, type: gl.UNSIGNED_INT }
}

/** The same bits as the integers that the texture takes. */
function bitsOf(samples: Samples): Uint8Array | Uint16Array | Uint32Array {
  if (samples instanceof Int16Array) return new Uint16Array(samples.buffer, samples.byteOffset, samples.length)
  if (samples instanceof Float32Array) return new Uint32Array(samples.buffer, samples.byteOffset, samples.length)
  return samples
}
