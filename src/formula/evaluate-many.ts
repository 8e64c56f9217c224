import { binaryOperations, choose, fixedFunctions, foldedFunctions, largestFloat32, negate, not } from './operations.ts'
import type { BoundFormula } from './tree.ts'

/** How stored digits become reflectance: `digit * scale + offset`, and which digit means "no data". */
export type Decoding = { scale: number; offset: number; nodata?: number }

// Small enough that all buffers of a usual formula stay in the processor's cache, large enough to hide the calls.
const chunkLength = 2048

type Fill = (start: number, count: number) => Float64Array

/**
 * A bound formula over whole rasters: `out[p]` from `bands[i][p]`, NaN where there is no value. `bands` is indexed like
 * the band table and may be sparse, but must hold every band the formula uses, each at least as long as `out`.
 * Samples are reflectance with NaN for nodata, unless `decoding` says how to get there. Gives what `evaluator` gives.
 */
export function evaluateMany(
  tree: BoundFormula,
  bands: ArrayLike<ArrayLike<number> | undefined>,
  out: Float32Array,
  decoding?: Decoding,
): void {
  const loaded = new Map<number, Fill>()

  const load = (index: number): Fill => {
    const known = loaded.get(index)
    if (known) return known
    const samples = bands[index]
    if (!samples || samples.length < out.length) {
      throw new RangeError(
        `Band ${index} is used by the formula but has ${samples?.length ?? 0} of ${out.length} samples`,
      )
    }
    const buffer = new Float64Array(chunkLength)
    let loadedFrom = -1
    const fill: Fill = (start, count) => {
      // A band that stands twice in a formula is read and decoded once.
      if (loadedFrom === start) return buffer
      loadedFrom = start
      if (decoding) decode(samples, start, count, decoding, buffer)
      else for (let i = 0; i < count; i++) buffer[i] = samples[start + i] as number
      return buffer
    }
    loaded.set(index, fill)
    return fill
  }

  const compile = (node: BoundFormula): Fill => {
    switch (node.kind) {
      case 'number': {
        const constant = new Float64Array(chunkLength).fill(node.value)
        return () => constant
      }
      case 'band':
        return load(node.band.index)
      case 'unary': {
        const operand = compile(node.operand)
        if (node.operator === '+') return operand
        const operation = node.operator === '-' ? negate : not
        return loop((a) => operation(a), operand)
      }
      case 'binary':
        return binaryLoop(node.operator, compile(node.left), compile(node.right))
      case 'conditional':
        return loop(choose, compile(node.test), compile(node.whenTrue), compile(node.whenFalse))
      case 'call': {
        const operands = node.operands.map(compile)
        if (node.name === 'min' || node.name === 'max' || node.name === 'mean') {
          const fold = foldedFunctions[node.name]
          const folded = operands.reduce((left, right) => loop(fold, left, right))
          const divisor = operands.length
          return node.name === 'mean' ? loop((a) => a / divisor, folded) : folded
        }
        const [a, b, c] = operands
        if (!a) throw new RangeError(`${node.name} has nothing to work on`)
        return loop(fixedFunctions[node.name], a, b, c)
      }
    }
  }

  const root = compile(tree)
  for (let start = 0; start < out.length; start += chunkLength) {
    const count = Math.min(chunkLength, out.length - start)
    const values = root(start, count)
    for (let i = 0; i < count; i++) {
      const value = values[i] as number
      out[start + i] = value <= largestFloat32 && value >= -largestFloat32 ? value : NaN
    }
  }
}

function decode(samples: ArrayLike<number>, start: number, count: number, how: Decoding, into: Float64Array): void {
  const { scale, offset, nodata = NaN } = how
  for (let i = 0; i < count; i++) {
    const digit = samples[start + i] as number
    into[i] = digit === nodata ? NaN : digit * scale + offset
  }
}

/** The four everyday operations get loops of their own: the compiler keeps those free of calls. */
function binaryLoop(operator: keyof typeof binaryOperations, left: Fill, right: Fill): Fill {
  const result = new Float64Array(chunkLength)
  const simple: Partial<Record<typeof operator, (a: Float64Array, b: Float64Array, count: number) => void>> = {
    '+': (a, b, count) => {
      for (let i = 0; i < count; i++) result[i] = (a[i] as number) + (b[i] as number)
    },
    '-': (a, b, count) => {
      for (let i = 0; i < count; i++) result[i] = (a[i] as number) - (b[i] as number)
    },
    '*': (a, b, count) => {
      for (let i = 0; i < count; i++) result[i] = (a[i] as number) * (b[i] as number)
    },
    '/': (a, b, count) => {
      for (let i = 0; i < count; i++) result[i] = b[i] === 0 ? NaN : (a[i] as number) / (b[i] as number)
    },
  }
  const run = simple[operator]
  if (!run) return loop(binaryOperations[operator], left, right)
  return (start, count) => {
    run(left(start, count), right(start, count), count)
    return result
  }
}

/** Each operand is computed once for a chunk: asked for again at every level, deep trees would take for ever. */
function loop(operation: (a: number, b: number, c: number) => number, a: Fill, b?: Fill, c?: Fill): Fill {
  const result = new Float64Array(chunkLength)
  return (start, count) => {
    const as = a(start, count)
    const [bs, cs] = [b?.(start, count) ?? as, c?.(start, count) ?? as]
    for (let i = 0; i < count; i++) result[i] = operation(as[i] as number, bs[i] as number, cs[i] as number)
    return result
  }
}
