import { Circle, CircleCheck, CircleDashed, CircleX, TriangleAlert, type LucideIcon } from 'lucide-react'

/** How a state is going: done, under way, needs a look, failed, not begun. */
export type Tone = 'ok' | 'busy' | 'warn' | 'fail' | 'idle'

export const toneIcons: Record<Tone, LucideIcon> = {
  ok: CircleCheck,
  busy: CircleDashed,
  warn: TriangleAlert,
  fail: CircleX,
  idle: Circle,
}
