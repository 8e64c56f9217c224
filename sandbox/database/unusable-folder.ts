/** The data folder can not be used as it is; the message says what to do. */
export class UnusableFolder extends Error {
  override name = 'UnusableFolder'
}
