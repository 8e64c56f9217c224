export type GlProgram = { program: WebGLProgram; uniform: (name: string) => WebGLUniformLocation | null }

/** @throws Error with the compiler's words: a formula that gets here has been parsed, so it is a fault of ours. */
export function buildProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): GlProgram {
  const program = gl.createProgram()
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type)
    if (!shader) throw new Error('The graphics context is lost.')
    gl.shaderSource(shader, source)
    gl.compileShader(shader)
    gl.attachShader(program, shader)
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost()) {
      throw new Error(gl.getShaderInfoLog(shader) ?? 'A shader did not compile.')
    }
    gl.deleteShader(shader)
  }
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(gl.getProgramInfoLog(program) ?? 'A shader did not link.')
  }
  const known = new Map<string, WebGLUniformLocation | null>()
  return {
    program,
    uniform(name) {
      const found = known.get(name)
      if (found !== undefined) return found
      const location = gl.getUniformLocation(program, name)
      known.set(name, location)
      return location
    },
  }
}
