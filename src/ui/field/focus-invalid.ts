/**
 * To the first field of a form that is not accepted, so that who can not see the red hears why. Called once the form was
 * tried: the fields are marked in the next frame.
 */
export function focusFirstInvalid(form: HTMLElement | null): void {
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
