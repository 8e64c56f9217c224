import type { GlProgram } from '#src/webgl/program.ts'
import { setProjection, type ProjectionInput } from '#src/webgl/projection-uniforms.ts'
import type { RasterMesh } from './raster-mesh.ts'

/** The mesh of a raster on the GPU, drawn with any program that has the vertex shader of rasters. */
export type MeshDrawing = {
  draw: (program: GlProgram, input: ProjectionInput) => void
  release: () => void
}

export function createMeshDrawing(gl: WebGL2RenderingContext, mesh: RasterMesh): MeshDrawing {
  const [vertices, indices] = [gl.createBuffer(), gl.createBuffer()]
  const bind = () => {
    gl.bindVertexArray(null)
    gl.bindBuffer(gl.ARRAY_BUFFER, vertices)
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices)
  }
  bind()
  gl.bufferData(gl.ARRAY_BUFFER, mesh.vertices, gl.STATIC_DRAW)
  gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, mesh.indices, gl.STATIC_DRAW)
  return {
    draw(program, input) {
      setProjection(gl, program, input, mesh.anchor)
      bind()
      const vertex = gl.getAttribLocation(program.program, 'a_vertex')
      gl.enableVertexAttribArray(vertex)
      gl.vertexAttribPointer(vertex, 4, gl.FLOAT, false, 16, 0)
      gl.enable(gl.BLEND)
      gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA)
      gl.disable(gl.CULL_FACE)
      gl.drawElements(gl.TRIANGLES, mesh.indices.length, gl.UNSIGNED_SHORT, 0)
      gl.disableVertexAttribArray(vertex)
    },
    release() {
      gl.deleteBuffer(vertices)
      gl.deleteBuffer(indices)
    },
  }
}
