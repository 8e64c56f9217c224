import type { BandReference, BoundFormula, Formula, FormulaNode } from './tree.ts'
import type { BandTable } from './bands.ts'

const strength: Record<string, number> = {
  '||': 2,
  '&&': 3,
  '<': 4,
  '<=': 4,
  '>': 4,
  '>=': 4,
  '==': 4,
  '!=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '^': 8,
}
const unaryStrength = 7
const atom = 9

/** The one way to write a formula: fewest parentheses, single spaces, `^` for powers. Reading it back gives the same tree. */
export function printFormula(tree: Formula): string {
  return print(tree, printReference)
}

/** A bound formula by its bands' names, as the API's `expression` wants it (`**` for powers, ranges as means). */
export function printExpression(tree: BoundFormula): string {
  return print(tree, (band) => band.name).replaceAll('^', '**')
}

/** A bound formula by wavelengths, for people: `(R854 - R672) / (R854 + R672)`; bands without one keep their name. */
export function printWithWavelengths(tree: BoundFormula, bands: BandTable): string {
  return print(tree, ({ index, name }) => {
    const nm = bands[index]?.wavelengthNm
    return nm === undefined ? name : `R${Math.round(nm)}`
  })
}

function printReference(reference: BandReference): string {
  switch (reference.by) {
    case 'name':
      return reference.name
    case 'role':
      return reference.role
    case 'wavelength':
      return `R${reference.wavelengthNm}`
    case 'range':
      return `R${reference.fromNm}:${reference.toNm}`
  }
}

function print<Band>(root: FormulaNode<Band>, printBand: (band: Band) => string): string {
  // `beforeColon`: between "?" and ":" a range such as R850:870 would be read as the two values of the conditional.
  const go = (node: FormulaNode<Band>, beforeColon: boolean): [text: string, strength: number] => {
    const wrap = (part: FormulaNode<Band>, least: number, colonAhead = beforeColon): string => {
      const [text, own] = go(part, colonAhead)
      return own < least ? `(${text})` : text
    }
    switch (node.kind) {
      case 'number':
        return [node.constant ?? String(node.value), atom]
      case 'band': {
        const text = printBand(node.band)
        return [beforeColon && text.includes(':') ? `(${text})` : text, atom]
      }
      case 'unary': {
        const operand = wrap(node.operand, unaryStrength)
        return [node.operator + (operand.startsWith(node.operator) ? ` ${operand}` : operand), unaryStrength]
      }
      case 'binary': {
        const own = strength[node.operator] ?? atom
        const right = wrap(node.right, node.operator === '^' ? unaryStrength : own + 1)
        if (node.operator === '^') return [`${wrap(node.left, own + 1)}^${right}`, own]
        // Comparisons do not chain, so one on the left needs parentheses as well.
        return [`${wrap(node.left, own === 4 ? own + 1 : own)} ${node.operator} ${right}`, own]
      }
      case 'conditional':
        return [`${wrap(node.test, 2)} ? ${wrap(node.whenTrue, 1, true)} : ${wrap(node.whenFalse, 1)}`, 1]
      case 'call':
        return [`${node.name}(${node.operands.map((operand) => go(operand, false)[0]).join(', ')})`, atom]
    }
  }
  return go(root, false)[0]
}
