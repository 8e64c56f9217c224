import { Leaf, Search, Waves } from 'lucide-react'
import { useState } from 'react'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { DateField } from '#src/ui/field/date-field.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { NumberField } from '#src/ui/field/number-field.tsx'
import { RadioGroup } from '#src/ui/field/radio-group.tsx'
import { SearchField } from '#src/ui/field/search-field.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { Slider } from '#src/ui/field/slider.tsx'
import { Switch } from '#src/ui/field/switch.tsx'
import { TextArea } from '#src/ui/field/text-area.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import styles from './gallery.module.css'
import { Sample } from './sample.tsx'

const collections = [
  { id: 'firefly', label: 'Firefly L2A', description: '135 bands, 470 to 900 nm', icon: Leaf },
  { id: 'enmap', label: 'EnMAP L2A', description: '224 bands, 420 to 2,450 nm', icon: Waves },
  { id: 'sentinel', label: 'Sentinel-2 L2A', description: '12 bands' },
  { id: 'closed', label: 'Landsat 7', description: 'Not in this project', isDisabled: true },
] as const

export function FieldSamples() {
  return (
    <>
      <TextSamples />
      <ChoiceSamples />
      <RangeSamples />
    </>
  )
}

function TextSamples() {
  const [query, setQuery] = useState('Potsdam')
  return (
    <Sample title="Text and number fields">
      <SearchField label="Search AOIs" value={query} onChange={setQuery} />
      <TextField label="Name" placeholder="Havel lakes, spring" isRequired description="Shown in lists and reports" />
      <TextField label="Place" icon={Search} defaultValue="52.39, 13.06" />
      <TextField
        label="Formula"
        isCode
        defaultValue="(R864 − R671) / (R864 + R67)"
        error="R67 lies outside this sensor: 418 to 2,445 nm"
      />
      <TextField label="Store" isDisabled defaultValue="s3://field-office" />
      <div className={styles.pair}>
        <NumberField label="Largest cloud cover" unit="%" defaultValue={20} minValue={0} maxValue={100} />
        <NumberField label="Area" unit="km²" defaultValue={1234.5} error="Larger than the limit of 1,000 km²" />
      </div>
      <NumberField label="Repeat every" labelPlacement="side" unit="days" defaultValue={14} minValue={1} />
      <TextArea label="Note" placeholder="What is this order for?" rows={2} />
    </Sample>
  )
}

function ChoiceSamples() {
  const [collection, setCollection] = useState<(typeof collections)[number]['id']>()
  const [place, setPlace] = useState<(typeof collections)[number]['id'] | undefined>('enmap')
  const [kind, setKind] = useState<'once' | 'recurring'>('once')
  const [isLive, setLive] = useState(true)
  return (
    <Sample title="Choices">
      <Select label="Collection" options={collections} value={collection} onChange={setCollection} />
      <Select label="Sensor" labelPlacement="side" options={collections} value="sentinel" onChange={setCollection} />
      <ComboBox label="Find a collection" options={collections} value={place} onChange={setPlace} />
      <Select
        label="Bandset"
        options={collections}
        value={undefined}
        onChange={setCollection}
        error="Choose the bands to collect"
      />
      <RadioGroup
        label="Tasking"
        value={kind}
        onChange={setKind}
        options={[
          { id: 'once', label: 'Once', description: 'The first clear pass in the window' },
          { id: 'recurring', label: 'Recurring', description: 'Every 14 days until the end of the window' },
        ]}
      />
      <div>
        <Checkbox defaultSelected>Ready only</Checkbox>
        <Checkbox isIndeterminate>All scenes (3 of 12)</Checkbox>
        <Checkbox isDisabled>Night passes</Checkbox>
        <Checkbox error="Accept the quote before ordering">I accept the quote</Checkbox>
      </div>
      <div>
        <Switch isSelected={isLive} onChange={setLive}>
          Show quicklooks
        </Switch>
        <Switch description="A desktop notice when a download ends">Notify me</Switch>
        <Switch isDisabled>Live service</Switch>
      </div>
    </Sample>
  )
}

function RangeSamples() {
  const [gamma, setGamma] = useState(1.1)
  const [stretch, setStretch] = useState<readonly [number, number]>([450, 1380])
  const [day, setDay] = useState<string | undefined>('2025-12-24')
  const [dates, setDates] = useState<{ from?: string; to?: string }>({ from: '2026-03-01', to: '2026-09-30' })
  return (
    <Sample title="Ranges">
      <Slider label="Gamma" value={gamma} onChange={setGamma} min={0.2} max={3} step={0.05} digits={2} />
      <Slider label="Wavelengths" value={stretch} onChange={setStretch} min={420} max={2450} unit="nm" />
      <Slider label="Opacity" value={60} onChange={setGamma} min={0} max={100} unit="%" isDisabled />
      <DateRange label="Acquired" value={dates} onChange={setDates} description="Both days are included" />
      <DateField label="First pass" labelPlacement="side" value={day} onChange={setDay} min="2026-01-01" />
      <DateRange label="Window" value={{ from: '2026-09-30', to: '2026-03-01' }} onChange={setDates} />
    </Sample>
  )
}
