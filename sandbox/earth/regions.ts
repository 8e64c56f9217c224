/**
 * Where the world departs from what latitude alone would give. Each region is a soft ellipse (degrees) that adds to the
 * fields named: `arid` -1..1, `warm` in deg C, `farm` and `red` (iron-stained soils) 0..1, `height` and `relief` in metres. Drawn by hand from general
 * geography (deserts, rain forests, bread baskets, mountain chains): coarse on purpose, to a degree or two.
 */
export type Region = {
  lng: number
  lat: number
  halfWidth: number
  halfHeight: number
  arid?: number
  warm?: number
  farm?: number
  red?: number
  height?: number
  relief?: number
}

type Row = [lng: number, lat: number, halfWidth: number, halfHeight: number, value: number]
const all = (field: 'arid' | 'warm' | 'farm' | 'red', rows: Row[]): Region[] =>
  rows.map(([lng, lat, halfWidth, halfHeight, value]) => ({ lng, lat, halfWidth, halfHeight, [field]: value }))
const mountains = (rows: [...Row, relief: number][]): Region[] =>
  rows.map(([lng, lat, halfWidth, halfHeight, height, relief]) => ({ lng, lat, halfWidth, halfHeight, height, relief }))

// prettier-ignore
const dry = all('arid', [
  // Sahara, Libyan desert, Arabia, Iran, Thar, Karakum, Taklamakan, Gobi, Kazakh steppe, Tibet
  [8, 23, 24, 8, 0.5], [28, 25, 9, 8, 0.3], [47, 23, 11, 9, 0.45], [57, 33, 9, 6, 0.35], [71, 27, 4, 3.5, 0.35],
  [60, 41, 10, 5, 0.4], [83, 39.5, 8, 3, 0.55], [104, 42.5, 11, 4.5, 0.45], [67, 47, 13, 4, 0.25], [86, 33.5, 9, 3.5, 0.25],
  // Outback, Kalahari and Namib, Atacama, Peru, Patagonia
  [130, -25, 14, 7, 0.45], [18, -24, 7, 8, 0.35], [-69.7, -23, 2.2, 6, 0.55], [-78.5, -9, 1.3, 6, 0.4], [-68.5, -45, 3.5, 6, 0.35],
  // Great Basin, Mojave and Sonora, Central Valley, High Plains, north Mexico
  [-116.5, 39.8, 5, 4.5, 0.3], [-113.5, 32.8, 5, 4, 0.35], [-119.8, 36.4, 1.5, 2, 0.15], [-103, 38, 4, 7, 0.14], [-104, 27, 3, 4, 0.25],
  // Horn of Africa, Iberia, Maghreb, Anatolia, Mesopotamia, north-east Brazil, south-west Madagascar
  [46, 7, 6, 6, 0.4], [-3, 39, 4, 3, 0.12], [1, 34.3, 9, 2.5, 0.12], [33, 38.5, 4, 2, 0.1], [44, 32.5, 4, 3, 0.2],
  [-40, -9, 3.5, 5, 0.3], [44, -23, 2, 3, 0.2],
])

// prettier-ignore
const wet = all('arid', [
  // Amazon, Congo, Indonesia and the Philippines, India's west, centre and Bengal, the south of China, Japan
  [-63, -4, 13, 9, -0.22], [21, 0, 10, 6, -0.14], [108, 5, 18, 13, -0.32], [75.5, 13, 2, 6, -0.3], [84, 23, 7, 5, -0.18], [90, 24.5, 4, 3, -0.25],
  [112, 26, 10, 5, -0.3], [137, 36, 6, 6, -0.2], [128, 37, 3, 3, -0.15], [122, 14, 4, 6, -0.2],
  // south-east USA, Florida, Pacific North-West, Central America, Caribbean
  [-84, 34, 11, 6, -0.24], [-82, 28, 3, 3, -0.2], [-123, 47, 2.5, 5, -0.2], [-86, 13, 8, 6, -0.25], [-75, 20, 10, 4, -0.25],
  // Guinea coast, Ethiopia, East African lakes, east Madagascar, Natal
  [-4, 6.3, 12, 2.5, -0.12], [38, 9, 4, 4, -0.25], [32, -1, 4, 4, -0.1], [49, -18, 1.5, 6, -0.25], [30.5, -28, 2.5, 4, -0.15],
  // west Europe, Pampas, south-east Brazil, Chile's south, Australia's east, New Zealand, Himalayan foothills
  [5, 51, 12, 6, -0.08], [-60, -34, 6, 4, -0.15], [-49, -23, 7, 6, -0.3], [-73, -43, 2, 5, -0.25], [151.5, -30, 2.5, 9, -0.25],
  [172, -42, 5, 6, -0.15], [85, 27, 8, 1.5, -0.36],
])

