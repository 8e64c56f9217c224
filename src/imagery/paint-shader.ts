import { glslPrelude, toGlsl } from '#src/formula/to-glsl.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { bandsOfPaint, MAX_CLASSES } from './paint.ts'
import type { Paint } from './paint.ts'
import type { RasterInfo, SampleType } from './raster-info.ts'

export function vertexShader(prelude: string, define: string): string {
  return `#version 300 es
${prelude}
${define}
in vec4 a_vertex;
out highp vec2 v_uv;
void main() {
  v_uv = a_vertex.zw;
  gl_Position = projectTile(a_vertex.xy);
}`
}

/**
 * The picture of one paint. What changes while a hand moves (range, gamma, classes, opacity) is a uniform; only another
 * formula is another program. Bands lie in the layers of one array texture of unsigned integers, the bits as stored:
 * integer textures keep every digit, and NaN can be told from a number on every GPU.
 */
export function fragmentShader(
  paint: Paint,
  { sampleType, nodata }: Pick<RasterInfo, 'sampleType' | 'nodata'>,
): string {
  const bands = bandsOfPaint(paint)
  return `#version 300 es
${glslPrelude}
precision highp usampler2DArray;
uniform usampler2DArray u_bands;
// For each band of the formula: layer of the texture, scale, offset.
uniform vec3 u_band[${Math.max(1, bands.length)}];
uniform float u_nodata;
uniform float u_opacity;
uniform float u_gamma;
in highp vec2 v_uv;
out vec4 colour;
ivec2 pixel;

float band(int i) {
  uint bits = texelFetch(u_bands, ivec3(pixel, int(u_band[i].x)), 0).r;
  ${sampleFromBits(sampleType)}
  ${nodata === null ? '' : 'formulaValid = formulaValid && raw != u_nodata;'}
  return raw * u_band[i].y + u_band[i].z;
}

${colouring(paint, bands)}

void main() {
  ivec2 size = textureSize(u_bands, 0).xy;
  pixel = clamp(ivec2(floor(v_uv * vec2(size))), ivec2(0), size - 1);
  vec4 found = paint();
  // MapLibre blends premultiplied colours.
  colour = vec4(found.rgb, 1.0) * (found.a * u_opacity);
}`
}

function sampleFromBits(type: SampleType): string {
  if (type === 'int16') return 'float raw = float(int(bits << 16) >> 16);'
  if (type !== 'float32') return 'float raw = float(bits);'
  return 'if ((bits & 0x7fffffffu) > 0x7f800000u) return formulaNone();\n  float raw = uintBitsToFloat(bits);'
}

function colouring(paint: Paint, bands: readonly number[]): string {
  switch (paint.kind) {
    case 'ramp':
      return `uniform vec2 u_range;
uniform sampler2D u_colours;
vec4 paint() {
  ${valueOf(paint.tree, bands)}
  float place = clamp((value - u_range.x) / (u_range.y - u_range.x), 0.0, 1.0);
  if (u_gamma != 1.0) place = pow(place, u_gamma);
  return vec4(texelFetch(u_colours, ivec2(int(place * 255.0 + 0.5), 0), 0).rgb, 1.0);
}`
    case 'classes':
      return `uniform vec2 u_class[${MAX_CLASSES}];
uniform int u_classCount;
uniform sampler2D u_colours;
vec4 paint() {
  ${valueOf(paint.tree, bands)}
  for (int i = 0; i < ${MAX_CLASSES}; i++) {
    if (i >= u_classCount) break;
    bool isLast = i == u_classCount - 1;
    if (value >= u_class[i].x && (value < u_class[i].y || (isLast && value == u_class[i].y))) {
      return vec4(texelFetch(u_colours, ivec2(i, 0), 0).rgb, 1.0);
    }
  }
  return vec4(0.0);
}`
    case 'rgb': {
      const channel = (i: 0 | 1 | 2) => `float channel${i}() {
  ${valueOf(paint.trees[i], bands, '-1.0')}
  return pow(clamp((value - u_ranges[${i}].x) / (u_ranges[${i}].y - u_ranges[${i}].x), 0.0, 1.0), u_gamma);
}`
      return `uniform vec2 u_ranges[3];
${channel(0)}
${channel(1)}
${channel(2)}
vec4 paint() {
  vec3 rgb = vec3(channel0(), channel1(), channel2());
  return min(min(rgb.r, rgb.g), rgb.b) < 0.0 ? vec4(0.0) : vec4(rgb, 1.0);
}`
    }
  }
}

function valueOf(tree: BoundFormula, bands: readonly number[], otherwise = 'vec4(0.0)'): string {
  // The expression names bands of the file; the shader counts only those it uses.
  const expression = toGlsl(tree).replace(
    /\bband\((\d+)\)/g,
    (_, index: string) => `band(${bands.indexOf(Number(index))})`,
  )
  return `formulaValid = true;
  float value = ${expression};
  if (!formulaHasValue(value)) return ${otherwise};`
}
