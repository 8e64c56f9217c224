import { binaryOperations, choose, finite, fixedFunctions, foldedFunctions, negate, not } from './operations.ts'
import type { BoundFormula } from './tree.ts'

/** One pixel's value. `samples[i]` is band i's reflectance, NaN for nodata. */
export type PixelFormula = (samples: ArrayLike<number>) => number

/**
 * A bound formula as a function of one pixel; NaN where it has no value. Built from closures rather than from source
 * text, so it runs under a content security policy without `unsafe-eval`.
 */
export function evaluator(tree: BoundFormula): PixelFormula {
  const value = compile(tree)
  return (samples) => finite(value(samples))
}

function compile(node: BoundFormula): PixelFormula {
  switch (node.kind) {
    case 'number': {
      const { value } = node
      return () => value
    }
    case 'band': {
      const { index } = node.band
      return (samples) => samples[index] ?? NaN
    }
    case 'unary': {
      const operand = compile(node.operand)
      if (node.operator === '+') return operand
      const operation = node.operator === '-' ? negate : not
      return (samples) => operation(operand(samples))
    }
    case 'binary': {
      const operation = binaryOperations[node.operator]
      const left = compile(node.left)
      const right = compile(node.right)
      return (samples) => operation(left(samples), right(samples))
    }
    case 'conditional': {
      const [test, whenTrue, whenFalse] = [compile(node.test), compile(node.whenTrue), compile(node.whenFalse)]
      return (samples) => choose(test(samples), whenTrue(samples), whenFalse(samples))
    }
    case 'call': {
      const operands = node.operands.map(compile)
      if (node.name === 'min' || node.name === 'max' || node.name === 'mean') {
        const fold = foldedFunctions[node.name]
        const divisor = node.name === 'mean' ? operands.length : 1
        return (samples) => operands.map((operand) => operand(samples)).reduce(fold) / divisor
      }
      const operation = fixedFunctions[node.name]
      const [a, b, c] = operands
      return (samples) => operation(a?.(samples) ?? NaN, b?.(samples) ?? NaN, c?.(samples) ?? NaN)
    }
  }
}
