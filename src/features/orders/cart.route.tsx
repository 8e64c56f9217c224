import { useQuery } from '@tanstack/react-query'
import { ShoppingCart } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { useCart } from '#src/cart/cart-store.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { CartAreasLayer } from './cart-areas.layer.tsx'
import { CartFields } from './cart-fields.tsx'
import { CartFooter } from './cart-footer.tsx'
import { CartGroupCard } from './cart-group.tsx'
import { groupByArea, orderItemOf } from './cart-groups.ts'
import { CartTroubles } from './cart-troubles.tsx'
import { itemProblems } from './order-problems.ts'
import { useQuote } from './use-quote.ts'
import { useSubmission } from './use-submission.ts'

/** What waits to be ordered, what it costs, and the one button that spends it. */
export function Component() {
  const entries = useCart()
  const groups = useMemo(() => groupByArea(entries), [entries])
  const [projectChoice, setProjectChoice] = useState<string>()
  const [usecase, setUsecase] = useState('monitoring')
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [hoveredKey, setHoveredKey] = useState<string | null>(null)

  const { data } = useQuery(projectQueries.list())
  const projects = data?.projects ?? []
  const switched = useChosenProject()
  const chosen = projectChoice ?? switched ?? (projects.length === 1 ? projects[0]?.id : undefined)
  const projectId = projects.some(({ id }) => id === chosen) ? chosen : undefined

  const items = useMemo(
    () =>
      projectId === undefined || usecase.trim() === ''
        ? null
        : groups.map((group) => orderItemOf(group, { projectId, usecase, name: names[group.key] ?? '' })),
    [groups, projectId, usecase, names],
  )
  const quote = useQuote(items)
  const submission = useSubmission()
  const problems = useMemo(() => itemProblems(submission.error ?? quote.error), [submission.error, quote.error])
  useFitOnce(
    'cart',
    groups.map(({ area }) => area),
  )

  if (groups.length === 0) {
    return (
      <Panel title="Cart" widthPx={400}>
        <title>Cart – Swath</title>
        {submission.unknown && <CartTroubles submission={submission} quote={quote} problems={problems} />}
        <EmptyState icon={ShoppingCart} action={<LinkButton href={paths.explore()}>Find scenes</LinkButton>}>
          Scenes you add from Explore wait here with their price until you order them.
        </EmptyState>
      </Panel>
    )
  }
  return (
    <>
      <title>Cart – Swath</title>
      <Panel
        title="Cart"
        subtitle={`${count(entries.length, 'scene')} over ${count(groups.length, 'area')}`}
        widthPx={400}
        isFlush
        footer={
          <CartFooter
            quote={quote}
            submission={submission}
            missing={projectId === undefined ? 'Choose a project to see the price' : undefined}
            onSubmit={() => items && submission.submit(items, entries)}
          />
        }
      >
        <PanelPart>
          <CartFields
            projects={projects}
            projectId={projectId}
            onProjectChange={setProjectChoice}
            usecase={usecase}
            onUsecaseChange={setUsecase}
            problems={problems}
          />
        </PanelPart>
        <CartTroubles submission={submission} quote={quote} problems={problems} />
        {groups.map((group, index) => (
          <CartGroupCard
            key={group.key}
            group={group}
            number={index + 1}
            name={names[group.key] ?? ''}
            onNameChange={(name) => {
              submission.clearError()
              setNames((before) => ({ ...before, [group.key]: name }))
            }}
            quoted={quote.order?.order_items[index]}
            isQuoteCurrent={quote.isCurrent}
            problems={problems.get(index) ?? []}
            onHoverChange={(isHovered) => setHoveredKey(isHovered ? group.key : null)}
          />
        ))}
      </Panel>
      <CartAreasLayer groups={groups} hoveredKey={hoveredKey} onHoverChange={setHoveredKey} />
    </>
  )
}

const count = (n: number, thing: string) => `${n.toLocaleString('en-GB')} ${thing}${n === 1 ? '' : 's'}`
