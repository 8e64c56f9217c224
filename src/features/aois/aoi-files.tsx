import { useEffect, useEffectEvent, useState } from 'react'
import type { Asset } from '#src/contract/assets.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { formatBytes } from '#src/downloads/format-bytes.ts'
import { inspectFile } from '#src/downloads/save-file.ts'
import { stateOrPercent } from '#src/states/state-words.ts'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './aoi.module.css'

const groups = [
  { type: 'mosaic', title: 'Pictures cut to the area' },
  { type: 'visualization', title: 'Computed indices' },
  { type: 'stac_item', title: 'Scenes they came from' },
] as const

type AoiFilesProps = { aoiId: string; aoiName: string; assets: readonly Asset[] }

/** Every raster of an AOI; the ready ones can be downloaded, together as one file. */
export function AoiFiles({ aoiId, aoiName, assets }: AoiFilesProps) {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const isReady = ({ status, path }: Asset) => status === 'success' && Boolean(path)
  const ready = assets.filter(isReady)
  const chosen = ready.filter(({ id }) => ticked.has(id))
  const wanted = chosen.length > 0 ? chosen : ready
  if (assets.length === 0) return <EmptyState>Files appear here once the first scene is prepared.</EmptyState>
  return (
    <>
      <PanelPart>
        <div className={styles.fileActions}>
          <Checkbox
            isSelected={ready.length > 0 && chosen.length === ready.length}
            isIndeterminate={chosen.length > 0 && chosen.length < ready.length}
            isDisabled={ready.length === 0}
            onChange={(isAll) => setTicked(new Set(isAll ? ready.map(({ id }) => id) : []))}
          >
            {chosen.length === 0
              ? `${ready.length} ${ready.length === 1 ? 'file' : 'files'}`
              : `${chosen.length} of ${ready.length} files`}
          </Checkbox>
          {wanted.length > 0 && (
            <DownloadButton
              source={{ kind: 'aoi-assets', aoiId, assetIds: wanted.map(({ id }) => id) }}
              label={`${aoiName}, ${wanted.length === 1 ? (wanted[0]?.name ?? 'one file') : `${wanted.length} files`}`}
              words={chosen.length === 0 ? 'Download all' : 'Download'}
              size="s"
            />
          )}
        </div>
      </PanelPart>
      {groups.map(({ type, title }) => {
        const own = assets.filter(({ asset_type }) => asset_type === type)
        if (own.length === 0) return null
        return (
          <Section key={type} title={title} summary={own.length} defaultExpanded={type !== 'stac_item'}>
            <List label={title}>
              {own.map((asset) => (
                <FileRow
                  key={asset.id}
                  asset={asset}
                  isTicked={ticked.has(asset.id)}
                  onTickChange={
                    isReady(asset)
                      ? (isTicked) =>
                          setTicked(
                            (known) =>
                              new Set(isTicked ? [...known, asset.id] : [...known].filter((id) => id !== asset.id)),
                          )
                      : undefined
                  }
                />
              ))}
            </List>
          </Section>
        )
      })}
    </>
  )
}

type FileRowProps = { asset: Asset; isTicked: boolean; onTickChange: ((isTicked: boolean) => void) | undefined }

function FileRow({ asset, isTicked, onTickChange }: FileRowProps) {
  const { name, id, date, band_list: bands, resolution, status, progress, path } = asset
  const facts = [
    date?.slice(0, 10),
    bands?.length ? `${bands.length} ${bands.length === 1 ? 'band' : 'bands'}` : '',
    resolution ? `${resolution} m` : '',
  ].filter(Boolean)
  const toggle = onTickChange && (() => onTickChange(!isTicked))
  return (
    <ListRow
      title={name || id}
      meta={facts.join(' · ')}
      {...(onTickChange && {
        check: <Checkbox aria-label={`Choose ${name || id}`} isSelected={isTicked} onChange={onTickChange} />,
      })}
      value={
        status === 'success' ? (
          path ? (
            <FileSize url={path} />
          ) : undefined
        ) : (
          <StatusBadge {...stateOrPercent(status, progress)} />
        )
      }
      {...(toggle && { onPress: toggle })}
    />
  )
}

/** The service does not tell sizes; the file itself does. */
function FileSize({ url }: { url: string }) {
  const [bytes, setBytes] = useState<number>()
  // Another signature is no other file.
  const file = url.split('?')[0]
  const inspect = useEffectEvent(() => inspectFile(url))
  useEffect(() => {
    let isStale = false
    void inspect().then((facts) => {
      if (!isStale && facts.state === 'there') setBytes(facts.sizeBytes)
    })
    return () => {
      isStale = true
    }
  }, [file])
  return bytes === undefined ? null : <span data-figures>{formatBytes(bytes)}</span>
}
