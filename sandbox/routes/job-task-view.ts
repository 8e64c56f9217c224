import type { DataType } from '#src/contract/data-type.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'
import { outputData } from '#sandbox/blocks/run-output.ts'
import type { RunOutput } from '#sandbox/blocks/run-output.ts'
import type { JobTaskRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Graph } from '#sandbox/workflows/graph.ts'

/** A task as a job shows it: a step of the graph with what went in, what came out and what it had to say. */
export function taskView({ files, clock }: Sandbox, task: JobTaskRow, graph: Graph, origin: string) {
  const node = graph.nodes.find(({ id }) => id === task.node_id)
  const block = node?.kind === 'block' ? findBlock(node.block.name, node.block.version) : undefined
  const outputs = JSON.parse(task.result_json) as RunOutput[]
  return {
    id: task.id,
    name: task.name,
    status: task.status,
    state_msg: task.state_msg,
    progress: task.progress,
    depends_on: JSON.parse(task.depends_on_json) as string[],
    inputs: JSON.parse(task.inputs_json) as DataType[],
    result: block
      ? outputs.map((output) => outputData(output, { id: task.id, type: 'task' }, block, files, origin))
      : [],
    info_logs: JSON.parse(task.logs_json) as { time: string; message: string }[],
    disclaimer: block ? [...block.notes] : [],
    err_msg: task.err_msg,
    failure_type: task.failure_type,
    block_info: node?.kind === 'block' ? node.block : null,
    estimated_time_duration: task.estimated_s,
    time_taken:
      task.started_at && secondsBetween(task.started_at, task.finished_at ?? new Date(clock.nowMs()).toISOString()),
    recv_time: task.created_at,
    send_time: task.started_at,
    block_inf_start_time: task.started_at,
    block_inf_end_time: task.started_at && task.finished_at,
    created_at: task.created_at,
    updated_at: task.updated_at,
    finished_at: task.finished_at,
  }
}

/** Time taken is text in the answers: "12.3s". */
export function secondsBetween(from: string, to: string): string {
  return `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)}s`
}
