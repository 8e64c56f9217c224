import { useQuery } from '@tanstack/react-query'
import { Check, FolderClosed, FolderOpen } from 'lucide-react'
import { Button } from 'react-aria-components'
import { chooseProject, useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { Menu, type MenuGroup } from '#src/ui/overlay/menu.tsx'
import styles from './navigation.module.css'
import { words } from './words.ts'

/** Which project the lists are about. */
export function ProjectSwitcher() {
  const chosen = useChosenProject()
  const { data, status } = useQuery(projectQueries.list())
  const projects = (data?.projects ?? []).map(({ id, title, name }) => ({ id, name: title || name || id }))
  const chosenName = projects.find(({ id }) => id === chosen)?.name ?? (chosen === null ? words.allProjects : chosen)
  const Icon = chosen === null ? FolderClosed : FolderOpen

  const entry = (id: string | null, label: string, description?: string) => ({
    id: id ?? 'all',
    label,
    description,
    icon: id === chosen ? Check : FolderClosed,
    onAction: () => chooseProject(id),
  })
  const groups: MenuGroup[] = [
    { title: words.project, entries: [entry(null, words.allProjects, words.allProjectsMeaning)] },
    ...(projects.length > 0 ? [{ entries: projects.map(({ id, name }) => entry(id, name)) }] : []),
    ...(status === 'success'
      ? []
      : [
          {
            entries: [
              {
                id: 'state',
                label: status === 'error' ? words.projectsFailed : words.projectsLoading,
                isDisabled: true,
              },
            ],
          },
        ]),
  ]
  return (
    <Menu
      label={words.project}
      placement="right top"
      groups={groups}
      trigger={
        <Button aria-label={words.chooseProject(chosenName)} className={styles.item}>
          <Icon size={18} strokeWidth={1.75} aria-hidden />
          <span className={styles.label}>{chosen === null ? words.allProjectsShort : chosenName}</span>
        </Button>
      }
    />
  )
}
