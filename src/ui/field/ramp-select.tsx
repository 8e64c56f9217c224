import { ArrowRightLeft, Check, ChevronDown } from 'lucide-react'
import {
  Button,
  Header,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
  Select as AriaSelect,
} from 'react-aria-components'
import { IconButton } from '../button/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { FieldLabel, fieldClass, type FieldLook } from './field-parts.tsx'
import fieldStyles from './field.module.css'
import listStyles from './option-list.module.css'
import styles from './ramp-select.module.css'

export type Ramp = { id: string; colours: readonly string[] }
export type RampGroup = { title: string; ramps: readonly Ramp[] }

type RampSelectProps = Omit<FieldLook, 'error' | 'description'> & {
  groups: readonly RampGroup[]
  value: string
  onChange: (id: string) => void
  isReversed: boolean
  onReversedChange: (isReversed: boolean) => void
}

/** A colour map out of many, seen before it is chosen; the button beside turns it around. */
export function RampSelect(props: RampSelectProps) {
  const { label, labelPlacement, groups, value, onChange, isReversed, onReversedChange } = props
  const chosen = groups.flatMap(({ ramps }) => ramps).find(({ id }) => id === value)
  return (
    <div className={styles.row}>
      <AriaSelect
        value={value}
        onChange={(key) => onChange(String(key))}
        className={classNames(fieldClass(labelPlacement), styles.select)}
      >
        <FieldLabel label={label} labelPlacement={labelPlacement} />
        <Button className={classNames(fieldStyles.box, listStyles.trigger)}>
          <span className={styles.name}>{value}</span>
          <Swatch colours={chosen?.colours ?? []} isReversed={isReversed} />
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className={listStyles.popover} offset={4}>
          <ListBox className={listStyles.list}>
            {groups.map(({ title, ramps }) => (
              <ListBoxSection key={title} id={title}>
                <Header className={styles.title}>{title}</Header>
                {ramps.map(({ id, colours }) => (
                  <ListBoxItem key={id} id={id} textValue={id} className={listStyles.option}>
                    {({ isSelected }) => (
                      <>
                        <span className={styles.name}>{id}</span>
                        <Swatch colours={colours} isReversed={isReversed} />
                        <Check
                          size={14}
                          aria-hidden
                          className={listStyles.tick}
                          visibility={isSelected ? 'visible' : 'hidden'}
                        />
                      </>
                    )}
                  </ListBoxItem>
                ))}
              </ListBoxSection>
            ))}
          </ListBox>
        </Popover>
      </AriaSelect>
      <IconButton
        icon={ArrowRightLeft}
        label={words.reverseColours}
        aria-pressed={isReversed}
        tone={isReversed ? 'neutral' : 'quiet'}
        onPress={() => onReversedChange(!isReversed)}
      />
    </div>
  )
}

function Swatch({ colours, isReversed }: { colours: readonly string[]; isReversed: boolean }) {
  const shown = isReversed ? colours.toReversed() : colours
  return (
    <span className={styles.swatch} style={{ background: `linear-gradient(90deg, ${shown.join(', ')})` }} aria-hidden />
  )
}
