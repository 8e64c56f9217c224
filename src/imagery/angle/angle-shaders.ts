import type { SampleType } from '../raster-info.ts'

/** Bands of one pass. WebGL 2 promises 224 uniforms, of which each band takes one. */
export const CHUNK_BANDS = 16

/** A triangle over all of the target, without any buffer. */
export const coveringVertexShader = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0), 0.0, 1.0);
}`

/**
 * Adds some bands to the sums that an angle is made of, for each pixel: pixel times reference, pixel squared, reference
 * squared, over the bands where the pixel has a value. Bands are the bits as stored, as in the pictures.
 */
export function accumulateShader(sampleType: SampleType): string {
  return `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2DArray;
uniform usampler2DArray u_bands;
uniform sampler2D u_before;
uniform bool u_isFirst;
uniform int u_count;
// For each band: scale, offset, value of the reference.
uniform vec3 u_band[${CHUNK_BANDS}];
uniform bool u_hasNodata;
uniform float u_nodata;
out vec4 sums;
void main() {
  ivec2 pixel = ivec2(gl_FragCoord.xy);
  // Summed apart and then added, which keeps more digits than one long sum.
  vec3 own = vec3(0.0);
  for (int i = 0; i < ${CHUNK_BANDS}; i++) {
    if (i >= u_count) break;
    uint bits = texelFetch(u_bands, ivec3(pixel, i), 0).r;
    ${rawFromBits(sampleType)}
    if (u_hasNodata && raw == u_nodata) continue;
    float value = raw * u_band[i].x + u_band[i].y;
    float reference = u_band[i].z;
    own += vec3(value * reference, value * value, reference * reference);
  }
  vec3 before = u_isFirst ? vec3(0.0) : texelFetch(u_before, pixel, 0).rgb;
  sums = vec4(before + own, 1.0);
}`
}

function rawFromBits(type: SampleType): string {
  if (type === 'int16') return 'float raw = float(int(bits << 16) >> 16);'
  if (type !== 'float32') return 'float raw = float(bits);'
  return 'if ((bits & 0x7fffffffu) > 0x7f800000u) continue;\n    float raw = uintBitsToFloat(bits);'
}

/** Colours by nearness: the first colour at the widest angle that counts, the last at none; nothing beyond. */
export const anglePaintShader = `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
uniform sampler2D u_sums;
uniform sampler2D u_colours;
uniform float u_within;
uniform float u_opacity;
in highp vec2 v_uv;
out vec4 colour;
void main() {
  ivec2 size = textureSize(u_sums, 0);
  ivec2 pixel = clamp(ivec2(floor(v_uv * vec2(size))), ivec2(0), size - 1);
  vec3 sums = texelFetch(u_sums, pixel, 0).rgb;
  colour = vec4(0.0);
  if (!(sums.y > 0.0 && sums.z > 0.0)) return;
  float angle = acos(clamp(sums.x / sqrt(sums.y * sums.z), -1.0, 1.0));
  if (angle > u_within) return;
  float place = 1.0 - angle / u_within;
  // MapLibre blends premultiplied colours.
  colour = vec4(texelFetch(u_colours, ivec2(int(place * 255.0 + 0.5), 0), 0).rgb, 1.0) * u_opacity;
}`
