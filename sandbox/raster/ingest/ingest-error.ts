/** Why a file of the user can not become a scene; the message is one sentence for the user. */
export class IngestError extends Error {
  override readonly name = 'IngestError'
}
