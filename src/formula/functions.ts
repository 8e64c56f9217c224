import type { FunctionName } from './tree.ts'

/** Every function of the language with how many operands it takes; `log` is natural, `where(test, a, b)` is `test ? a : b`. */
export const functionArity: ReadonlyMap<string, { name: FunctionName; least: number; most: number; usage: string }> =
  new Map(
    (
      [
        ['min', 2, 64, 'min(a, b, …)'],
        ['max', 2, 64, 'max(a, b, …)'],
        ['mean', 1, 64, 'mean(a, b, …)'],
        ['abs', 1, 1, 'abs(x)'],
        ['sqrt', 1, 1, 'sqrt(x)'],
        ['exp', 1, 1, 'exp(x)'],
        ['log', 1, 1, 'log(x)'],
        ['log10', 1, 1, 'log10(x)'],
        ['pow', 2, 2, 'pow(x, exponent)'],
        ['clamp', 3, 3, 'clamp(x, low, high)'],
        ['floor', 1, 1, 'floor(x)'],
        ['ceil', 1, 1, 'ceil(x)'],
        ['round', 1, 1, 'round(x)'],
        ['where', 3, 3, 'where(test, if true, if false)'],
      ] satisfies [FunctionName, number, number, string][]
    ).map(([name, least, most, usage]) => [name, { name, least, most, usage }]),
  )
