import { expect, test } from 'vitest'
import { parseSld, rangeLabel } from './parse-sld.ts'

const style = (type: string, entries: string) => `<?xml version="1.0"?>
<sld:StyledLayerDescriptor xmlns:sld="http://www.opengis.net/sld"><sld:RasterSymbolizer>
<sld:ColorMap type="${type}">${entries}</sld:ColorMap></sld:RasterSymbolizer></sld:StyledLayerDescriptor>`

test('intervals: each entry reaches down to the one before, a transparent one only starts them', () => {
  const xml = style(
    'intervals',
    `<sld:ColorMapEntry color="#440154" quantity="-0.2" label="below" opacity="0"/>
     <sld:ColorMapEntry color="#3B528B" quantity="0.2" label="Bare &amp; built &lt; 0.2" opacity="1"/>
     <sld:ColorMapEntry color="#fde725" quantity="0.9" label="" opacity="1"/>`,
  )
  expect(parseSld(xml)).toEqual([
    { colour: '#3b528b', min: -0.2, max: 0.2, label: 'Bare & built < 0.2' },
    { colour: '#fde725', min: 0.2, max: 0.9, label: '0.2 to 0.9' },
  ])
})

test('intervals without a start are open below', () => {
  expect(parseSld(style('intervals', '<ColorMapEntry color="#000000" quantity="1" label=""/>'))).toEqual([
    { colour: '#000000', min: -Infinity, max: 1, label: 'below 1' },
  ])
})

test('points: each entry reaches up to the next, in order of their values', () => {
  const xml = style(
    'ramp',
    '<ColorMapEntry color="#ffffff" quantity="1"/><ColorMapEntry color="#000000" quantity="0" label="low"/>',
  )
  expect(parseSld(xml)).toEqual([
    { colour: '#000000', min: 0, max: 1, label: 'low' },
    { colour: '#ffffff', min: 1, max: Infinity, label: '1 and above' },
  ])
})

test('what is no raster style has no classes', () => {
  expect(parseSld('')).toEqual([])
  expect(parseSld('<StyledLayerDescriptor><ColorMap></ColorMap></StyledLayerDescriptor>')).toEqual([])
})

test('bounds are written short, with a true minus', () => {
  expect(rangeLabel(-0.123456, 0.5)).toBe('−0.123 to 0.5')
})
