import { stateOrPercent } from '#src/states/state-words.ts'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import type { AoiDate } from './dates.ts'

type AoiDatesProps = { dates: readonly AoiDate[]; shown: string | undefined; onShow: (date: string) => void }

/** The days of an AOI; the one on the map is marked. */
export function AoiDates({ dates, shown, onShow }: AoiDatesProps) {
  return (
    <List label="Dates">
      {dates.map(({ date, mosaics }) => {
        const waiting = mosaics.find(({ status }) => status !== 'success')
        const status = waiting?.status ?? 'success'
        return (
          <ListRow
            key={date}
            title={<UtcTime value={date} show="day" />}
            value={
              status === 'success' ? (
                mosaics.length > 1 && `${mosaics.length} scenes`
              ) : (
                <StatusBadge {...stateOrPercent(status, waiting?.progress)} />
              )
            }
            isSelected={date === shown}
            onPress={() => onShow(date)}
          />
        )
      })}
    </List>
  )
}