// prettier-ignore
const warmth = all('warm', [
  [4, 52, 13, 8, 1.8], [10, 63, 10, 7, 3], [26, 62, 9, 6, 2.5], [118, 62, 30, 12, -10], [-85, 57, 22, 10, -7], [103, 47, 12, 5, -3], [-42, 73, 15, 11, -12],
  [-120, 40, 5, 9, 2], [30, 24, 25, 9, 2.5], [75, 25, 10, 6, 3],
])

// prettier-ignore
const farmland = all('farm', [
  // North America: Corn Belt, northern plains, prairies, High Plains, Delta, California, Imperial, Columbia, Bajio
  [-91.5, 41.3, 7, 3.2, 0.8], [-99, 46.5, 5, 4, 0.65], [-107, 51.5, 8, 2.3, 0.75], [-101, 38.5, 2.5, 4.5, 0.65], [-90.5, 34, 1.2, 3, 0.75],
  [-119.4, 36.2, 0.75, 0.85, 0.98], [-120.6, 37.4, 0.65, 0.75, 0.95], [-121.7, 38.9, 0.55, 0.9, 0.9], [-115.5, 33, 0.35, 0.45, 0.95],
  [-119, 46.6, 1.2, 0.7, 0.75], [-101, 20.7, 1.3, 0.7, 0.7], [-112.1, 41.5, 0.35, 0.6, 0.6], [-112, 33.2, 0.5, 0.35, 0.7],
  // South America: Pampas, Parana, Sao Paulo, Mato Grosso
  [-61.5, -34, 4.5, 3.5, 0.8], [-52.5, -24.5, 4, 3, 0.6], [-49, -21.5, 3, 2, 0.65], [-55, -13, 4, 2.2, 0.55], [-62.7, -10.4, 2, 1.4, 0.45],
  // Europe
  [2.5, 48.8, 3, 1.8, 0.8], [14, 52.4, 9, 1.6, 0.5], [0.2, 52.5, 1.3, 1.3, 0.8], [10.2, 45.1, 2.3, 0.55, 0.95], [20.5, 46.7, 2, 1.3, 0.7],
  [36, 49, 10, 3, 0.8], [-4.3, 41.5, 2.5, 1.1, 0.6], [-5, 37.5, 1.4, 0.6, 0.7], [9.6, 56, 1.4, 1, 0.75], [27, 44.3, 2, 0.7, 0.8], [48, 52, 4, 2.5, 0.6],
  // Africa and the Near East: Nile delta, Gezira, Mesopotamia, north Nigeria, Ethiopia, Highveld, Kenya, Anatolia
  [31.05, 30.95, 0.85, 0.5, 0.99], [33, 14.3, 0.7, 0.6, 0.9], [45, 32, 1.5, 1.3, 0.6], [9, 11.5, 4, 1.8, 0.65], [38.5, 8.8, 2, 2.2, 0.6],
  [27.3, -27.5, 2.3, 1.4, 0.65], [35.5, 0, 1.2, 1.2, 0.5], [33, 38.5, 3, 0.9, 0.5],
  // South Asia
  [74.2, 30.7, 2.2, 1.7, 0.98], [80.5, 26.7, 4.8, 1.4, 0.95], [89.3, 24, 2.3, 1.8, 0.9], [77, 18, 4, 5, 0.65], [68.5, 26.2, 0.7, 1.6, 0.8], [80.5, 16.4, 1, 0.6, 0.9],
  [85.35, 27.68, 0.16, 0.11, 0.9], [84.4, 27.9, 3, 0.5, 0.5],
  // East and South-East Asia
  [116, 35.3, 3, 2.8, 0.95], [125, 45, 4, 3, 0.8], [105, 30.3, 1.8, 1.2, 0.75], [105.7, 10.2, 1, 0.8, 0.98], [100.4, 14.8, 0.9, 1.2, 0.95],
  [111, -7.2, 3, 0.7, 0.8], [95.5, 18, 1, 3, 0.65], [119.6, 32.6, 1.2, 1, 0.9], [140, 36.2, 0.6, 0.6, 0.6],
  // Australia, Kazakhstan
  [145, -35.5, 3, 1.8, 0.65], [117.6, -31.6, 1.5, 1.8, 0.75], [69, 53, 7, 1.4, 0.7], [149.5, -29, 1.7, 1.4, 0.6],
])

