import { memberOf, nameOf, visit } from './source-files.ts'
import type { Node, SourceFile, SourceFiles } from './source-files.ts'

/** For each area of a router made of one object (`{ aois: aoiRoutes, … }`): the file that holds its operations. */
export function filesByArea(router: SourceFile): Map<string, string> {
  const found = new Map<string, string>()
  visit(router.program, (node) => {
    if (node.type !== 'Property') return
    const origin = router.imports.get(nameOf(node.value))
    if (origin) found.set(nameOf(node.key), origin.file)
  })
  return found
}

/** Whether a file says `api.<area>.<operation>.handler(…)`. */
export function handles(file: SourceFile | undefined, operation: string): boolean {
  let isHandled = false
  visit(file?.program, (node) => {
    const call = memberOf(node)
    if (call?.property === 'handler' && operationOf(call.object) === operation) isHandled = true
  })
  return isHandled
}

/** `api.aois.listAois` as `aois.listAois`. */
function operationOf(node: Node): string | undefined {
  const operation = memberOf(node)
  const area = operation && memberOf(operation.object)
  if (!area || area.object.type !== 'Identifier') return undefined
  return `${area.property}.${operation.property}`
}

/** One thing of `src/api` that asks an operation: `aoiQueries.list` of `src/api/aois.ts`. */
export type Asker = { name: string; file: string; operations: Set<string> }

/** What `src/api` offers to screens, each with the operations it asks, also by way of functions beside it. */
export function askersOf(files: SourceFiles, isOperation: (name: string) => boolean): Asker[] {
  return [...files.values()]
    .filter(({ path }) => path.startsWith('src/api/'))
    .flatMap(({ path, program }) => {
      const declared = declarationsOf(program)
      const operationsIn = (node: unknown, seen = new Set<string>()): Set<string> => {
        const found = new Set<string>()
        visit(node, (inner) => {
          const called = inner.type === 'CallExpression' ? operationOf(inner.callee as Node) : undefined
          if (called && isOperation(called)) found.add(called)
          const local = inner.type === 'Identifier' ? declared.get(nameOf(inner)) : undefined
          if (!local || local.isExported || seen.has(nameOf(inner))) return
          for (const one of operationsIn(local.value, seen.add(nameOf(inner)))) found.add(one)
        })
        return found
      }
      return [...declared].flatMap(([name, { value, isExported }]): Asker[] => {
        if (!isExported) return []
        const members = value.type === 'ObjectExpression' ? (value.properties as Node[]) : []
        const named = members.filter(({ type }) => type === 'Property')
        const askers =
          named.length > 0
            ? named.map((member) => ({
                name: `${name}.${nameOf(member.key)}`,
                file: path,
                operations: operationsIn(member.value),
              }))
            : [{ name, file: path, operations: operationsIn(value) }]
        return askers.filter(({ operations }) => operations.size > 0)
      })
    })
}

/** Functions and constants at the top of a file. */
function declarationsOf(program: Node): Map<string, { value: Node; isExported: boolean }> {
  const found = new Map<string, { value: Node; isExported: boolean }>()
  for (const statement of program.body as Node[]) {
    const isExported = statement.type === 'ExportNamedDeclaration'
    const declaration = (isExported ? statement.declaration : statement) as Node | null
    if (declaration?.type === 'FunctionDeclaration')
      found.set(nameOf(declaration.id), { value: declaration, isExported })
    if (declaration?.type !== 'VariableDeclaration') continue
    for (const { id, init } of declaration.declarations as { id: Node; init: Node | null }[]) {
      if (init) found.set(nameOf(id), { value: init, isExported })
    }
  }
  return found
}
