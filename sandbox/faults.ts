import { envelope } from './errors.ts'

/** Trouble on demand, so that screens can be tried against it. All off unless asked for. */
export type Faults = {
  /** added to every answer, ms */
  latencyMs: number
  /** share of API requests that fail with 500, 0..1 */
  failRate: number
  /** bytes after which a file's transfer breaks off; 0 never */
  cutAfterBytes: number
}

export const noFaults: Faults = { latencyMs: 0, failRate: 0, cutAfterBytes: 0 }

/** @returns the failure to answer with, or null when this request goes through. */
export async function meetFaults(faults: Faults, random: () => number = Math.random): Promise<Response | null> {
  if (faults.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, faults.latencyMs))
  if (faults.failRate > 0 && random() < faults.failRate) {
    return Response.json(envelope(500, 'The sandbox was asked to fail now and then (--fail).'), { status: 500 })
  }
  return null
}

/** A body that breaks off after some bytes, as a lost connection does. */
export function cut(response: Response, afterBytes: number): Response {
  if (afterBytes <= 0 || !response.body) return response
  let sent = 0
  const breaking = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      sent += chunk.byteLength
      if (sent > afterBytes) controller.error(new Error('cut on demand'))
      else controller.enqueue(chunk)
    },
  })
  return new Response(response.body.pipeThrough(breaking), response)
}
