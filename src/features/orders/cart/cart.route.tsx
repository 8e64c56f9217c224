import { ShoppingCart } from 'lucide-react'
import { useMemo, useState } from 'react'
import { isPicture, useCart } from '#src/cart/cart-store.ts'
import type { CartScene } from '#src/cart/cart-store.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import type { DeliveryChoice } from '../delivery-choice.ts'
import { OrderFooter } from '../order-footer.tsx'
import { itemProblems } from '../order-problems.ts'
import { OrderTroubles } from '../order-troubles.tsx'
import { useOrderProject } from '../project-field.tsx'
import { useQuote } from '../use-quote.ts'
import { useSubmission } from '../use-submission.ts'
import { CartAreasLayer } from './cart-areas.layer.tsx'
import { CartFields } from './cart-fields.tsx'
import { CartGroupCard } from './cart-group.tsx'
import { groupByArea, orderItemOf } from './cart-groups.ts'
import { CartPictureCard } from './cart-picture.tsx'
import { plannedPicture } from './cart-pictures.ts'

/** What waits to be ordered, what it costs, and the one button that spends it. */
export function Component() {
  const entries = useCart()
  const [openedMs] = useState(() => Date.now())
  const scenes = useMemo(() => entries.filter((entry): entry is CartScene => !isPicture(entry)), [entries])
  const groups = useMemo(() => groupByArea(scenes), [scenes])
  const pictures = useMemo(
    () => entries.filter(isPicture).flatMap((entry) => plannedPicture(entry, openedMs) ?? []),
    [entries, openedMs],
  )
  const [projectChoice, setProjectChoice] = useState<string>()
  const [usecase, setUsecase] = useState('monitoring')
  const [delivery, setDelivery] = useState<DeliveryChoice>({ store: '', folder: '' })
  const [names, setNames] = useState<Readonly<Record<string, string>>>({})
  const [hoveredKey, setHoveredKey] = useState<string | null>(null)

  const chosenProject = useOrderProject(projectChoice)
  // New pictures bring what the fields above the scenes ask for.
  const projectId = groups.length > 0 ? chosenProject : (chosenProject ?? '')
  const items = useMemo(
    () =>
      projectId === undefined || usecase.trim() === ''
        ? null
        : [
            ...groups.map((group) =>
              orderItemOf(group, { projectId, usecase, delivery, name: names[group.key] ?? '' }),
            ),
            ...pictures.map(({ item }) => item),
          ],
    [groups, pictures, projectId, usecase, delivery, names],
  )
  const quote = useQuote(items)
  const submission = useSubmission()
  const problems = useMemo(() => itemProblems(submission.error ?? quote.error), [submission.error, quote.error])
  const areas = useMemo(
    () => [
      ...groups.map(({ key, area }) => ({ key, area })),
      ...pictures.map(({ entry, area }) => ({ key: entry.id, area })),
    ],
    [groups, pictures],
  )
  useFitOnce(
    'cart',
    areas.map(({ area }) => area),
  )
  const trouble = <OrderTroubles submission={submission} quote={quote} problems={problems} kept="the cart is kept" />

  if (areas.length === 0) {
    return (
      <Panel title="Cart" widthPx={400}>
        <title>Cart – Swath</title>
        {submission.unknown && trouble}
        <EmptyState
          icon={ShoppingCart}
          action={
            <>
              <LinkButton href={paths.explore()}>Find scenes</LinkButton>
              <LinkButton href={paths.newOrder()}>Order a new picture</LinkButton>
            </>
          }
        >
          Scenes of the archive and pictures that are still to be taken wait here with their price until you order them.
        </EmptyState>
      </Panel>
    )
  }
  const ofItem = (index: number) => ({
    quoted: quote.order?.order_items[index],
    isQuoteCurrent: quote.isCurrent,
    problems: problems.get(index) ?? [],
  })
  return (
    <>
      <title>Cart – Swath</title>
      <Panel
        title="Cart"
        subtitle={subtitle(scenes.length, groups.length, pictures.length)}
        widthPx={400}
        isFlush
        footer={
          <OrderFooter
            quote={quote}
            submission={submission}
            trouble={trouble}
            missing={projectId === undefined ? 'Choose a project to see the price' : undefined}
            onSubmit={() => items && submission.send({ items, entries })}
          />
        }
      >
        {groups.length > 0 && (
          <PanelPart>
            <CartFields
              projectId={projectId}
              onProjectChange={setProjectChoice}
              usecase={usecase}
              onUsecaseChange={setUsecase}
              delivery={delivery}
              onDeliveryChange={(changes) => setDelivery((before) => ({ ...before, ...changes }))}
              problems={groups.flatMap((_, index) => problems.get(index) ?? [])}
            />
          </PanelPart>
        )}
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
            {...ofItem(index)}
            onHoverChange={(isHovered) => setHoveredKey(isHovered ? group.key : null)}
          />
        ))}
        {pictures.map((picture, index) => (
          <CartPictureCard
            key={picture.entry.id}
            picture={picture}
            {...ofItem(groups.length + index)}
            onHoverChange={(isHovered) => setHoveredKey(isHovered ? picture.entry.id : null)}
          />
        ))}
      </Panel>
      <CartAreasLayer areas={areas} hoveredKey={hoveredKey} onHoverChange={setHoveredKey} />
    </>
  )
}

function subtitle(scenes: number, areas: number, pictures: number): string {
  return [
    scenes > 0 && `${count(scenes, 'scene')} over ${count(areas, 'area')}`,
    pictures > 0 && count(pictures, 'new picture'),
  ]
    .filter(Boolean)
    .join(', ')
}

const count = (n: number, thing: string) => `${n.toLocaleString('en-GB')} ${thing}${n === 1 ? '' : 's'}`
