import * as z from 'zod'

// Zod tries `new Function` to compile its checks. The content security policy forbids that, and the try alone is reported.
z.config({ jitless: true })
