import type { BinaryOperator, FunctionName } from './tree.ts'

// What every operation means, once, for all evaluators. NaN is "no value": it comes in with nodata, arises wherever the
// result is not a real number (division by zero, roots and logarithms of negatives, beyond float32), and is never lost:
// an operation with NaN in gives NaN out. Two places choose rather than compute, and look only at what they choose:
// the conditional (and `where`) at the chosen value, && and || at the right side only when the left has not decided.
// The shader language keeps the same rules with a flag, because NaN is not dependable there (see to-glsl.ts).

/** The largest float32: what a shader can hold, so what counts as a value everywhere. */
export const largestFloat32 = 3.4028234663852886e38

const truth = (value: boolean) => (value ? 1 : 0)

/** Overflow is no value. */
export function finite(value: number): number {
  return value <= largestFloat32 && value >= -largestFloat32 ? value : NaN
}

export function divide(a: number, b: number): number {
  return b === 0 ? NaN : a / b
}

export function power(base: number, exponent: number): number {
  // In JavaScript NaN ** 0 is 1 and 1 ** NaN is NaN; 0 ** -1 is Infinity.
  if (base !== base || exponent !== exponent) return NaN
  return finite(base ** exponent)
}

export function negate(a: number): number {
  return -a
}

export function not(a: number): number {
  return a !== a ? NaN : truth(a === 0)
}

export const binaryOperations: Record<BinaryOperator, (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': divide,
  '^': power,
  '<': (a, b) => (a !== a || b !== b ? NaN : truth(a < b)),
  '<=': (a, b) => (a !== a || b !== b ? NaN : truth(a <= b)),
  '>': (a, b) => (a !== a || b !== b ? NaN : truth(a > b)),
  '>=': (a, b) => (a !== a || b !== b ? NaN : truth(a >= b)),
  '==': (a, b) => (a !== a || b !== b ? NaN : truth(a === b)),
  '!=': (a, b) => (a !== a || b !== b ? NaN : truth(a !== b)),
  '&&': (a, b) => (a !== a ? NaN : a === 0 ? 0 : b !== b ? NaN : truth(b !== 0)),
  '||': (a, b) => (a !== a ? NaN : a !== 0 ? 1 : b !== b ? NaN : truth(b !== 0)),
}

export function choose(test: number, whenTrue: number, whenFalse: number): number {
  return test !== test ? NaN : test !== 0 ? whenTrue : whenFalse
}

type Fixed = Exclude<FunctionName, 'min' | 'max' | 'mean'>

/** Functions of one, two or three numbers. */
export const fixedFunctions: Record<Fixed, (a: number, b: number, c: number) => number> = {
  abs: Math.abs,
  sqrt: Math.sqrt,
  exp: (a) => finite(Math.exp(a)),
  log: (a) => (a > 0 ? Math.log(a) : NaN),
  log10: (a) => (a > 0 ? Math.log10(a) : NaN),
  pow: power,
  clamp: (a, low, high) => Math.min(Math.max(a, low), high),
  floor: Math.floor,
  ceil: Math.ceil,
  round: (a) => Math.floor(a + 0.5),
  where: choose,
}

/** Functions of any count of numbers, as a fold; `mean` divides the sum at the end. */
export const foldedFunctions: Record<'min' | 'max' | 'mean', (a: number, b: number) => number> = {
  min: (a, b) => Math.min(a, b),
  max: (a, b) => Math.max(a, b),
  mean: (a, b) => a + b,
}
