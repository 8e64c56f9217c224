import { paths } from '#src/paths.ts'
import { TextLink } from './text-link.tsx'
import { useBlockTitle } from './use-block-title.ts'

/** A block by title and version, which leads to what is told of it. */
export function BlockLink({ block: { name, version } }: { block: { name: string; version: string } }) {
  const blockTitle = useBlockTitle()
  return (
    <TextLink href={paths.block(name, { version })}>{`${blockTitle({ name, version })} ${version}`.trim()}</TextLink>
  )
}
