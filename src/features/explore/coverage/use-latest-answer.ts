import { useEffect, useState } from 'react'

type Answered<Question, Answer> = { question: Question; answer: Answer | null }

/**
 * The last answer that came, with its question; null answers are failures. One question is under way at a time, and the
 * next is the newest there is then: a hand that moves faster than the answers come leaves no queue behind it.
 */
export function useLatestAnswer<Question extends object, Answer>(
  question: Question,
  ask: (question: Question) => Promise<Answer>,
): Answered<Question, Answer> | null {
  const [asked, setAsked] = useState(question)
  const [answered, setAnswered] = useState<Answered<Question, Answer> | null>(null)
  if (asked !== question && answered?.question === asked) setAsked(question)
  useEffect(() => {
    let isWanted = true
    const tell = (answer: Answer | null) => isWanted && setAnswered({ question: asked, answer })
    ask(asked).then(tell, () => tell(null))
    return () => {
      isWanted = false
    }
  }, [asked, ask])
  return answered
}
