import { basename, dirname } from 'node:path'
import type { Block } from '#sandbox/blocks/block.ts'
import type { CheckedInputs } from '#sandbox/blocks/check-inputs.ts'
import type { RunOutput } from '#sandbox/blocks/run-output.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { PixelListeners } from './pixel-pool.ts'

/** Runs a block in a worker thread; its files lie under `folder` of the data folder. Repeating it writes the same files. */
export async function runBlock(
  { files, pixels }: Sandbox,
  { block, inputs, folder, runId }: { block: Block; inputs: CheckedInputs; folder: string; runId: string },
  listeners: PixelListeners,
): Promise<RunOutput[]> {
  const anyFile = await files.pathToWrite(`${folder}/x`)
  const pictures = Object.fromEntries(
    Object.entries(inputs.pictures).map(([name, list]) => [name, list.map(({ path, date }) => ({ path, date }))]),
  )
  const { name, version } = block
  const task = {
    kind: 'block',
    name,
    version,
    pictures,
    vectors: inputs.vectors,
    values: inputs.values,
    folder: dirname(anyFile),
  } as const
  const { outputs } = await pixels.run(task, listeners)
  return outputs.map((output) => ({
    ...output,
    id: stableId('output', runId, output.name),
    file: `${folder}/${basename(output.file)}`,
  }))
}

/** How much of an area its pictures hold decides cost and time; a computed raster counts as one. */
export function pictureCount(inputs: CheckedInputs): number {
  return Object.values(inputs.pictures).reduce((sum, list) => sum + list.length, 0)
}
