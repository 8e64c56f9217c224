/** What the measuring says. */
export const words = {
  measure: 'Measure',
  what: 'What is measured',
  kinds: { distance: 'Distance', area: 'Area' },
  hint: 'Press places on the map. Enter, or a second press at the same place, ends; Backspace takes one back.',
  keys: {
    crosshair: 'Move the crosshair; Shift goes further, Alt a pixel',
    press: 'Measure from the crosshair; without one, end',
    finish: 'End',
    leave: 'End, then stop measuring',
  },
  takeBack: 'Take the last place back',
  distance: (length: string) => length,
  area: (size: string, length: string) => `${size} · ${length} around`,
  legs: (count: number) => (count === 1 ? '1 leg' : `${count} legs`),
  copy: 'Copy the figures',
  again: 'Measure anew',
  close: 'Stop measuring',
} as const
