import type { Scene } from '#src/scenes/scene.ts'
import { SceneThumbnail } from '#src/scenes/scene-thumbnail.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'

type ChosenScenesProps = {
  scenes: readonly Scene[]
  /** Keys of those left out after all. */
  left: ReadonlySet<string>
  hoveredKey: string | null
  error: string | undefined
  onHover: (key: string | null) => void
  onLeftChange: (left: ReadonlySet<string>) => void
}

/** The scenes that go into the AOI; any can still be left out. */
export function ChosenScenes({ scenes, left, hoveredKey, error, onHover, onLeftChange }: ChosenScenesProps) {
  const toggle = (key: string) =>
    onLeftChange(new Set(left.has(key) ? [...left].filter((other) => other !== key) : [...left, key]))
  return (
    <Section title="Scenes" summary={`${scenes.filter(({ key }) => !left.has(key)).length} of ${scenes.length}`}>
      {error && <ErrorNotice tone="warn" what={error} />}
      <List label="Scenes">
        {scenes.map(({ key, satellite, datetime, gsdM, cloudCoverPercent, thumbnailUrl }) => (
          <ListRow
            key={key}
            check={
              <Checkbox
                aria-label={`Use ${satellite}, ${datetime.slice(0, 10)}`}
                isSelected={!left.has(key)}
                onChange={() => toggle(key)}
              />
            }
            lead={<SceneThumbnail url={thumbnailUrl} />}
            title={<UtcTime value={datetime} />}
            meta={[
              satellite,
              gsdM === undefined ? '' : `${gsdM} m`,
              cloudCoverPercent === undefined ? '' : `${Math.round(cloudCoverPercent)} % cloud`,
            ]
              .filter(Boolean)
              .join(' · ')}
            isSelected={key === hoveredKey}
            onPress={() => toggle(key)}
            onHoverChange={(isHovered) => onHover(isHovered ? key : null)}
          />
        ))}
      </List>
    </Section>
  )
}
