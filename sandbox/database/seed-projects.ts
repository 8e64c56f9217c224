import { stableId } from './stable-id.ts'

/** Three teams of one workspace; their ids never change, so links and tests can name them. */
export const seededProjects = [
  { name: 'lakes-and-rivers', title: 'Lakes and rivers', members: 6 },
  { name: 'crop-monitoring', title: 'Crop monitoring', members: 11 },
  { name: 'mineral-mapping', title: 'Mineral mapping', members: 4 },
].map((project, i) => ({
  ...project,
  id: stableId('project', project.name),
  createdAt: `2025-0${i + 1}-15T09:00:00.000Z`,
}))
