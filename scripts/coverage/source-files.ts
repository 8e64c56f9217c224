import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { parseSync } from 'vite'

/** A node of an ESTree. Only the few members that are looked at are known. */
export type Node = { type: string; [member: string]: unknown }

export type SourceFile = {
  /** from the root of the repository, as `src/api/aois.ts` */
  path: string
  program: Node
  /** what a name of this file is in the file it comes from */
  imports: Map<string, { file: string; name: string }>
  /** files it imports, also later on */
  leadsTo: Set<string>
}

export type SourceFiles = Map<string, SourceFile>

/** Every source file below some folders, tests left out. */
export function readSourceFiles(root: string, folders: readonly string[]): SourceFiles {
  const files: SourceFiles = new Map()
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!/\.tsx?$/.test(name) || /\.test\.tsx?$/.test(name)) continue
      const path = posix.join(folder, name.replaceAll('\\', '/'))
      files.set(path, readSourceFile(path, readFileSync(join(root, path), 'utf8')))
    }
  }
  return files
}

export function readSourceFile(path: string, text: string): SourceFile {
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  const file: SourceFile = { path, program: program as unknown as Node, imports: new Map(), leadsTo: new Set() }
  visit(file.program, (node) => {
    const source = node.source as Node | null | undefined
    if (!/^Import|^Export/.test(node.type) || typeof source?.value !== 'string') return
    const target = resolveImport(path, source.value)
    if (target === undefined) return
    // A type alone brings no code with it.
    if (node.importKind !== 'type' && node.exportKind !== 'type') file.leadsTo.add(target)
    for (const specifier of (node.specifiers ?? []) as Node[]) {
      if (specifier.type !== 'ImportSpecifier') continue
      file.imports.set(nameOf(specifier.local), { file: target, name: nameOf(specifier.imported) })
    }
  })
  return file
}

function resolveImport(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(dirname(from), specifier)
  return /^#(?:src|sandbox)\//.test(specifier) ? specifier.slice(1) : undefined
}

/** Looks at a node and all below it, each with the nodes above it, the nearest last. */
export function visit(node: unknown, look: (node: Node, above: readonly Node[]) => void, above: readonly Node[] = []) {
  if (Array.isArray(node)) {
    for (const one of node) visit(one, look, above)
    return
  }
  if (typeof node !== 'object' || node === null) return
  const isNode = typeof (node as Node).type === 'string'
  if (isNode) look(node as Node, above)
  const below = isNode ? [...above, node as Node] : above
  for (const member of Object.values(node)) visit(member, look, below)
}

/** The name of an identifier or of a property's key; empty for what has none. */
export function nameOf(node: unknown): string {
  const { name, value } = (node ?? {}) as { name?: unknown; value?: unknown }
  return typeof name === 'string' ? name : typeof value === 'string' ? value : ''
}

/** `a.b` as its two names, when it is written like that. */
export function memberOf(node: Node): { object: Node; property: string } | undefined {
  if (node.type !== 'MemberExpression' || node.computed === true) return undefined
  return { object: node.object as Node, property: nameOf(node.property) }
}
