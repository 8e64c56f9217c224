import { createContext } from 'react'

/** Which of the dates of an AOI is asked for: the map shows it as soon as it is open. */
export type DateChoice = { shownId: string; show: (id: string) => void }

export const DateChoiceContext = createContext<DateChoice>({ shownId: '', show: () => undefined })
