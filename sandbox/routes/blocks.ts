import type { executionModes } from '#src/contract/blocks.ts'
import type { Block } from '#sandbox/blocks/block.ts'
import { blockView } from '#sandbox/blocks/block-view.ts'
import { blocks, findBlock } from '#sandbox/blocks/blocks.ts'
import { listSensors } from '#sandbox/database/sensor-list.ts'
import { notFound } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { api } from './implement.ts'

type Mode = (typeof executionModes)[number]

/** The guide's paths for the two modes. By the document they would be blocks of that name, and no block has it. */
const guidePaths: Record<string, Mode> = { insights: 'insight', workflows: 'workflow' }

export const blockRoutes = {
  listBlocks: api.blocks.listBlocks.handler(({ input, context: { sandbox } }) => ({
    blocks: views(sandbox, ofMode(input.query.mode)),
  })),

  getBlock: api.blocks.getBlock.handler(({ input, context: { sandbox, search } }) => {
    const { name } = input.params
    const mode = guidePaths[name]
    if (mode) {
      const [askedName, askedVersion] = [search.get('name'), search.get('version')]
      const found = ofMode(mode).filter(
        (block) => (!askedName || block.name === askedName) && (!askedVersion || block.version === askedVersion),
      )
      return { blocks: views(sandbox, found) }
    }
    const versions = blocks.filter((block) => block.name === name)
    if (versions.length === 0) throw notFound('block', name)
    return { blocks: views(sandbox, versions) }
  }),

  getBlockVersion: api.blocks.getBlockVersion.handler(({ input: { params }, context: { sandbox } }) => {
    const block = findBlock(params.name, params.version)
    if (!block) throw notFound('block', `${params.name} ${params.version}`)
    return blockView(block, listSensors(sandbox.database))
  }),
}

const ofMode = (mode: Mode | undefined) => blocks.filter(({ modes }) => !mode || modes.includes(mode))

function views({ database }: Sandbox, list: readonly Block[]) {
  const sensors = listSensors(database)
  return list.map((block) => blockView(block, sensors))
}
