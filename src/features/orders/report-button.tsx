import { useMutation } from '@tanstack/react-query'
import { Download, FileSpreadsheet } from 'lucide-react'
import { useState } from 'react'
import { noticeFor } from '#src/api/errors.ts'
import { reportMutations } from '#src/api/reports.ts'
import { saveBlob } from '#src/downloads/save-file.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import styles from './orders.module.css'
import { ownZone, timeZones, utcOffset } from './time-zones.ts'

/** Saves all orders of the workspace as a table, with its times in a zone of one's choice. */
export function ReportButton() {
  const [isOpen, setOpen] = useState(false)
  const [zone, setZone] = useState<string | undefined>(ownZone)
  const [options] = useState(() => timeZones().map((id) => ({ id, label: id.replaceAll('_', ' ') })))
  const [openedAt] = useState(() => new Date())
  const report = useMutation({
    ...reportMutations.orders(),
    onSuccess: (csv) => {
      saveBlob(csv, `swath-orders-${new Date().toISOString().slice(0, 10)}.csv`)
      setOpen(false)
    },
  })
  return (
    <Popover
      label="Save orders as a table"
      placement="bottom end"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon={FileSpreadsheet} label="Save all orders as a table (CSV)" />}
    >
      <div className={styles.report}>
        <ComboBox
          label="Times in the zone"
          options={options}
          value={zone}
          onChange={setZone}
          description={zone && `Now ${utcOffset(zone, openedAt)}`}
          error={zone === undefined ? 'Choose a time zone.' : undefined}
        />
        {report.error && <ErrorNotice {...noticeFor(report.error)} />}
        <Button
          tone="primary"
          icon={Download}
          isDisabled={zone === undefined}
          isPending={report.isPending}
          onPress={() => zone !== undefined && report.mutate(zone)}
        >
          Save CSV
        </Button>
      </div>
    </Popover>
  )
}
