/** The element that an element scrolls in, itself left out. */
export function scrollerOf(element: Element): HTMLElement | null {
  let around = element.parentElement
  while (around && !/auto|scroll/.test(getComputedStyle(around).overflowY)) around = around.parentElement
  return around
}
