import { Send } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { DeliverDialog } from './deliver-dialog.tsx'
import type { WhatToDeliver } from './deliver-dialog.tsx'

type DeliverButtonProps = {
  what: WhatToDeliver
  /** The name of the thing, as "3 pictures" or "Firefly FF02, 2026-10-20". */
  label: string
  tone?: 'primary' | 'neutral' | 'quiet'
}

/** Sends pictures to a store, after asking to which one. */
export function DeliverButton({ what, label, tone }: DeliverButtonProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button tone={tone} icon={Send} onPress={() => setOpen(true)}>
        Deliver
      </Button>
      {isOpen && <DeliverDialog what={what} label={label} onClose={() => setOpen(false)} />}
    </>
  )
}
