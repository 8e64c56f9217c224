import styles from './panel.module.css'

/** Brings an element to the top of the panel it scrolls in, `abovePx` below it. `scrollIntoView` would move what holds the panel, too. */
export function scrollInPanel(element: HTMLElement, abovePx: number): void {
  const body = element.closest(`.${styles.body}`)
  if (body) body.scrollTop += element.getBoundingClientRect().top - body.getBoundingClientRect().top - abovePx
}
