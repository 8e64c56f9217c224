import { Refusal } from '#src/vectors/limits.ts'
import { createAreaFileDesk, type OpenedFile, type TakenArea } from './area-file-desk.ts'

export type DeskRequest = { id: number } & (
  | { op: 'open'; files: { name: string; blob: Blob }[] }
  | { op: 'take'; indices: number[]; mostCorners: number }
)
export type DeskAnswer = { id: number } & ({ answer: OpenedFile | TakenArea } | { refusal: string })

const desk = createAreaFileDesk()

self.addEventListener('message', ({ data }: MessageEvent<DeskRequest>) => void answer(data))

async function answer(request: DeskRequest): Promise<void> {
  const { id } = request
  try {
    const answered =
      request.op === 'open' ? await desk.open(request.files) : desk.take(request.indices, request.mostCorners)
    self.postMessage({ id, answer: answered } satisfies DeskAnswer)
  } catch (error) {
    const isTold = error instanceof Refusal
    const refusal = isTold
      ? error.message
      : 'The file could not be read: it may be damaged, or larger than this tab can hold.'
    self.postMessage({ id, refusal } satisfies DeskAnswer)
  }
}
