import { useNavigate } from 'react-router'
import { paths } from '#src/paths.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import styles from './catalogs.module.css'

type CatalogPart = 'pictures' | 'deliveries' | 'stores'

const addresses: Record<CatalogPart, string> = {
  pictures: paths.catalogs(),
  deliveries: paths.deliveries(),
  stores: paths.stores(),
}

/** What one owns, where it was sent, and where it can be sent: one place in the rail, three addresses. */
export function CatalogParts({ shown }: { shown: CatalogPart }) {
  const navigate = useNavigate()
  return (
    <div className={styles.parts}>
      <ToggleButtonGroup
        label="Show"
        isWide
        options={[
          { id: 'pictures', label: 'Pictures' },
          { id: 'deliveries', label: 'Deliveries' },
          { id: 'stores', label: 'Stores' },
        ]}
        value={shown}
        onChange={(part) => void navigate(addresses[part])}
      />
    </div>
  )
}
