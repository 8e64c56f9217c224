/** A place where the catalogue is dense: many dates of every satellite. */
export type ShowcaseSite = { name: string; lng: number; lat: number }

export const showcaseSites: readonly ShowcaseSite[] = [
  { name: 'Potsdam and the Havel lakes', lng: 13.05, lat: 52.38 },
  { name: 'Berlin south-east', lng: 13.62, lat: 52.43 },
  { name: 'Central Valley, California', lng: -119.6, lat: 36.6 },
  { name: 'Nile delta', lng: 31.1, lat: 30.85 },
  { name: 'Punjab, Ludhiana', lng: 75.75, lat: 30.9 },
  { name: 'Po valley, Cremona', lng: 10.05, lat: 45.15 },
  { name: 'Amazon frontier, Rondonia', lng: -62.9, lat: -10.3 },
  { name: 'Great Salt Lake', lng: -112.2, lat: 41.2 },
  { name: 'Kathmandu valley', lng: 85.33, lat: 27.7 },
  { name: 'Corn belt, Iowa', lng: -93.6, lat: 42.05 },
  { name: 'Mekong delta', lng: 105.7, lat: 10.1 },
  { name: 'Lake Victoria, Kisumu', lng: 34.6, lat: -0.2 },
  { name: 'Atacama, Chuquicamata', lng: -68.95, lat: -22.3 },
  { name: 'Pilbara, Western Australia', lng: 118.7, lat: -22.7 },
  { name: 'Murray basin', lng: 145.2, lat: -35.8 },
  { name: 'Bengaluru lakes', lng: 77.62, lat: 12.95 },
  { name: 'Mato Grosso, Sorriso', lng: -55.7, lat: -12.6 },
  { name: 'Finnish lakeland', lng: 28.2, lat: 61.9 },
  { name: 'Chernozem, Poltava', lng: 34.5, lat: 49.5 },
  { name: 'Mississippi delta', lng: -90.6, lat: 29.7 },
  { name: 'Highveld, Free State', lng: 27.3, lat: -27.6 },
  { name: 'North China plain', lng: 116.2, lat: 36.4 },
  { name: 'Zurich and the foreland', lng: 8.6, lat: 47.3 },
]
