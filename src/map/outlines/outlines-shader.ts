/** An edge as wide as `u_reach` on both sides, in pixels of the screen whatever the camera does. */
export function vertexShader(prelude: string, define: string): string {
  return `#version 300 es
${prelude}
${define}
in vec4 a_ends;
in vec4 a_colour;
uniform vec2 u_halfScreen;
uniform float u_reach;
out float v_across;
flat out vec4 v_colour;

// What is behind the camera has no place on the screen: such an edge is cut where it passes by.
vec4 inFront(vec4 end, vec4 other) {
  const float near = 0.01;
  return end.w >= near ? end : mix(other, end, (other.w - near) / (other.w - end.w));
}

void main() {
  vec4 one = projectTile(a_ends.xy);
  vec4 other = projectTile(a_ends.zw);
  vec4 from = inFront(one, other);
  vec4 to = inFront(other, one);
  vec2 along = (to.xy / to.w - from.xy / from.w) * u_halfScreen;
  float pixels = length(along);
  vec2 across = pixels > 0.0 ? vec2(-along.y, along.x) / pixels : vec2(0.0);
  float side = (gl_VertexID & 2) == 0 ? -1.0 : 1.0;
  gl_Position = (gl_VertexID & 1) == 0 ? from : to;
  gl_Position.xy += across * side * u_reach / u_halfScreen * gl_Position.w;
  v_across = side * u_reach;
  v_colour = a_colour;
}`
}

export const fragmentShader = `#version 300 es
precision highp float;
uniform float u_reach;
in float v_across;
flat in vec4 v_colour;
out vec4 colour;
void main() {
  // The last pixel fades: without it slanting edges would be stairs.
  colour = v_colour * clamp(u_reach - abs(v_across), 0.0, 1.0);
}`
