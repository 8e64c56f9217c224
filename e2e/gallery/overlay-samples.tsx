import { Copy, Download, MoreHorizontal, SlidersHorizontal, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Switch } from '#src/ui/field/switch.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { ConfirmDialog } from '#src/ui/overlay/confirm-dialog.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { Tooltip } from '#src/ui/overlay/tooltip.tsx'
import { Row, Sample } from './sample.tsx'

export function OverlaySamples() {
  const [open, setOpen] = useState<'dialog' | 'confirm'>()
  const close = () => setOpen(undefined)
  return (
    <Sample title="Overlays">
      <Row>
        <Button onPress={() => setOpen('dialog')}>Open dialog</Button>
        <Button tone="danger" onPress={() => setOpen('confirm')}>
          Delete AOI
        </Button>
        <Popover label="Display" trigger={<Button icon={SlidersHorizontal}>Display</Button>}>
          <Switch defaultSelected>Footprints</Switch>
          <Switch>Quicklooks</Switch>
        </Popover>
        <Menu
          label="Actions for the scene"
          trigger={<IconButton icon={MoreHorizontal} label="More actions" />}
          groups={[
            {
              entries: [
                { id: 'download', label: 'Download', icon: Download, shortcut: 'Mod+D' },
                { id: 'copy', label: 'Copy as cURL', icon: Copy, description: 'The request that fetched it' },
                { id: 'off', label: 'Deliver to a store', isDisabled: true },
              ],
            },
            { entries: [{ id: 'delete', label: 'Delete', icon: Trash2, tone: 'danger' }] },
          ]}
        />
        <Tooltip text="Nearest band of this sensor: 670.5 nm">
          <span role="button" tabIndex={0}>
            R671
          </span>
        </Tooltip>
      </Row>
      <Dialog
        title="Add a store"
        isOpen={open === 'dialog'}
        onOpenChange={close}
        footer={
          <>
            <Button onPress={close}>Cancel</Button>
            <Button tone="primary" onPress={close}>
              Add store
            </Button>
          </>
        }
      >
        <TextField label="Bucket" autoFocus placeholder="field-office" />
      </Dialog>
      <ConfirmDialog
        title="Delete this AOI?"
        confirmLabel="Delete AOI"
        isOpen={open === 'confirm'}
        onOpenChange={close}
        onConfirm={close}
      >
        Its 12 visualizations and 3 insights go with it. This can not be undone.
      </ConfirmDialog>
    </Sample>
  )
}
