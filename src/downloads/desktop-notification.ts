import type { DownloadEntry } from './download-list.ts'

/** Shorter waits are sat out in front of the page. */
const longMs = 20_000

/** Whether a person can still be asked to allow notifications. Unknown to browsers without them and to insecure pages. */
export const canAskToNotify = (): boolean => 'Notification' in globalThis && Notification.permission === 'default'

/** Must follow a press: browsers refuse it otherwise. */
export const askToNotify = (): Promise<NotificationPermission> => Notification.requestPermission()

/** Tells someone who has turned to another window that a long download has ended; nothing without permission. */
export function notifyOfEnd({ key, label, state, reason, askedMs }: DownloadEntry): void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted') return
  if (document.hasFocus() || Date.now() - askedMs < longMs) return
  // Of two tabs that both saw it, the second replaces the first.
  const notice = new Notification(state === 'saved' ? `Ready: ${label}` : `Download failed: ${label}`, {
    tag: key,
    body: state === 'saved' ? 'The file was handed to the browser.' : (reason ?? ''),
  })
  notice.addEventListener('click', () => window.focus())
}
