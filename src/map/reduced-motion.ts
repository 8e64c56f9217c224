/** Whether the person asked their system for less motion: the camera then jumps instead of flying. */
export function prefersReducedMotion(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}
