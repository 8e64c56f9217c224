import { MapPin, Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import { useFitBounds } from '#src/map/fit-bounds.ts'
import { Marker } from '#src/map/marker.tsx'
import { useMap } from '#src/map/use-map.ts'
import { paths } from '#src/paths.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { coordinateDestination, destinationArea, placeDestination, type Destination } from './destination.ts'
import { findPlaces, prepareToFind } from './find-places.ts'
import type { View } from './nearness.ts'
import styles from './place-search.module.css'
import { remember, useRecentPlaces } from './recent-places.ts'
import { viewOf } from './view-of.ts'
import { words } from './words.ts'

/** Screens whose address says an area. */
const areaScreens = [paths.explore(), paths.newOrder(), paths.catalogs()]

/** A field over the map: a town, a country or coordinates in, and the map goes there. The key `/` leads to it. */
export function PlaceSearch() {
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState<Destination>()
  const input = useRef<HTMLInputElement>(null)
  const map = useMap()
  const fit = useFitBounds()
  const recent = useRecentPlaces()
  useShortcuts([{ keys: '/', does: words.find, run: () => input.current?.focus() }])

  // What was chosen stands in the field; the next search starts with the next letter.
  const query = typed === shown?.label ? '' : typed.trim()
  const { destinations, say } = useDestinations(query)
  const options = query === '' ? recent : destinations
  const go = (to: Destination) => {
    remember(to)
    setShown(to)
    setTyped(to.label)
    fit(to.box)
  }
  // Who types fast and presses Enter wants the best, also when it is found only then. A choice made in the list is the list's.
  const goByEnter = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key !== 'Enter' || nativeEvent.isComposing || input.current?.hasAttribute('aria-activedescendant')) return
    void destinationsOf(query, map ? viewOf(map) : undefined).then(
      ([first]) => {
        if (!first) return
        go(first)
        // Or else the list stays open.
        input.current?.blur()
      },
      () => undefined,
    )
  }
  return (
    <search className={styles.search} onKeyDownCapture={goByEnter} onFocusCapture={prepareToFind}>
      <ComboBox
        inputRef={input}
        label={words.find}
        labelPlacement="hidden"
        icon={Search}
        placeholder={words.placeholder}
        options={options}
        value={undefined}
        onChange={(id) => {
          const chosen = options.find((option) => option.id === id)
          if (chosen) go(chosen)
        }}
        inputValue={typed}
        onInputChange={setTyped}
        isFreeText
        emptyWords={say}
      />
      {shown && (
        <Found
          place={shown}
          onClose={() => {
            setShown(undefined)
            setTyped('')
            input.current?.focus()
          }}
        />
      )}
    </search>
  )
}

function Found({ place, onClose }: { place: Destination; onClose: () => void }) {
  const navigate = useNavigate()
  const { pathname, search } = useLocation()
  const takeAsArea = () => {
    const isHere = areaScreens.includes(pathname)
    const params = new URLSearchParams(isHere ? search : '')
    params.set('area', areaToUrl(destinationArea(place)))
    void navigate({ pathname: isHere ? pathname : paths.explore(), search: params.toString() })
  }
  return (
    <div className={styles.found} role="group" aria-label={words.found(place.label)}>
      <Marker position={place.lngLat} anchor="bottom">
        <MapPin className={styles.pin} aria-hidden />
      </Marker>
      <span className={styles.description}>{place.description}</span>
      <Button size="s" onPress={takeAsArea}>
        {words.useAsArea}
      </Button>
      <IconButton size="s" icon={X} label={words.forget} onPress={onClose} />
    </div>
  )
}

async function destinationsOf(query: string, view: View | undefined): Promise<Destination[]> {
  if (query === '') return []
  const at = coordinateDestination(query)
  if (at) return 'problem' in at ? [] : [at]
  return (await findPlaces(query, view)).map(placeDestination)
}

const none: readonly Destination[] = []

/** Where a text may lead, and what is to be said when it leads nowhere. */
function useDestinations(query: string): { destinations: readonly Destination[]; say: string } {
  const [found, setFound] = useState<{ query: string; destinations: readonly Destination[]; hasFailed?: boolean }>()
  const map = useMap()
  useEffect(() => {
    if (query === '') return
    let isOver = false
    destinationsOf(query, map ? viewOf(map) : undefined).then(
      (destinations) => isOver || setFound({ query, destinations }),
      () => isOver || setFound({ query, destinations: none, hasFailed: true }),
    )
    return () => {
      isOver = true
    }
  }, [query, map])
  const isSearching = found?.query !== query
  const at = coordinateDestination(query)
  const say =
    query === ''
      ? words.typeSomething
      : at && 'problem' in at
        ? at.problem
        : isSearching
          ? words.searching
          : found?.hasFailed
            ? words.failed
            : words.nothing(query)
  // While a longer word is looked up, what the shorter one found stays.
  return { destinations: query === '' ? none : (found?.destinations ?? none), say }
}
