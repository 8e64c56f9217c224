import { LinkButton } from '#src/ui/button/button.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { Failed } from './failed.tsx'
import type { AskedQuery } from './failed.tsx'

type NoAnswerProps = {
  query: AskedQuery & { data: unknown }
  /** What is on its way, as "Loading the order". */
  loading: string
  rows?: number
  look?: 'row' | 'tall'
  /** Where to go when it fails. */
  elsewhere?: { href: string; label: string }
}

/**
 * Stands in a flush panel where an answer will stand, or why there is none. Beside an answer of before it says that asking
 * again failed.
 */
export function NoAnswer({ query, loading, elsewhere, ...rows }: NoAnswerProps) {
  const isKnown = query.data !== undefined
  if (query.error) {
    return (
      <PanelPart>
        <Failed
          query={query}
          {...(isKnown && { tone: 'warn', kept: 'This is as last known.' })}
          actions={
            elsewhere && (
              <LinkButton size="s" tone="quiet" href={elsewhere.href}>
                {elsewhere.label}
              </LinkButton>
            )
          }
        />
      </PanelPart>
    )
  }
  return !isKnown && <SkeletonRows label={loading} {...rows} />
}
