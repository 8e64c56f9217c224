/** What a picture is for. The service takes any text and publishes no list; these are the words we offer. */
export const useCases = [
  { id: 'agriculture', label: 'Agriculture' },
  { id: 'forestry', label: 'Forestry' },
  { id: 'water', label: 'Water quality' },
  { id: 'environment', label: 'Environment' },
  { id: 'geology', label: 'Geology and mining' },
  { id: 'energy', label: 'Energy' },
  { id: 'urban', label: 'Urban' },
  { id: 'disaster', label: 'Disaster response' },
  { id: 'monitoring', label: 'Monitoring' },
  { id: 'research', label: 'Research' },
] as const

export const labelOfUseCase = (id: string | null | undefined): string | undefined =>
  useCases.find((each) => each.id === id)?.label ?? id ?? undefined
