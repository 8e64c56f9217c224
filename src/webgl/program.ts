export type GlProgram = { program: WebGLProgram; uniform: (name: string) => WebGLUniformLocation | null }

/**
 * Starts to compile and does not wait: the browser compiles elsewhere until the first uniform is asked for.
 * @throws Error, with the first uniform, in the compiler's words: a formula that gets here has been parsed, so it is a fault
 * of ours
 */
export function buildProgram(gl: WebGL2RenderingContext, vertex: string, fragment: string): GlProgram {
  const program = gl.createProgram()
  const shaders = [shaderOf(gl, gl.VERTEX_SHADER, vertex), shaderOf(gl, gl.FRAGMENT_SHADER, fragment)]
  for (const shader of shaders) gl.attachShader(program, shader)
  gl.linkProgram(program)

  let isChecked = false
  const check = () => {
    isChecked = true
    if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
      const words = [...shaders.map((shader) => gl.getShaderInfoLog(shader)), gl.getProgramInfoLog(program)]
      throw new Error(words.find(Boolean) ?? 'A shader did not compile.')
    }
    for (const shader of shaders) gl.deleteShader(shader)
  }
  const known = new Map<string, WebGLUniformLocation | null>()
  return {
    program,
    uniform(name) {
      if (!isChecked) check()
      const found = known.get(name)
      if (found !== undefined) return found
      const location = gl.getUniformLocation(program, name)
      known.set(name, location)
      return location
    },
  }
}

function shaderOf(gl: WebGL2RenderingContext, type: GLenum, source: string): WebGLShader {
  const shader = gl.createShader(type)
  if (!shader) throw new Error('The graphics context is lost.')
  gl.shaderSource(shader, source)
  gl.compileShader(shader)
  return shader
}
