/** A rough duration in words: "under 10 s left", "40 s left", "3 min left", "2 h 10 min left". */
export function timeLeft(seconds: number): string {
  if (seconds < 10) return 'under 10 s left'
  if (seconds < 55) return `${Math.ceil(seconds / 10) * 10} s left`
  const minutes = Math.max(1, Math.round(seconds / 60))
  if (minutes < 60) return `${minutes} min left`
  const hours = Math.floor(minutes / 60)
  const rest = Math.round((minutes % 60) / 10) * 10
  if (rest === 60) return `${hours + 1} h left`
  return rest === 0 ? `${hours} h left` : `${hours} h ${rest} min left`
}
