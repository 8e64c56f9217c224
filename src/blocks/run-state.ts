import type { Tone } from '#src/ui/status/tone.ts'

const states: Record<string, { tone: Tone; word: string }> = {
  created: { tone: 'busy', word: 'Waiting' },
  pending: { tone: 'busy', word: 'Waiting' },
  queued: { tone: 'busy', word: 'Waiting' },
  started: { tone: 'busy', word: 'Running' },
  running: { tone: 'busy', word: 'Running' },
  in_progress: { tone: 'busy', word: 'Running' },
  processing: { tone: 'busy', word: 'Running' },
  completed: { tone: 'ok', word: 'Ready' },
  success: { tone: 'ok', word: 'Ready' },
  failed: { tone: 'fail', word: 'Failed' },
  cancelled: { tone: 'idle', word: 'Cancelled' },
}

/** The app's word for the state of an insight, a job or a task; a state we do not know is shown as it is. */
export function runState(status: string): { tone: Tone; word: string } {
  return states[status.toLowerCase()] ?? { tone: 'idle', word: status.replaceAll('_', ' ') || 'Unknown' }
}
