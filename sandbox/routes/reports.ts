import { invalidField, quote } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { api } from './implement.ts'

/** The columns are not published: these are what an order item tells. */
const header = [
  'order_id',
  'order_item_id',
  'name',
  'type',
  'status',
  'payment_status',
  'project_id',
  'usecase',
  'area_km2',
  'tokens',
  'created_at',
  'updated_at',
]

export const reportRoutes = {
  downloadOrderReport: api.reports.downloadOrderReport.handler(async ({ input, context: { sandbox } }) => {
    const format = timeFormat(input.query.tz ?? 'UTC')
    const rows = await reportRows(sandbox, format)
    const csv = [header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')
    return new File([`${csv}\r\n`], 'orders.csv', { type: 'text/csv' })
  }),
}

async function reportRows({ database }: Sandbox, format: (moment: string) => string) {
  const items = await database.query
    .selectFrom('order_items')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('position')
    .execute()
  return items.map((item) => {
    const document = JSON.parse(item.document) as {
      name?: string
      payment_status?: string
      usecase?: string
      tokens_used?: number
    }
    return [
      item.order_id,
      item.id,
      document.name ?? '',
      item.type,
      item.status,
      document.payment_status ?? '',
      item.project_id,
      document.usecase ?? '',
      item.area_km2.toFixed(3),
      String(document.tokens_used ?? 0),
      format(item.created_at),
      format(item.updated_at),
    ]
  })
}

/** 2026-11-24 01:35:52 in the asked time zone. */
function timeFormat(timeZone: string): (moment: string) => string {
  try {
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
    return (moment) => format.format(new Date(moment))
  } catch {
    throw invalidField('tz', `${quote(timeZone)} is not a time zone. Give a name such as Asia/Kolkata or UTC.`)
  }
}

/** RFC 4180; a leading =, +, - or @ is defused, because spreadsheets would run it as a formula. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
