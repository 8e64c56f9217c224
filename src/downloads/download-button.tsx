import { CircleCheck, CircleDashed, Download, RotateCw } from 'lucide-react'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { downloadKey } from './download-source.ts'
import type { DownloadSource } from './download-source.ts'
import type { DownloadEntry } from './download-list.ts'
import { downloads, useDownloads } from './downloads.ts'

type DownloadButtonProps = {
  source: DownloadSource
  /** The name of the thing in the list of downloads, as "Potsdam, 14 March". */
  label: string
  /** What the button says before anything was asked; "Download" unless given. */
  words?: string
  tone?: 'primary' | 'neutral' | 'quiet'
  size?: 's' | 'm'
  isIconOnly?: boolean
  isDisabled?: boolean
}

const icons = { preparing: CircleDashed, saved: CircleCheck, failed: RotateCw } as const

const wordsOf = (state: DownloadEntry['state'] | undefined, words: string): string => {
  if (state === 'preparing') return 'Preparing'
  if (state === 'saved') return 'Save again'
  return state === 'failed' ? 'Try again' : words
}

/** Asks for a file and says how far it is; the tray does the waiting and the saving, also after this screen is left. */
export function DownloadButton(props: DownloadButtonProps) {
  const { source, label, words = 'Download', tone, size, isIconOnly, isDisabled } = props
  const key = downloadKey(source)
  const state = useDownloads().find((entry) => entry.key === key)?.state
  const icon = state ? icons[state] : Download
  const isPending = state === 'preparing'
  const onPress = () => downloads.add(source, label)
  const shared = { icon, isPending, isDisabled, onPress }
  const text = wordsOf(state, words)
  if (isIconOnly) return <IconButton {...shared} size={size ?? 's'} label={`${text}: ${label}`} />
  return (
    <Button {...shared} tone={tone} size={size}>
      {text}
    </Button>
  )
}
