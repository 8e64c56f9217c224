import { mergeRanges } from './byte-ranges.ts'
import type { ByteRange } from './byte-ranges.ts'
import { createFairQueue } from './fair-queue.ts'
import { ImageryError } from './raster-info.ts'
import { blockBytes, rowsOfBlock } from './stored-image.ts'
import type { StoredImage } from './stored-image.ts'
import { createTileLedger } from './tile-ledger.ts'
import type { TileAnswer, TileTask } from './tile-tasks.ts'
import { createTileWorkers, tileStoresHere } from './tile-workers.ts'
import type { TileWorkers } from './tile-workers.ts'

/** Unpacked pixels that the page keeps, of all open files. */
const BUDGET_BYTES = 128 << 20
/** As many as browsers open to one server (HTTP/1.1). */
const REQUESTS_AT_ONCE = 6

/** Something that is asked of blocks that are held. */
type UseTask = Exclude<TileTask, { op: 'load' | 'drop' | 'finish' }>

type Ask<Task extends UseTask> = {
  task: (at: number, key: string) => Task
  onAnswer?: (at: number, answer: TileAnswer[Task['op']]) => void
  signal?: AbortSignal | undefined
}

/** Brings blocks to the tile workers, each once, and asks about them there. One for the page. */
export type BlockReader = {
  workers: TileWorkers
  /**
   * Asks something of each block (`at` counts in `indices`) as soon as it is there.
   * @throws ImageryError; the signal's reason when it aborts
   */
  ask: <Task extends UseTask>(image: StoredImage, indices: readonly number[], ask: Ask<Task>) => Promise<void>
}

/** Neighbouring blocks that are read in one piece, and who waits for each of them. */
type Piece = ByteRange & { image: StoredImage; blocks: StoredBlock[]; controller: AbortController }
type StoredBlock = { index: number; key: string; range: ByteRange; waiting: Set<Waiter>; piece: Piece }
type Waiter = { go: () => void; fail: (reason: unknown) => void }

type ReaderOptions = { budgetBytes?: number; workers?: TileWorkers }

