import type { Asker } from './layers.ts'
import { memberOf, nameOf, visit } from './source-files.ts'
import type { Node, SourceFile, SourceFiles } from './source-files.ts'

/** Where a person meets an operation: the file that uses it, and the addresses it stands at. */
export type Place = { file: string; addresses: string[] }

export const everywhere = 'every screen'

/** Downloads are asked for by kind in one table; whoever makes a source of a kind offers it. */
const downloadTable = 'src/downloads/download-source.ts'

/** Finds the places of what `src/api` offers, by what files say and import. */
export function placeFinder(files: SourceFiles, routerFile: string): (asker: Asker) => Place[] {
  const addresses = addressesByFile(files, routerFile)
  const outside = [...files.values()].filter(({ path }) => path.startsWith('src/') && !path.startsWith('src/api/'))
  const placesOf = (users: readonly SourceFile[]): Place[] =>
    users.flatMap(({ path }) => {
      const found = path.startsWith('src/app/') ? [everywhere] : [...(addresses.get(path) ?? [])].toSorted()
      return found.length > 0 ? [{ file: path, addresses: found }] : []
    })
  return (asker) => {
    const users = outside.filter((file) => usesOf(file, asker).length > 0)
    const table = files.get(downloadTable)
    const kinds = table && users.includes(table) ? usesOf(table, asker).flatMap(kindOf) : []
    const offering = outside.filter((file) => file.path.startsWith('src/features/') && makesSource(file, kinds))
    return placesOf([...users.filter((file) => file !== table), ...offering])
  }
}

/** Each use of `aoiQueries.list` in a file, as the nodes above it. */
function usesOf(file: SourceFile, { name, file: origin }: Asker): (readonly Node[])[] {
  const [object, member] = name.split('.')
  const found: (readonly Node[])[] = []
  visit(file.program, (node, above) => {
    const used = member === undefined ? node : memberOf(node)?.object
    if (used?.type !== 'Identifier' || above.at(-1)?.type === 'ImportSpecifier') return
    const known = file.imports.get(nameOf(used))
    if (known?.file !== origin || known.name !== object) return
    if (member === undefined || memberOf(node)?.property === member) found.push(above)
  })
  return found
}

/** The key of the table under which a use stands. */
function kindOf(above: readonly Node[]): string[] {
  const outermost = above.find(({ type }) => type === 'Property')
  return outermost ? [nameOf(outermost.key)] : []
}

function makesSource(file: SourceFile, kinds: readonly string[]): boolean {
  let isFound = false
  visit(file.program, (node) => {
    if (node.type === 'Property' && nameOf(node.key) === 'kind' && kinds.includes(nameOf(node.value))) isFound = true
  })
  return isFound && [...file.leadsTo].some((target) => target.startsWith('src/downloads/'))
}

/** For each file, the addresses of the screens that import it, directly or through others. */
function addressesByFile(files: SourceFiles, routerFile: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  for (const { address, file } of routesOf(files.get(routerFile))) {
    const waiting = [file]
    const seen = new Set(waiting)
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      found.set(path, (found.get(path) ?? new Set()).add(address))
      for (const next of files.get(path)?.leadsTo ?? []) {
        if (seen.has(next)) continue
        seen.add(next)
        waiting.push(next)
      }
    }
  }
  return found
}

/** `{ path: 'aois', lazy: () => import('…') }` of the site map, wherever it is nested. */
function routesOf(router: SourceFile | undefined): { address: string; file: string }[] {
  const found: { address: string; file: string }[] = []
  visit(router?.program, (node, above) => {
    const source = node.type === 'ImportExpression' ? nameOf(node.source) : ''
    if (!source.startsWith('#src/')) return
    const paths = above.filter(({ type }) => type === 'ObjectExpression').flatMap(pathOf)
    found.push({ address: `/${paths.join('/')}`, file: source.slice(1) })
  })
  return found
}

function pathOf(route: Node): string[] {
  const path = (route.properties as Node[]).find(
    (member) => member.type === 'Property' && nameOf(member.key) === 'path',
  )
  return path ? [nameOf(path.value)] : []
}
