import { basename } from 'node:path'
import type { DataType } from '#src/contract/data-type.ts'
import type { RunOutput } from '#sandbox/blocks/run-output.ts'
import { anyOf } from '#sandbox/database/conditions.ts'
import type { DownloadRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { assetFileName } from './asset-file-name.ts'
import type { DownloadSubject } from './downloads.ts'

type Entry = { name: string; path: string }

/** The files of a download of an insight, a job or a task; null for other kinds. */
export async function runFiles(
  { database: { query }, files }: Sandbox,
  download: DownloadRow,
): Promise<Entry[] | null> {
  const entry = ({ file }: { file: string }, folder = ''): Entry => ({
    name: folder + basename(file),
    path: files.path(file),
  })
  if (download.kind === 'insight') {
    const { insightId, inputs, outputs } = JSON.parse(download.subject_json) as DownloadSubject['insight']
    const insight = await query.selectFrom('insights').selectAll().where('id', '=', insightId).executeTakeFirstOrThrow()
    const made = (JSON.parse(insight.output_json) as RunOutput[]).filter(
      ({ id, name }) => outputs === null || outputs.includes(id) || outputs.includes(name),
    )
    const assetIds = inputAssets(JSON.parse(insight.input_json) as DataType[], inputs)
    const assets = await query
      .selectFrom('assets')
      .select('file')
      .where('id', 'in', anyOf(assetIds))
      .where('status', '=', 'success')
      .orderBy('id')
      .execute()
    return [
      ...made.map((output) => entry(output)),
      ...assets.flatMap(({ file }) =>
        file ? [{ name: `inputs/${assetFileName(file)}`, path: files.path(file) }] : [],
      ),
    ]
  }
  if (download.kind === 'task') {
    const { taskId } = JSON.parse(download.subject_json) as DownloadSubject['task']
    const task = await query
      .selectFrom('job_tasks')
      .select('result_json')
      .where('id', '=', taskId)
      .executeTakeFirstOrThrow()
    return (JSON.parse(task.result_json) as RunOutput[]).map((output) => entry(output))
  }
  if (download.kind === 'job') {
    const { jobId } = JSON.parse(download.subject_json) as DownloadSubject['job']
    const tasks = await query
      .selectFrom('job_tasks')
      .select(['node_id', 'result_json'])
      .where('job_id', '=', jobId)
      .orderBy('position')
      .execute()
    return tasks.flatMap(({ node_id: node, result_json: json }) =>
      (JSON.parse(json) as RunOutput[]).map((output) => entry(output, `${node}/`)),
    )
  }
  return null
}

/** Inputs are chosen by the id of their asset or by their name. */
function inputAssets(inputs: readonly DataType[], chosen: readonly string[]): string[] {
  return inputs.flatMap(({ name, asset_source: source }) =>
    source && (chosen.includes(source.id) || chosen.includes(name)) ? [source.id] : [],
  )
}
