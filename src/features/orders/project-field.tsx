import { useQuery } from '@tanstack/react-query'
import { useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { Select } from '#src/ui/field/select.tsx'

/** The project an order goes to: the one chosen here, else the one the app is switched to, else the only one there is. */
export function useOrderProject(choice: string | undefined): string | undefined {
  const { data } = useQuery(projectQueries.list())
  const projects = data?.projects ?? []
  const switched = useChosenProject()
  const wanted = choice || switched || (projects.length === 1 ? projects[0]?.id : undefined)
  return projects.some(({ id }) => id === wanted) ? wanted : undefined
}

type ProjectFieldProps = { value: string | undefined; onChange: (id: string) => void; error: string | undefined }

export function ProjectField({ value, onChange, error }: ProjectFieldProps) {
  const { data, isError } = useQuery(projectQueries.list())
  const projects = data?.projects ?? []
  return (
    <Select
      label="Project"
      isRequired
      isDisabled={projects.length === 0}
      placeholder={projects.length > 0 ? 'Choose' : isError ? 'Could not be loaded' : 'Loading'}
      options={projects.map(({ id, title, name }) => ({ id, label: title || name || id }))}
      value={value}
      onChange={onChange}
      error={error}
    />
  )
}
