import { useQuery } from '@tanstack/react-query'
import { BookOpen } from 'lucide-react'
import { useMemo } from 'react'
import { indexQueries } from '#src/api/indices.ts'
import { Button } from '#src/ui/button/button.tsx'
import { SearchList } from '#src/ui/field/search-list.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { useDesk } from '../desk-context.ts'
import { libraryFor, type LibraryEntry } from './index-library.ts'

/** Opens the library of indices; choosing one shows it with its usual range and colours. */
export function LibraryButton() {
  const { scene, changePicture } = useDesk()
  const { bands } = scene.cog.info
  const satelliteId = scene.satellite?.id
  const indices = useQuery({ ...indexQueries.list(satelliteId), enabled: satelliteId !== undefined })
  const library = useMemo(() => libraryFor(bands, indices.data ?? []), [bands, indices.data])
  const all = [...library.own, ...library.presets]
  const optionOf = ({ id, name, title, text, lacks }: LibraryEntry) => ({
    id,
    label: name,
    description: title,
    detail: lacks ?? text,
    ...(lacks && { isDisabled: true }),
  })
  return (
    <Popover
      label="Library of indices"
      placement="right top"
      trigger={
        <Button icon={BookOpen} isWide>
          {`Index library (${library.presets.length + library.own.length})`}
        </Button>
      }
    >
      {(close) => (
        <SearchList
          label="Search indices by name or meaning"
          groups={[
            { title: 'Your own', options: library.own.map(optionOf) },
            { title: 'For these bands', options: library.presets.map(optionOf) },
            { title: 'These bands lack something', options: library.lacking.map(optionOf) },
          ]}
          onPick={(id) => {
            const entry = all.find((one) => one.id === id)
            if (entry) changePicture(entry.change)
            close()
          }}
        />
      )}
    </Popover>
  )
}