export function createBlockReader({ budgetBytes = BUDGET_BYTES, workers: given }: ReaderOptions = {}): BlockReader {
  const ledger = createTileLedger(budgetBytes, (key) => void workers.run(workerOf(key), { op: 'drop', key }))
  const workers = given ?? (typeof Worker === 'undefined' ? tileStoresHere() : createTileWorkers(() => ledger.clear()))
  const queue = createFairQueue(REQUESTS_AT_ONCE)
  const onTheirWay = new Map<string, StoredBlock>()

  /** Spreads blocks evenly, whether of one place or of one band: FNV-1a over the key. */
  function workerOf(key: string): number {
    let hash = 0x811c9dc5
    for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
    return ((hash ^ (hash >>> 15)) >>> 0) % workers.count
  }

  /** Hands the bytes of one block (none: the file leaves it out) to its worker. Settles when it is unpacked. */
  const post = async (image: StoredImage, index: number, packed: Uint8Array<ArrayBuffer> | null): Promise<void> => {
    const key = keyOf(image, index)
    const rows = rowsOfBlock(image, index)
    ledger.add(key, blockBytes(image, rows))
    try {
      await workers.run(workerOf(key), { op: 'load', key, packed, layout: image.layout, rows })
      ledger.release(key)
    } catch {
      // The worker tells the reason to whoever asks something of the block.
      ledger.remove(key)
    }
  }

  const forget = ({ blocks }: Piece) => {
    for (const block of blocks) if (onTheirWay.get(block.key) === block) onTheirWay.delete(block.key)
  }

  const readAndUnpack = async (piece: Piece) => {
    const bytes = await piece.image.source.read(piece.offset, piece.length, piece.controller.signal)
    forget(piece)
    const unpacking = piece.blocks.map(({ index, range, waiting }) => {
      const start = range.offset - piece.offset
      if (start + range.length > bytes.length) {
        const problem = cutOff(piece.offset + bytes.length, range)
        for (const { fail } of waiting) fail(problem)
        return undefined
      }
      const isWhole = range.length === bytes.buffer.byteLength
      const unpacked = post(piece.image, index, isWhole ? bytes : bytes.slice(start, start + range.length))
      for (const { go } of waiting) go()
      return unpacked
    })
    // The turn ends when all is unpacked: bytes never pile up before slow workers.
    await Promise.all(unpacking)
  }

  /** Starts to read blocks that are neither held nor on their way. */
  const bring = (group: object, image: StoredImage, indices: readonly number[], ranges: readonly ByteRange[]) => {
    for (const { offset, length, of } of mergeRanges(ranges)) {
      const piece: Piece = { offset, length, image, blocks: [], controller: new AbortController() }
      for (const at of of) {
        const index = indices[at]!
        const block = { index, key: keyOf(image, index), range: ranges[at]!, waiting: new Set<Waiter>(), piece }
        piece.blocks.push(block)
        onTheirWay.set(block.key, block)
      }
      queue
        .run(group, () => readAndUnpack(piece), piece.controller.signal)
        .catch((reason: unknown) => {
          forget(piece)
          for (const { waiting } of piece.blocks) for (const { fail } of waiting) fail(reason)
        })
    }
  }

  /** Whoever waited for it no longer does; reading stops when that was the last. */
  const leave = ({ waiting, piece }: StoredBlock, waiter: Waiter) => {
    waiting.delete(waiter)
    if (piece.blocks.some((block) => block.waiting.size > 0)) return
    forget(piece)
    piece.controller.abort()
  }

  const ask: BlockReader['ask'] = async (image, indices, { task, onAnswer, signal }) => {
    signal?.throwIfAborted()
    const joined = new Map<Waiter, StoredBlock>()

    const askHeld = async (at: number, key: string) => {
      try {
        const answer = await workers.run(workerOf(key), task(at, key))
        if (!signal?.aborted) onAnswer?.(at, answer)
      } finally {
        ledger.release(key)
      }
    }
    const askWhenThere = (at: number): Promise<void> => {
      const index = indices[at]!
      const key = keyOf(image, index)
      if (ledger.use(key)) return askHeld(at, key)
      const block = onTheirWay.get(key)
      // Gone again at once, to make room: memory is that short.
      if (!block)
        return ask(image, [index], {
          task: () => task(at, key),
          onAnswer: (_, answer) => onAnswer?.(at, answer),
          signal,
        })
      return new Promise<void>((resolve, reject) => {
        const waiter: Waiter = {
          go() {
            joined.delete(waiter)
            ledger.use(key)
            askHeld(at, key).then(resolve, reject)
          },
          fail: reject,
        }
        joined.set(waiter, block)
        block.waiting.add(waiter)
      })
    }
    const askAll = async () => {
      const asked: Promise<void>[] = []
      const waiting: number[] = []
      indices.forEach((index, at) => {
        const key = keyOf(image, index)
        if (ledger.use(key)) asked.push(askHeld(at, key))
        else waiting.push(at)
      })
      if (waiting.length > 0) {
        const missing = waiting.map((at) => indices[at]!)
        const ranges = await image.locate(missing, signal)
        const isWanted = (index: number) => {
          const key = keyOf(image, index)
          // Others may have asked for the same while the places were looked up.
          return !ledger.has(key) && !onTheirWay.has(key)
        }
        const stored = missing.flatMap((index, i) => {
          if (!isWanted(index)) return []
          if (ranges[i]!.length > 0) return [{ index, range: ranges[i]! }]
          void post(image, index, null)
          return []
        })
        bring(
          joined,
          image,
          stored.map(({ index }) => index),
          stored.map(({ range }) => range),
        )
      }
      await Promise.all([...asked, ...waiting.map(askWhenThere)])
    }
    try {
      await untilAborted(askAll(), signal)
    } finally {
      for (const [waiter, block] of joined) leave(block, waiter)
    }
  }
  return { ask, workers }
}

function keyOf(image: StoredImage, index: number): string {
  return `${image.id}/${index}`
}

function cutOff(endsAt: number, { offset, length }: ByteRange): ImageryError {
  const [end, wanted] = [endsAt, offset + length].map((byte) => byte.toLocaleString('en-GB'))
  return new ImageryError(`The file is cut off: it ends at byte ${end}, but its pixels go on to byte ${wanted}.`)
}

/** Rejects as soon as nobody wants the answer any more. */
function untilAborted(work: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop))
  })
}
