import { functionArity } from './functions.ts'
import { readReference } from './read-reference.ts'
import type { Token } from './tokens.ts'
import { partsOf } from './tree.ts'
import type { BinaryOperator, Formula, FormulaError, Span, UnaryOperator } from './tree.ts'

// Deep nesting would exhaust the stack here, deep trees the shader compiler: ANGLE refuses expressions deeper than 256.
const deepestNesting = 64
const deepestTree = 128
const mostNodes = 1000

const bindingPower = new Map<string, number>([
  ['?', 1],
  ['||', 2],
  ['&&', 3],
  ...['<', '<=', '>', '>=', '==', '!='].map((operator): [string, number] => [operator, 4]),
  ['+', 5],
  ['-', 5],
  ['*', 6],
  ['/', 6],
  ['^', 8],
  ['**', 8],
])
const comparison = 4
// Below power, above product: -B1^2 is -(B1^2), and -a * b is (-a) * b.
const unary = 7
const power = 8

class Unreadable extends Error {
  readonly span: Span
  constructor(message: string, span: Span) {
    super(message)
    this.span = span
  }
}

/** A Pratt parser over the tokens of one expression (the last token is `end`). */
export function parseTokens(tokens: Token[]): { ok: true; tree: Formula } | { ok: false; errors: FormulaError[] } {
  const errors: FormulaError[] = []
  let at = 0
  let nesting = 0
  let nodes = 0
  // How many "?" wait for their ":" outside any parenthesis: there, R850:870 can not be told from `? R850 : 870`.
  let openConditionals = 0

  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] as Token
  const node = <N extends Formula>(made: N): N => {
    if (++nodes > mostNodes) throw new Unreadable(`The formula has more than ${mostNodes} parts`, made)
    return made
  }

  function expression(least: number): Formula {
    if (++nesting > deepestNesting) throw new Unreadable(`More than ${deepestNesting} levels of nesting`, peek())
    let left = prefix()
    for (;;) {
      const token = peek()
      const strength = token.kind === 'operator' ? bindingPower.get(token.text) : undefined
      if (strength === undefined || strength < least) break
      at++
      if (token.text === '?') {
        left = conditional(left, token)
        continue
      }
      const right = expression(strength === power ? power : strength + 1)
      if (strength === comparison && bindingPower.get(peek().text) === comparison && peek().kind === 'operator') {
        throw new Unreadable('Comparisons do not chain: write a < b && b < c', peek())
      }
      const operator = (token.text === '**' ? '^' : token.text) as BinaryOperator
      left = node({ kind: 'binary', operator, left, right, start: left.start, end: right.end })
    }
    nesting--
    return left
  }

  function conditional(test: Formula, questionMark: Token): Formula {
    openConditionals++
    const whenTrue = expression(1)
    if (peek().text !== ':')
      throw new Unreadable('"?" needs a ":" and a second value, as in test ? a : b', questionMark)
    at++
    openConditionals--
    const whenFalse = expression(1)
    return node({ kind: 'conditional', test, whenTrue, whenFalse, start: test.start, end: whenFalse.end })
  }

  function prefix(): Formula {
    const token = peek()
    if (token.kind === 'number') return number()
    if (token.kind === 'name') return peek(1).text === '(' ? call() : name()
    if (token.text === '-' || token.text === '+' || token.text === '!') {
      at++
      const operand = expression(unary)
      const operator: UnaryOperator = token.text
      return node({ kind: 'unary', operator, operand, start: token.start, end: operand.end })
    }
    if (token.text === '(') {
      at++
      const inside = insideParentheses(() => expression(1))
      const closing = expectClosing(token)
      // The parentheses belong to the span, so an error about the part underlines them too.
      return { ...inside, start: token.start, end: closing.end }
    }
    if (token.kind === 'end') throw new Unreadable('The formula ends where a value is expected', lastSpan())
    throw new Unreadable(`A band, a number or "(" is expected here, not "${token.text}"`, token)
  }

  function number(): Formula {
    const token = peek()
    at++
    const value = Number(token.text)
    if (!(Math.fround(value) < Infinity)) throw new Unreadable(`${token.text} is too large a number`, token)
    if (peek().kind === 'name' && peek().start === token.end) {
      throw new Unreadable(`An operator is missing: write ${token.text} * ${peek().text}`, {
        start: token.start,
        end: peek().end,
      })
    }
    return node({ kind: 'number', value, start: token.start, end: token.end })
  }

  function name(): Formula {
    const token = peek()
    at++
    if (token.text === 'pi') return node({ kind: 'number', value: Math.PI, constant: 'pi', ...spanOf(token) })
    if (token.text === 'e') return node({ kind: 'number', value: Math.E, constant: 'e', ...spanOf(token) })
    const [colon, to] = [peek(), peek(1)]
    const isRange =
      openConditionals === 0 &&
      /^[Rr]\d/.test(token.text) &&
      colon.text === ':' &&
      colon.start === token.end &&
      to.kind === 'number' &&
      to.start === colon.end
    if (isRange) at += 2
    const span = { start: token.start, end: isRange ? to.end : token.end }
    const read = readReference(token.text, isRange ? Number(to.text) : undefined)
    if (!read.ok) {
      errors.push({ message: read.message, ...span })
      return node({ kind: 'number', value: 0, ...span })
    }
    return node({ kind: 'band', band: read.reference, text: token.text + (isRange ? `:${to.text}` : ''), ...span })
  }

  function call(): Formula {
    const token = peek()
    const opening = peek(1)
    at += 2
    const known = functionArity.get(token.text.toLowerCase())
    if (!known) {
      const list = [...functionArity.keys()].join(', ')
      errors.push({ message: `There is no function "${token.text}": there are ${list}`, ...spanOf(token) })
    }
    const operands: Formula[] = []
    insideParentheses(() => {
      if (peek().text === ')') return
      operands.push(expression(1))
      while (peek().text === ',') {
        at++
        operands.push(expression(1))
      }
    })
    const span = { start: token.start, end: expectClosing(opening).end }
    if (known && (operands.length < known.least || operands.length > known.most)) {
      errors.push({ message: `${known.usage} does not take ${count(operands.length, 'value')}`, ...span })
    }
    return node({ kind: 'call', name: known?.name ?? 'mean', operands, ...span })
  }

  function insideParentheses<T>(read: () => T): T {
    const outside = openConditionals
    openConditionals = 0
    const result = read()
    openConditionals = outside
    return result
  }

  function expectClosing(opening: Token): Token {
    const token = peek()
    if (token.text === ')') {
      at++
      return token
    }
    if (token.kind === 'end') throw new Unreadable('This "(" is never closed', opening)
    throw new Unreadable(unexpected(token), token)
  }

  function lastSpan(): Span {
    const last = tokens[tokens.length - 2]
    return last ? spanOf(last) : spanOf(peek())
  }

  try {
    if (tokens.length <= 1) throw new Unreadable('There is no formula yet', peek())
    const tree = expression(1)
    if (peek().kind !== 'end') throw new Unreadable(unexpected(peek()), peek())
    if (depthOf(tree) > deepestTree) throw new Unreadable(`The formula is more than ${deepestTree} steps deep`, tree)
    return errors.length === 0 ? { ok: true, tree } : { ok: false, errors }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    return { ok: false, errors: [...errors, { message: error.message, ...spanOf(error.span) }] }
  }
}

function unexpected(token: Token): string {
  if (token.kind !== 'operator' || token.text === '(') return `An operator is missing before "${token.text}"`
  if (token.text === ')') return 'This ")" closes nothing'
  if (token.text === ';') return 'Only a composite has several expressions: an index is one'
  return `"${token.text}" is not expected here`
}

function depthOf(tree: Formula): number {
  return 1 + Math.max(0, ...partsOf(tree).map(depthOf))
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}
