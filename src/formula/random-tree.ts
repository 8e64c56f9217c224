import type { BinaryOperator, Formula, FormulaNode, FunctionName } from './tree.ts'
import { functionArity } from './functions.ts'

// Test material, shared by the tests of reading, printing and the evaluators.

/** A repeatable source of numbers in [0, 1): mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const operators: BinaryOperator[] = ['+', '-', '*', '/', '^', '<', '<=', '>', '>=', '==', '!=', '&&', '||']
const constants = [0, 1, 2, 3, 0.5, 2.5, 1e-7, 1e21, 100]

/** A tree of any shape over all operators and functions, its leaves made by `leaf`. Spans are all zero. */
export function randomTree<Band>(random: () => number, depth: number, leaf: () => { band: Band; text: string }) {
  const span = { start: 0, end: 0 }
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const go = (left: number): FormulaNode<Band> => {
    const roll = random()
    if (left === 0 || roll < 0.2) {
      return random() < 0.6 ? { kind: 'band', ...leaf(), ...span } : { kind: 'number', value: pick(constants), ...span }
    }
    if (roll < 0.3) return { kind: 'unary', operator: pick(['-', '+', '!'] as const), operand: go(left - 1), ...span }
    if (roll < 0.75) {
      return { kind: 'binary', operator: pick(operators), left: go(left - 1), right: go(left - 1), ...span }
    }
    if (roll < 0.83) {
      return { kind: 'conditional', test: go(left - 1), whenTrue: go(left - 1), whenFalse: go(left - 1), ...span }
    }
    const { name, least } = pick([...functionArity.values()])
    const operands = Array.from({ length: least }, () => go(left - 1))
    return { kind: 'call', name: name satisfies FunctionName, operands, ...span }
  }
  return go(depth)
}

/** The same tree with every span removed, for comparing trees by what they mean. */
export function withoutSpans(tree: Formula): unknown {
  return JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  )
}
