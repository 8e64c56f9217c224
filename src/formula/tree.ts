/** Where a part of a formula stands in its text: [start, end) in UTF-16 units, as an editor's selection wants it. */
export type Span = { start: number; end: number }

export type FormulaError = Span & { message: string }

export type Role = 'blue' | 'green' | 'red' | 'rededge' | 'nir' | 'swir16' | 'swir22'

/** What a formula's text asks for; which band that is depends on the sensor (see `bind`). */
export type BandReference =
  | { by: 'name'; name: string }
  | { by: 'role'; role: Role }
  | { by: 'wavelength'; wavelengthNm: number }
  | { by: 'range'; fromNm: number; toNm: number }

/** One band of the sensor's table, by its place in it. */
export type BoundBand = { index: number; name: string }

export type UnaryOperator = '-' | '+' | '!'
export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '<' | '<=' | '>' | '>=' | '==' | '!=' | '&&' | '||'
export type FunctionName =
  | 'min'
  | 'max'
  | 'mean'
  | 'abs'
  | 'sqrt'
  | 'exp'
  | 'log'
  | 'log10'
  | 'pow'
  | 'clamp'
  | 'floor'
  | 'ceil'
  | 'round'
  | 'where'

/** A formula as a tree. `Band` is a `BandReference` as written, or a `BoundBand` once a sensor is known. */
export type FormulaNode<Band> =
  | (Span & { kind: 'number'; value: number; constant?: 'pi' | 'e' })
  | (Span & { kind: 'band'; band: Band; text: string })
  | (Span & { kind: 'unary'; operator: UnaryOperator; operand: FormulaNode<Band> })
  | (Span & { kind: 'binary'; operator: BinaryOperator; left: FormulaNode<Band>; right: FormulaNode<Band> })
  | (Span & {
      kind: 'conditional'
      test: FormulaNode<Band>
      whenTrue: FormulaNode<Band>
      whenFalse: FormulaNode<Band>
    })
  | (Span & { kind: 'call'; name: FunctionName; operands: FormulaNode<Band>[] })

export type Formula = FormulaNode<BandReference>
export type BoundFormula = FormulaNode<BoundBand>

/** The direct parts of a node, left to right. */
export function partsOf<Band>(node: FormulaNode<Band>): FormulaNode<Band>[] {
  switch (node.kind) {
    case 'number':
    case 'band':
      return []
    case 'unary':
      return [node.operand]
    case 'binary':
      return [node.left, node.right]
    case 'conditional':
      return [node.test, node.whenTrue, node.whenFalse]
    case 'call':
      return node.operands
  }
}

/** The same formula over other bands: `leaf` says what stands in place of each. */
export function withBands<From, To>(
  tree: FormulaNode<From>,
  leaf: (node: Extract<FormulaNode<From>, { kind: 'band' }>) => FormulaNode<To>,
): FormulaNode<To> {
  const go = (node: FormulaNode<From>): FormulaNode<To> => {
    switch (node.kind) {
      case 'number':
        return node
      case 'band':
        return leaf(node)
      case 'unary':
        return { ...node, operand: go(node.operand) }
      case 'binary':
        return { ...node, left: go(node.left), right: go(node.right) }
      case 'conditional':
        return { ...node, test: go(node.test), whenTrue: go(node.whenTrue), whenFalse: go(node.whenFalse) }
      case 'call':
        return { ...node, operands: node.operands.map(go) }
    }
  }
  return go(tree)
}