// prettier-ignore
const redEarth = all('red', [
  // Australia, Brazil, East Africa and Katanga, Madagascar, Deccan's east, Yunnan
  [128, -24, 15, 9, 1], [-50, -15, 10, 9, 0.8], [33, -4, 9, 10, 0.8], [47, -19, 2, 5, 0.9], [79, 15, 3, 5, 0.6], [105, 25, 5, 3, 0.7],
])

// prettier-ignore
const highlands = mountains([
  // Himalaya, Tibet, Karakoram, Hindu Kush, Tian Shan, Altai, Yunnan, Mongolia, Gobi
  [80.3, 31, 2, 0.75, 3000, 2400], [86, 28.2, 3.5, 0.65, 3300, 2500], [92, 28, 3.5, 0.7, 2800, 2200], [87, 33, 9, 3.3, 4200, 600], [76, 35.8, 2.2, 1.2, 3300, 2200],
  [70.5, 35.8, 2.2, 1.2, 2500, 1800], [78, 42, 6, 1.3, 2400, 1600], [89, 49, 4, 2, 1500, 900], [100, 27, 3, 3, 2300, 900], [104, 46, 9, 4, 1200, 350],
  // Alps, Pyrenees, Carpathians, Scandes, Caucasus, Zagros, Iran, Anatolia, Atlas, Iberia
  [9.7, 46.6, 3.8, 0.75, 1300, 1500], [6.9, 45.2, 0.7, 1, 1000, 1200], [0.6, 42.7, 1.6, 0.4, 1000, 1000], [24.7, 46.6, 2.2, 1.2, 500, 500], [8.5, 61.3, 2.3, 1.8, 800, 500],
  [16, 67.3, 2.5, 2.2, 600, 500], [43.5, 42.9, 3, 0.6, 1900, 1500], [50, 32.5, 2.8, 2.3, 1600, 800], [56, 33, 6, 4, 1000, 300], [33, 38.8, 5, 1.7, 950, 350],
  [-5, 32.3, 2.3, 0.9, 1500, 900], [-4, 40, 3, 2, 600, 150],
  // Rockies, Sierra Nevada, Cascades, Wasatch, Great Basin, Appalachians, Mexico, Alaska
  [-107, 39.3, 2.3, 2.5, 2200, 900], [-114.3, 46.5, 3, 3, 1300, 800], [-118, 52, 3, 3, 1400, 1100], [-118.9, 37.4, 0.45, 0.7, 2100, 1100], [-120, 38.9, 0.4, 0.8, 1600, 800],
  [-121.6, 46, 0.6, 3, 800, 700], [-111.4, 40.6, 0.35, 1.1, 1500, 900], [-116.5, 39.5, 3.5, 3, 1350, 450], [-81, 37.5, 2.5, 2, 450, 300], [-102, 22.5, 3, 4, 1800, 400],
  [-150, 63, 5, 1.5, 1200, 1200],
  // Andes from north to south
  [-74.5, 4.5, 1.5, 3, 1900, 1300], [-78.6, -2, 1, 3, 2500, 1400], [-76.3, -10, 1.5, 3.5, 3000, 1500], [-70.5, -15.5, 2.5, 2.5, 3400, 900],
  [-67.8, -21, 2, 4, 3500, 700], [-70, -32.5, 0.9, 4, 2500, 1600], [-72, -45, 0.8, 5, 900, 1000],
  // East and southern Africa, Deccan, Brazil, Australia, New Zealand, New Guinea, Taiwan, Japan, Greenland, Antarctica
  [38.5, 10.5, 2.3, 2.8, 1900, 700], [36.3, 0, 1.8, 2.5, 1500, 500], [26.5, -28, 5, 4, 1250, 120], [29, -29.4, 0.7, 0.8, 1300, 900], [76.5, 17, 3.5, 5, 500, 120],
  [-46, -18, 5, 5, 650, 150], [148.5, -36.4, 0.8, 1, 700, 500], [170.3, -43.7, 1.3, 0.7, 900, 1300], [141, -5, 5, 0.8, 1700, 1300], [121.1, 23.7, 0.35, 0.8, 1300, 1300],
  [138, 36, 0.9, 0.9, 900, 800], [85.35, 27.68, 0.17, 0.12, -250, -1900], [-41, 73, 10, 9, 2200, 60], [60, -80, 120, 9, 2300, 60],
])

export const regions: readonly Region[] = [...dry, ...wet, ...warmth, ...farmland, ...redEarth, ...highlands]
