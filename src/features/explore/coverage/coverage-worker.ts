import { answerCoverage, type CoverageAnswers, type CoverageQuestion } from './coverage-questions.ts'

export type CoverageRequest = { id: number; question: CoverageQuestion }
export type CoverageReply = { id: number; answer: CoverageAnswers[CoverageQuestion['ask']] }

self.addEventListener('message', ({ data: { id, question } }: MessageEvent<CoverageRequest>) => {
  const reply: CoverageReply = { id, answer: answerCoverage(question) }
  self.postMessage(reply)
})
