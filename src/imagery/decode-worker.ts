import { decodeBlock } from './decode-block.ts'
import type { BlockLayout } from './decode-block.ts'
import type { Samples } from './raster-info.ts'

export type DecodeRequest = {
  id: number
  packed: Uint8Array<ArrayBuffer>
  layout: BlockLayout
  wanted: readonly number[]
}
export type DecodeAnswer = { id: number; samples: Samples[] } | { id: number; problem: string }

self.addEventListener('message', async ({ data }: MessageEvent<DecodeRequest>) => {
  const { id, packed, layout, wanted } = data
  try {
    const samples = await decodeBlock(packed, layout, wanted)
    const answer: DecodeAnswer = { id, samples }
    self.postMessage(answer, { transfer: samples.map(({ buffer }) => buffer) })
  } catch (error) {
    const answer: DecodeAnswer = { id, problem: error instanceof Error ? error.message : String(error) }
    self.postMessage(answer)
  }
})
