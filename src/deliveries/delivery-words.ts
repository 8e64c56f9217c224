import { stateWords } from '#src/states/state-words.ts'
import type { StateWords } from '#src/states/state-words.ts'

const arrived = { tone: 'ok', word: 'Delivered' } as const

/** The state of a delivery, as deliveries, tasks and pictures say it. */
export const deliveryWords = (raw: string): StateWords => stateWords(raw, { success: arrived, successful: arrived })

/** The API tells that a delivery failed and not why; these are the causes it can have. */
export const failureAdvice =
  'The service does not say why a delivery failed. Usually the bucket or its region is misspelt, the keys may not write there, or the store was deleted meanwhile. Keys can not be changed: add the store anew, then deliver again.'
