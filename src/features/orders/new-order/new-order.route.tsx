import { ShoppingCart } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { AreaSection } from '#src/areas/area-section.tsx'
import type { AreaTool } from '#src/areas/area-tools.tsx'
import { checkArea } from '#src/areas/checked-area.ts'
import { useAreaUrl } from '#src/areas/use-area-url.ts'
import { useFitAreaFromElsewhere } from '#src/areas/use-fit-area.ts'
import { putPicture } from '#src/cart/cart-store.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#src/ui/button/button.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { Panel, PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { DeliveryFields } from '../delivery-fields.tsx'
import styles from '../order-form.module.css'
import { OrderFooter } from '../order-footer.tsx'
import { itemProblems } from '../order-problems.ts'
import { OrderTroubles } from '../order-troubles.tsx'
import { ProjectField, useOrderProject } from '../project-field.tsx'
import { UseCaseField } from '../use-case-field.tsx'
import { useQuote } from '../use-quote.ts'
import { useSubmission } from '../use-submission.ts'
import { BandsSection } from './bands-section.tsx'
import { ConditionsSection } from './conditions-section.tsx'
import { draftProblems, refusalsByField, type DraftProblems } from './draft-problems.ts'
import { itemOfDraft } from './draft-item.ts'
import { firstPossibleDay, readOrderDraft, windowOf, writeOrderDraft } from './order-draft.ts'
import { QuoteSection } from './quote-section.tsx'
import { scheduleOf } from '../schedule-of.ts'
import { WhenSection } from './when-section.tsx'

const form = { read: readOrderDraft, write: writeOrderDraft }

/** Orders a new picture: where, when, how clear, which bands; its price and how likely it is stand below all the while. */
export function Component() {
  const { params: draft, area, isAreaOwn, isAreaUnread, change, setArea } = useAreaUrl(form)
  const navigate = useNavigate()
  const [tool, setTool] = useState<AreaTool>(null)
  const [firstDay] = useState(() => firstPossibleDay(Date.now()))
  const [triedTimes, setTriedTimes] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  useFitAreaFromElsewhere(area, isAreaOwn)

  const checked = useMemo(() => (area ? checkArea(area) : null), [area])
  const usable = checked?.usable ?? null
  const projectId = useOrderProject(draft.project)
  const { wrong, missing } = draftProblems(draft, {
    firstDay,
    hasArea: area !== null,
    hasProject: projectId !== undefined,
  })
  const isComplete = Object.keys({ ...wrong, ...missing }).length === 0
  const items = useMemo(
    () => (usable && projectId && isComplete ? [itemOfDraft(draft, usable, projectId, firstDay)] : null),
    [usable, projectId, isComplete, draft, firstDay],
  )
  const quote = useQuote(items)
  const submission = useSubmission()
  const problems = useMemo(() => itemProblems(submission.error ?? quote.error), [submission.error, quote.error])
  const refused = useMemo(() => refusalsByField(problems.get(0) ?? []), [problems])
  const told = { ...(triedTimes > 0 && missing), ...wrong, ...refused.byField }
  const item = quote.order?.order_items[0]

  const focusFirstMissing = useEffectEvent(() => {
    const first = missing.area ? '[role="toolbar"] button' : '[data-invalid] input, [data-invalid] button'
    fields.current?.querySelector<HTMLElement>(first)?.focus()
  })
  useEffect(() => {
    if (triedTimes > 0) focusFirstMissing()
  }, [triedTimes])

  const edit: typeof change = (changes) => {
    submission.clearError()
    change(changes)
  }
  const toCart = () => {
    const { from, to } = windowOf(draft, firstDay)
    const { entry, ...described } = draft
    // The days and the project as they are now, whatever is usual when the cart is opened.
    const kept = { ...described, from, to: to ?? '', project: projectId ?? '', entry: '' }
    putPicture({
      id: entry || crypto.randomUUID(),
      form: new URLSearchParams(writeOrderDraft(kept)).toString(),
    })
    notify({ id: 'cart', tone: 'ok', title: entry ? 'Changed in the cart' : 'New picture added to the cart' })
    void navigate(paths.cart())
  }

  return (
    <>
      <title>New order – Swath</title>
      <Panel
        title="New order"
        subtitle="A picture that is still to be taken"
        onBack={() => void navigate(draft.entry ? paths.cart() : paths.orders())}
        widthPx={400}
        isFlush
        footer={
          <OrderFooter
            quote={quote}
            submission={submission}
            trouble={
              // What is refused stands beside its field, and the footer says that there is something.
              (submission.unknown || problems.size === 0) && (
                <OrderTroubles
                  submission={submission}
                  quote={quote}
                  problems={problems}
                  kept="what you entered is kept"
                />
              )
            }
            likelihood={item?.feasibility_status}
            missing={footerWords(missing, {
              isWrong: Object.keys(wrong).length > 0 || (area !== null && usable === null),
              isRefused: problems.size > 0,
            })}
            onMissing={() => setTriedTimes((times) => times + 1)}
            onSubmit={() => items && submission.send({ items, entries: [] })}
          >
            <Button icon={ShoppingCart} isDisabled={items === null} onPress={toCart}>
              {draft.entry ? 'Save in cart' : 'Add to cart'}
            </Button>
          </OrderFooter>
        }
      >
        <div ref={fields}>
          {refused.others.map(({ field, reason }) => (
            <PanelPart key={field}>
              <p role="alert" className={styles.problem}>
                {field}: {reason}
              </p>
            </PanelPart>
          ))}
          <AreaSection
            area={area}
            checked={checked}
            tool={tool}
            onToolChange={setTool}
            onChange={(next) => {
              submission.clearError()
              setArea(next)
            }}
            refusals={told.area ? [told.area] : []}
            isAddressUnread={isAreaUnread}
          />
          <WhenSection
            draft={draft}
            firstDay={firstDay}
            problems={told}
            schedule={scheduleOf(item?.occurrences)}
            onChange={edit}
          />
          <ConditionsSection draft={draft} problems={told} heldCloud={item?.cloud_cover} onChange={edit} />
          <BandsSection value={draft.bandset} onChange={(bandset) => edit({ bandset })} error={told.bandset} />
          <Section title="Order item">
            <div className={styles.fields}>
              <div className={styles.wideField}>
                <TextField
                  label="Name"
                  placeholder="Optional"
                  value={draft.name}
                  onChange={(name) => edit({ name })}
                  error={told.name}
                />
              </div>
              <ProjectField value={projectId} onChange={(project) => edit({ project })} error={told.project} />
              <UseCaseField value={draft.usecase} onChange={(usecase) => edit({ usecase })} error={told.usecase} />
              <DeliveryFields value={draft} onChange={edit} storeError={told.store} folderError={told.folder} />
            </div>
          </Section>
          <QuoteSection area={usable} quote={quote} />
        </div>
      </Panel>
    </>
  )
}

/** The first thing that keeps the price away. What is wrong stands beside its field. */
function footerWords(
  missing: DraftProblems,
  { isWrong, isRefused }: { isWrong: boolean; isRefused: boolean },
): string | undefined {
  const [first] = Object.values(missing)
  if (first) return first
  if (isWrong) return 'Something above is not in order yet.'
  return isRefused ? 'The service does not accept something above.' : undefined
}
