import type { MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import styles from './linked-map.module.css'
import { createMapHost } from './map-host.ts'
import { MapContext } from './map-provider.tsx'
import { OverMap } from './over-map.tsx'
import { useMapEvent, useMapState } from './use-map.ts'
import { cover, halvesOf, type ViewBox } from './view-inset.ts'

const followers = new WeakMap<MapLibreMap, MapLibreMap>()

/** The map that is linked to another now, if one is. */
export function followerOf(leader: MapLibreMap): MapLibreMap | undefined {
  return followers.get(leader)
}

type LinkedMapProps = {
  /** Accessible name. */
  label: string
  /** What is seen of the one map. */
  box: ViewBox
  children?: ReactNode
}

/**
 * A second map over one half of the one (see `halvesOf`), for as long as it is mounted. It shows in its middle what the one map
 * shows in the middle of its other half, in the same scale, whichever of the two is moved. What the children put on the map, they put
 * on this one.
 */
export function LinkedMap({ label, box, children }: LinkedMapProps) {
  const { map: leader, theme } = useMapState()
  const [host] = useState(() => createMapHost())
  const frame = useRef<HTMLDivElement>(null)
  const [follower, setFollower] = useState<MapLibreMap | null>(null)
  const [projection, setProjection] = useState(() => projectionOf(leader))
  const [firstLook] = useState(() => ({ theme, labels: true, projection }))
  useEffect(() => (frame.current ? host.attach(frame.current, firstLook) : undefined), [host, leader, firstLook])
  useEffect(() => host.setBasemap({ theme, labels: true, projection }), [host, follower, theme, projection])
  useEffect(() => host.subscribe(() => setFollower(host.getState().map)), [host])
  useMapEvent('projectiontransition', ({ target }) => setProjection(projectionOf(target)))

  const [{ left, top, width, height }, half] = halvesOf(box)
  useEffect(() => {
    if (!leader || !follower) return
    return link(leader, follower, [left + width / 2, top + height / 2])
  }, [leader, follower, left, top, width, height])
  useEffect(() => void follower?.resize(), [follower, width, height])
  const isStacked = half.top > top
  useEffect(
    () => (leader ? cover(leader, isStacked ? { right: 0, bottom: height } : { right: width, bottom: 0 }) : undefined),
    [leader, isStacked, width, height],
  )

  return (
    <>
      <OverMap>
        <section
          ref={frame}
          aria-label={label}
          className={styles.half}
          style={half}
          data-stacked={isStacked || undefined}
        />
      </OverMap>
      <MapContext value={host}>{children}</MapContext>
    </>
  )
}

/** Keeps `middle`, in pixels of the leader, and the middle of the follower at the same place. */
function link(leader: MapLibreMap, follower: MapLibreMap, middle: readonly [x: number, y: number]): () => void {
  let isFollowing = false
  const follow = (move: () => void) => () => {
    // Each move of one is heard as a move of the other.
    if (isFollowing) return
    isFollowing = true
    move()
    isFollowing = false
  }
  const lookOf = (map: MapLibreMap) => ({ zoom: map.getZoom(), bearing: map.getBearing(), pitch: map.getPitch() })
  followers.set(leader, follower)
  const onLeader = follow(() => follower.jumpTo({ center: leader.unproject([...middle]), ...lookOf(leader) }))
  const onFollower = follow(() => {
    leader.jumpTo({ center: follower.getCenter(), ...lookOf(follower) })
    const { clientWidth, clientHeight } = leader.getContainer()
    leader.panBy([clientWidth / 2 - middle[0], clientHeight / 2 - middle[1]], { animate: false })
  })
  leader.on('move', onLeader)
  follower.on('move', onFollower)
  onLeader()
  return () => {
    followers.delete(leader)
    leader.off('move', onLeader)
    follower.off('move', onFollower)
  }
}

function projectionOf(map: MapLibreMap | null): 'globe' | 'mercator' {
  return map?.getProjection()?.type === 'globe' ? 'globe' : 'mercator'
}
