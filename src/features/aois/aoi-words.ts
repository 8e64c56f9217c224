import type { Tone } from '#src/ui/status/tone.ts'

export type StateWord = { tone: Tone; word: string }

const states: Record<string, StateWord> = {
  started: { tone: 'busy', word: 'Waiting' },
  running: { tone: 'busy', word: 'Preparing' },
  creating: { tone: 'busy', word: 'Preparing' },
  updating: { tone: 'busy', word: 'Updating' },
  success: { tone: 'ok', word: 'Ready' },
  partial_success: { tone: 'warn', word: 'Partly ready' },
  failed: { tone: 'fail', word: 'Failed' },
}

/** The app's word for a state of an AOI, an asset or a visualization; a state we do not know is shown as it is. */
export function stateWord(status: string): StateWord {
  return states[status.toLowerCase()] ?? { tone: 'idle', word: status.replaceAll('_', ' ') || 'Unknown' }
}
