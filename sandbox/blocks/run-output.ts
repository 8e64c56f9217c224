import type { DataType } from '#src/contract/data-type.ts'
import type { Files } from '#sandbox/files.ts'
import type { Block, BlockOutput } from './block.ts'
import { mediaTypes } from './block-view.ts'

/** A file that a run made, as it is stored; `file` is its name in the data folder, `id` what downloads choose by. */
export type RunOutput = BlockOutput & { id: string }

/** The same as the API shows it, with a signed URL. `asset_source` can be given to the next block as it is. */
export function outputData(
  output: RunOutput,
  run: { id: string; type: 'insight' | 'task' },
  block: Block,
  files: Files,
  origin: string,
): DataType {
  const { name, kind, file, properties } = output
  return {
    id: output.id,
    name,
    format: kind,
    type: 'url',
    description: block.outputs.find((one) => one.name === name)?.description ?? null,
    value: files.signedUrl(origin, file),
    asset_source: { ...run, output: name },
    properties: { media_type: mediaTypes[kind], ...properties },
  }
}
