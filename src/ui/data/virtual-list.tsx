import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import styles from './list.module.css'
import { createTypeAhead } from './type-ahead.ts'
import { usePlaceInScroller } from './use-place-in-scroller.ts'

/** What a row of a virtual list hands to its ListRow. */
export type VirtualRow = {
  ref: Ref<HTMLLIElement>
  index: number
  setSize: number
  topPx: number
  /** The one row that Tab stops at; the arrow keys move it. */
  isTabStop: boolean
}

type VirtualListProps<Item> = {
  /** Accessible name, as "Scenes". */
  label: string
  items: readonly Item[]
  itemKey: (item: Item) => string
  /** What a person may type to come to a row: beginnings count. */
  itemTexts: (item: Item) => readonly string[]
  /** About; rows are measured once they are there. */
  rowHeightPx: number
  /** What lies over the upper edge of the scrolling part, such as a sticky header. */
  coveredTopPx?: number
  /** Comes into sight when it changes. */
  shownKey: string | null
  /** Comes into sight too, while the pointer is elsewhere and the list is what one looks at. */
  pointedKey: string | null
  /** Space on a row. */
  onPick: (item: Item) => void
  children: (item: Item, row: VirtualRow) => ReactNode
}

/** How many rows beyond the visible ones are there, so that scrolling finds them drawn. */
const overscan = 2

/**
 * Rows of which only those in sight are in the page, in a list that scrolls with what is around it. Arrow keys, Page keys,
 * Home, End and typing move between all of them; the row that has the focus stays, however far it is scrolled away.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const {
    label,
    items,
    itemKey,
    itemTexts,
    rowHeightPx,
    coveredTopPx = 0,
    shownKey,
    pointedKey,
    onPick,
    children,
  } = props
  const list = useRef<HTMLUListElement>(null)
  const { scroller, topPx } = usePlaceInScroller(list)
  const places = useMemo(() => new Map(items.map((item, index) => [itemKey(item), index])), [items, itemKey])
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [lastShownKey, setLastShownKey] = useState(shownKey)
  if (shownKey !== lastShownKey) {
    setLastShownKey(shownKey)
    // What was come to elsewhere, such as on a map, is where the keys go on.
    if (shownKey !== null) setActiveKey(shownKey)
  }
  const wantsFocus = useRef(false)
  const isPointerInside = useRef(false)
  const [typeAhead] = useState(createTypeAhead)
  const placeOf = (key: string | null) => (key === null ? undefined : places.get(key))
  const active = placeOf(activeKey) ?? placeOf(shownKey) ?? 0

  // What it returns changes in place, so a compiler may not keep it; this list keeps nothing of it.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeightPx,
    getItemKey: (index) => itemKey(items[index]!),
    overscan,
    scrollMargin: topPx,
    scrollPaddingStart: coveredTopPx,
    useFlushSync: false,
    rangeExtractor: (range) => {
      const inSight = defaultRangeExtractor(range)
      return active >= range.count || inSight.includes(active)
        ? inSight
        : [...inSight, active].toSorted((a, b) => a - b)
    },
  })

  const bringIntoSight = useEffectEvent((key: string | null) => {
    const index = placeOf(key)
    if (index !== undefined) virtualizer.scrollToIndex(index)
  })
  useEffect(() => bringIntoSight(shownKey), [shownKey])

  const follow = useEffectEvent((key: string | null) => {
    const isLookedAt = scroller !== null && topPx - scroller.scrollTop < scroller.clientHeight / 2
    if (isLookedAt && !isPointerInside.current) bringIntoSight(key)
  })
  useEffect(() => follow(pointedKey), [pointedKey])

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    wantsFocus.current = false
    list.current?.querySelector<HTMLElement>(`[data-index="${active}"] [data-row-main]`)?.focus({ preventScroll: true })
  })

  const goTo = (index: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, index))]
    if (!item) return
    wantsFocus.current = true
    setActiveKey(itemKey(item))
    virtualizer.scrollToIndex(index)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const { key, timeStamp } = event
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    const isOnRow = event.target instanceof Element && event.target.matches('[data-row-main]')
    const page = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeightPx) - 1)
    const targets: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + page,
      PageUp: active - page,
      Home: 0,
      End: items.length - 1,
    }
    const target = targets[key]
    if (target !== undefined) goTo(Math.min(items.length - 1, Math.max(0, target)))
    else if (key === ' ' && isOnRow && !typeAhead.isTyping(timeStamp)) onPick(items[active]!)
    else if (key.length === 1 && key !== ' ') {
      const found = typeAhead.find(key, timeStamp, active, items.length, (index) => itemTexts(items[index]!))
      if (found >= 0) goTo(found)
    } else return
    event.preventDefault()
  }

  return (
    <ul
      ref={list}
      aria-label={label}
      className={styles.virtual}
      style={{ height: virtualizer.getTotalSize() }}
      onKeyDown={onKeyDown}
      onFocus={({ target }) => {
        const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
        const item = items[Number(index)]
        if (item) setActiveKey(itemKey(item))
      }}
      onPointerEnter={() => (isPointerInside.current = true)}
      onPointerLeave={() => (isPointerInside.current = false)}
    >
      {virtualizer.getVirtualItems().map(({ index, start }) =>
        children(items[index]!, {
          ref: virtualizer.measureElement,
          index,
          setSize: items.length,
          topPx: start - topPx,
          isTabStop: index === active,
        }),
      )}
    </ul>
  )
}
