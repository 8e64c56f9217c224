import type { DataType } from '#src/contract/data-type.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'
import { checkInputs } from '#sandbox/blocks/check-inputs.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { InsightRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { WorkHandler } from './queue.ts'
import { runBlock } from './run-block.ts'

/** Computes an insight. Its inputs are found anew: an asset may have been lost since it was asked for. */
export function runInsight(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  // A progress message that comes late must not touch a finished insight.
  const update = (id: string, values: Partial<InsightRow>) =>
    query
      .updateTable('insights')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .execute()

  return {
    async run(id) {
      const insight = await query.selectFrom('insights').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      if (insight.status !== 'running') return
      const block = findBlock(insight.block_name, insight.block_version)
      if (!block) throw new Error(`the block ${insight.block_name} ${insight.block_version} is gone`)
      const aoi = await query.selectFrom('aois').selectAll().where('id', '=', insight.aoi_id).executeTakeFirstOrThrow()
      const { inputs, problems } = await checkInputs(sandbox, aoi, block, JSON.parse(insight.input_json) as DataType[])
      if (problems.length > 0) throw new Error(`${problems[0]!.field}: ${problems[0]!.reason}`)
      const folder = `insights/${id}`
      const outputs = await runBlock(
        sandbox,
        { block, inputs, folder, runId: id },
        { onProgress: (fraction) => void update(id, { progress: Math.round(fraction * 100) }) },
      )
      await update(id, { status: 'completed', progress: 100, output_json: JSON.stringify(outputs) })
    },
    async fail(id, reason) {
      await update(id, { status: 'failed', err_msg: reason })
    },
  }
}
