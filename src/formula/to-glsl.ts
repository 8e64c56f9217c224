import { partsOf } from './tree.ts'
import type { BoundFormula } from './tree.ts'

const largestExpandedPower = 8

/**
 * What the expressions of `toGlsl` need in front of them, GLSL ES 3.00. The shader itself must then define
 * `float band(int i)`, which gives reflectance and, for nodata, sets `formulaValid = false` and returns any number.
 *
 * NaN and infinity are optional in GLSL, so "no value" is a flag: whatever would be NaN in `evaluator` clears it. GLSL
 * evaluates only the chosen side of `?:`, and the right side of && and || only when needed, so the flag obeys the same
 * rules as NaN does in operations.ts. Use it so, once for every expression:
 *
 *     formulaValid = true;
 *     float value = <expression>;
 *     if (!formulaHasValue(value)) discard;
 *
 * Results agree with JavaScript to float32 precision as long as no intermediate value leaves its range.
 */
export const glslPrelude = `precision highp float;
precision highp int;
bool formulaValid = true;
float formulaNone() { formulaValid = false; return 0.0; }
bool formulaHasValue(float x) { return formulaValid && abs(x) < 3.4e38; }
float formulaFinite(float x) { return isinf(x) ? formulaNone() : x; }
float formulaDivide(float a, float b) { formulaValid = formulaValid && b != 0.0; return a / b; }
float formulaSqrt(float x) { return x < 0.0 ? formulaNone() : sqrt(x); }
float formulaLog(float x) { return x > 0.0 ? log(x) : formulaNone(); }
float formulaExp(float x) { return x > 88.7228 ? formulaNone() : exp(x); }
float formulaRound(float x) { return floor(x + 0.5); }
float formulaClamp(float x, float low, float high) { return min(max(x, low), high); }
float formulaPower(float x, float y) {
  if (y == 0.0) return 1.0;
  if (x == 0.0) return y > 0.0 ? 0.0 : formulaNone();
  if (x > 0.0) return formulaFinite(pow(x, y));
  if (y != floor(y)) return formulaNone();
  float size = formulaFinite(pow(-x, y));
  return mod(y, 2.0) == 0.0 ? size : -size;
}
float formulaWholePower(float x, int n) {
  float result = 1.0;
  for (int i = 0; i < ${largestExpandedPower}; i++) { if (i < n) result *= x; }
  return formulaFinite(result);
}
`

/** A bound formula as a GLSL ES 3.00 expression of type float, over `band(i)` and the helpers of `glslPrelude`. */
export function toGlsl(node: BoundFormula): string {
  switch (node.kind) {
    case 'number':
      return glslFloat(node.value)
    case 'band':
      return `band(${node.band.index})`
    case 'unary':
      if (node.operator === '!') return `(${testOf(node)} ? 1.0 : 0.0)`
      return node.operator === '-' ? `(-${toGlsl(node.operand)})` : toGlsl(node.operand)
    case 'binary': {
      const { operator } = node
      if (operator === '^') return powerOf(node.left, node.right)
      if (operator === '/') return `formulaDivide(${toGlsl(node.left)}, ${toGlsl(node.right)})`
      if (operator === '+' || operator === '-' || operator === '*') {
        return `(${toGlsl(node.left)} ${operator} ${toGlsl(node.right)})`
      }
      return `(${testOf(node)} ? 1.0 : 0.0)`
    }
    case 'conditional':
      return `(${testOf(node.test)} ? ${toGlsl(node.whenTrue)} : ${toGlsl(node.whenFalse)})`
    case 'call':
      return callOf(node)
  }
}

/** The band indices an expression reads, ascending: what the shader has to have at hand. */
export function bandsOf(tree: BoundFormula): number[] {
  const found = new Set<number>()
  const go = (node: BoundFormula): void => {
    if (node.kind === 'band') found.add(node.band.index)
    partsOf(node).forEach(go)
  }
  go(tree)
  return [...found].toSorted((a, b) => a - b)
}

/** A number as a GLSL literal: GLSL does not turn 2 into 2.0 by itself. */
export function glslFloat(value: number): string {
  const text = String(Math.fround(value) === 0 ? 0 : value)
  if (text.includes('.')) return text
  return text.includes('e') ? text.replace('e', '.0e') : `${text}.0`
}

/** As a bool, so that && and || are GLSL's own and stop where the left side decides. */
function testOf(node: BoundFormula): string {
  if (node.kind === 'unary' && node.operator === '!') return `!(${testOf(node.operand)})`
  if (node.kind === 'binary') {
    const { operator } = node
    if (operator === '&&' || operator === '||') return `(${testOf(node.left)} ${operator} ${testOf(node.right)})`
    if (/^[<>=!]/.test(operator)) return `(${toGlsl(node.left)} ${operator} ${toGlsl(node.right)})`
  }
  return `(${toGlsl(node)} != 0.0)`
}

function powerOf(base: BoundFormula, exponent: BoundFormula): string {
  const sign = exponent.kind === 'unary' && exponent.operator === '-' ? -1 : 1
  const size = exponent.kind === 'unary' && exponent.operator !== '!' ? exponent.operand : exponent
  // pow(x, 2.0) is undefined for x < 0 in GLSL, so whole powers are multiplied out.
  if (size.kind === 'number' && Number.isInteger(size.value) && size.value >= 1 && size.value <= largestExpandedPower) {
    const whole = `formulaWholePower(${toGlsl(base)}, ${size.value})`
    return sign < 0 ? `formulaDivide(1.0, ${whole})` : whole
  }
  return `formulaPower(${toGlsl(base)}, ${toGlsl(exponent)})`
}

function callOf({ name, operands }: Extract<BoundFormula, { kind: 'call' }>): string {
  const [first, second, third] = operands
  if (!first) return 'formulaNone()'
  const written = operands.map(toGlsl)
  switch (name) {
    case 'min':
    case 'max':
      return balanced(written, (a, b) => `${name}(${a}, ${b})`)
    case 'mean':
      return `(${balanced(written, (a, b) => `(${a} + ${b})`)} / ${glslFloat(operands.length)})`
    case 'where':
      return second && third ? `(${testOf(first)} ? ${toGlsl(second)} : ${toGlsl(third)})` : 'formulaNone()'
    case 'pow':
      return second ? powerOf(first, second) : 'formulaNone()'
    case 'abs':
    case 'floor':
    case 'ceil':
      return `${name}(${written[0]})`
    case 'log10':
      return `(formulaLog(${written[0]}) * ${glslFloat(Math.LOG10E)})`
    case 'sqrt':
      return `formulaSqrt(${written[0]})`
    case 'exp':
      return `formulaExp(${written[0]})`
    case 'log':
      return `formulaLog(${written[0]})`
    case 'round':
      return `formulaRound(${written[0]})`
    case 'clamp':
      return `formulaClamp(${written.join(', ')})`
  }
}

/** Joins pairwise: a hundred bands end up seven levels deep and not a hundred, which shader compilers refuse. */
function balanced(parts: string[], join: (a: string, b: string) => string): string {
  if (parts.length <= 1) return parts[0] ?? '0.0'
  const middle = parts.length >> 1
  return join(balanced(parts.slice(0, middle), join), balanced(parts.slice(middle), join))
}
