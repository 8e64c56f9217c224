import type { Option } from '#src/ui/field/select.tsx'

/** What the address names and the list does not (any more) must not vanish from the choice. */
export function withChosen(
  options: readonly Option[],
  chosen: string | undefined,
  labelOf: (id: string) => string,
): Option[] {
  if (chosen === undefined || options.some(({ id }) => id === chosen)) return [...options]
  return [...options, { id: chosen, label: labelOf(chosen) }]
}
