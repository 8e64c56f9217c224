import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { words } from './words.ts'

type PlayButtonsProps = {
  isPlaying: boolean
  onPlay: () => void
  at: number
  count: number
  onShow: (at: number) => void
}

/** To the date before, on and on, to the date after. */
export function PlayButtons({ isPlaying, onPlay, at, count, onShow }: PlayButtonsProps) {
  return (
    <>
      <IconButton
        icon={ChevronLeft}
        size="s"
        label={words.before}
        shortcut=","
        isDisabled={at <= 0}
        onPress={() => onShow(at - 1)}
      />
      <IconButton
        icon={isPlaying ? Pause : Play}
        size="s"
        label={isPlaying ? words.pause : words.play}
        shortcut="T"
        isDisabled={count < 2}
        onPress={onPlay}
      />
      <IconButton
        icon={ChevronRight}
        size="s"
        label={words.after}
        shortcut="."
        isDisabled={at >= count - 1}
        onPress={() => onShow(at + 1)}
      />
    </>
  )
}
