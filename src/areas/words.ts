import { formatNumber } from '#src/ui/data/format-number.ts'

/** What is said of an area while it is drawn or typed. */
export const words = {
  area: 'Area',
  areaNone: 'None yet',
  drawTools: 'Draw an area',
  tools: {
    polygon: 'Polygon',
    rectangle: 'Rectangle',
    circle: 'Circle',
    freehand: 'Freehand',
    edit: 'Edit corners',
  },
  hints: {
    polygon: 'Click the corners; a double click or Enter closes the shape. Escape starts over.',
    rectangle: 'Click two opposite corners, or drag.',
    circle: 'Click the middle, then the edge, or drag.',
    freehand: 'Drag around the area, or click to start and to end.',
    edit: 'Drag a corner or a middle point. Right click removes a corner, Delete removes the shape.',
  },
  typeCoordinates: 'Type coordinates',
  undo: 'Undo',
  redo: 'Redo',
  zoomToArea: 'Zoom to the area',
  removeArea: 'Remove the area',
  corners: (count: number) => `${formatNumber(count, 0)} corners`,
  mended: (fixes: readonly string[]) => `Mended: ${fixes.join(', ')}.`,
  asRead: (notes: readonly string[]) => `As read: ${notes.join(', ')}.`,
  addressUnread: 'The area in the address could not be read. Draw it again, or type its coordinates.',
  tooLargeForAoi: (limit: string) => `Larger than an AOI may be (${limit}): it can be ordered, not analysed.`,

  text: 'Coordinates of the area',
  textHelp: 'Latitude, longitude a line; west, south, east, north; WKT; or GeoJSON.',
  textPlaceholder: '52.40, 13.00\n52.40, 13.15\n52.33, 13.15\n52.33, 13.00',
  textUnderstood: (as: string) => `Read as ${as}.`,
  useText: 'Use this area',
  openFile: 'Open a file',
  fileUnread: 'The file could not be read.',
  fileTooLarge: (limitMb: number) => `The file is larger than ${limitMb} MB; an area needs far less.`,
  closeText: 'Close',
}
