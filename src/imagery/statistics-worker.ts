import { createCounter, type StatisticsAnswers, type StatisticsTask } from './statistics-tasks.ts'

export type StatisticsRequest = { id: number; task: StatisticsTask }
export type StatisticsReply = { id: number } & (
  | { answer: StatisticsAnswers[StatisticsTask['op']] }
  | { problem: string }
)

const run = createCounter()

self.addEventListener('message', ({ data: { id, task } }: MessageEvent<StatisticsRequest>) => {
  let reply: StatisticsReply
  try {
    reply = { id, answer: run(task) }
  } catch (error) {
    reply = { id, problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(reply)
})
