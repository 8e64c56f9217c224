import * as z from 'zod'
import { openEnum } from './open-enum.ts'

/** The error word for each status this API declares. No list is published; these are the ones the sandbox answers. */
export const errorCodes = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  500: 'INTERNAL_SERVER_ERROR',
} as const

export type ErrorStatus = keyof typeof errorCodes

/**
 * The one shape of every refusal. The document declares it twice under two names, and for projects only as a free
 * object; we expect the same shape everywhere and require nothing in it, because an error must never fail to parse.
 */
export const errorEnvelopeSchema = z.object({
  error: z.object({
    code: openEnum([
      'BAD_REQUEST',
      'UNAUTHORIZED',
      'FORBIDDEN',
      'NOT_FOUND',
      'CONFLICT',
      'INTERNAL_SERVER_ERROR',
    ]).nullish(),
    message: z.string().nullish(),
    details: z.unknown().optional(),
  }),
})
