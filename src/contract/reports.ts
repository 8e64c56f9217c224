import * as z from 'zod'
import { fileSchema, operation } from './operation.ts'

export const reportOperations = {
  // Columns are not published. The answer has no media type in the document, only "csv" in words.
  downloadOrderReport: operation({
    method: 'GET',
    path: '/v0/reports',
    operationId: 'DownloadOrderReport',
    tag: 'Report',
    summary: 'Get all orders of the workspace as a table',
    answer: 'text/csv',
    errors: [400, 403, 500],
    errorsAs: ['text/csv', 'application/json'],
  })
    .input(
      z
        .object({
          query: z
            .strictObject({
              tz: z
                .string()
                .optional()
                .meta({ description: 'Time zone the table tells times in', examples: ['Asia/Kolkata'] }),
            })
            .prefault({}),
        })
        .prefault({}),
    )
    .output(fileSchema),
}
