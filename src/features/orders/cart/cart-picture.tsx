import { useQuery } from '@tanstack/react-query'
import { Pencil } from 'lucide-react'
import { bandsetQueries } from '#src/api/bandsets.ts'
import { projectQueries } from '#src/api/projects.ts'
import { putPicture, removeFromCart } from '#src/cart/cart-store.ts'
import { labelOfUseCase } from '#src/cart/use-cases.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import { feasibilityReason } from '../feasibility.ts'
import { FeasibilityNotice } from '../feasibility-notice.tsx'
import { windowOf, type OrderDraft } from '../new-order/order-draft.ts'
import styles from '../order-form.module.css'
import { recurrenceWord } from '../order-words.ts'
import { UpliftRows } from '../uplift-rows.tsx'
import { CartCard } from './cart-card.tsx'
import type { CartItem } from './cart-card.tsx'
import type { PlannedPicture } from './cart-pictures.ts'

type CartPictureProps = CartItem & { picture: PlannedPicture }

/** A picture that is still to be taken, in the cart: what it is, its part of the price, and how likely it is. */
export function CartPictureCard({ picture, quoted, isQuoteCurrent, problems, onHoverChange }: CartPictureProps) {
  const { entry, draft, area } = picture
  const title = draft.name.trim() || 'New picture'
  return (
    <CartCard
      {...{ title, quoted, isQuoteCurrent, onHoverChange }}
      areaKm2={utmAreaKm2(area)}
      removeLabel={`Remove ${title} from the cart`}
      onRemove={() => removeWithUndo(picture)}
    >
      <PictureFacts draft={draft} />
      {problems.map(({ field, reason }) => (
        <p key={field + reason} role="alert" className={styles.problem}>
          {reason}
        </p>
      ))}
      {quoted && <FeasibilityNotice status={quoted.feasibility_status} reason={feasibilityReason(quoted)} />}
      <UpliftRows item={quoted} />
      <div>
        <LinkButton size="s" icon={Pencil} href={`${paths.newOrder()}?${entry.form}&entry=${entry.id}`}>
          Change
        </LinkButton>
      </div>
    </CartCard>
  )
}

function PictureFacts({ draft }: { draft: OrderDraft }) {
  const bandsets = useQuery(bandsetQueries.list()).data?.bandsets
  const projects = useQuery(projectQueries.list()).data?.projects
  const project = projects?.find(({ id }) => id === draft.project)
  const lines = [
    [whenWords(draft)],
    [
      bandsets?.find(({ id }) => id === draft.bandset)?.name,
      `cloud up to ${draft.cloud} %`,
      `off nadir up to ${draft.offNadir}°`,
    ],
    [project?.title || project?.name, labelOfUseCase(draft.usecase)],
  ]
  return (
    <div className={styles.note} data-figures>
      {lines.map((facts, i) => (
        <div key={i}>{facts.filter(Boolean).join(', ')}</div>
      ))}
    </div>
  )
}

/** The form of an entry holds its days: nothing is filled in from today. */
function whenWords(draft: OrderDraft): string {
  const { from, to } = windowOf(draft, draft.from)
  const word = recurrenceWord(draft.recurrence)
  return to === undefined
    ? `${word}, ${draft.count} ${draft.count === 1 ? 'picture' : 'pictures'} from ${from} on`
    : `${word}, ${from} – ${to}`
}

function removeWithUndo({ entry }: PlannedPicture) {
  removeFromCart([entry])
  notify({
    id: 'cart-removed',
    tone: 'info',
    title: 'New picture removed from the cart',
    action: { label: 'Undo', onPress: () => putPicture(entry) },
  })
}
