import type { Delivery } from '#src/contract/deliveries.ts'

const working: readonly string[] = ['CREATED', 'IN_PROGRESS'] satisfies Delivery['status'][]

/** Nothing more will happen by itself. A state that we do not know is waited for no longer than others. */
export const isDeliverySettled = ({ status }: Pick<Delivery, 'status'>): boolean => !working.includes(status)
